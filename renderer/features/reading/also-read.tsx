import type { ItemReading } from "#shared/archive/reading.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";

const others = ["place", "urgency"] as const;

/** What was read besides the fields of the record. */
export function AlsoRead({ reading }: { reading: ItemReading | undefined }) {
  const texts = useWords().reading;
  const rows = others.flatMap((field) => {
    const found = reading?.fields[field];
    return found ? [{ name: texts.fields[field], value: found.value }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <Section title={texts.also}>
      <KeyValues rows={rows} />
    </Section>
  );
}
