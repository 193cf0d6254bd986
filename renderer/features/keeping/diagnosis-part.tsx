import { DiagnosisButton } from "#renderer/app/diagnosis-dialog.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** What can be handed to whoever is asked to help. */
export function DiagnosisPart() {
  const words = useWords().diagnosis;
  return (
    <Section title={words.title} hint={words.hint}>
      <DiagnosisButton />
    </Section>
  );
}
