import { Box } from "@mantine/core";
import { GapRows } from "#renderer/app/gap-rows.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** The numbers that lack beside what is in a batch, with their reasons; nothing where none lacks. */
export function BatchGaps({ batchId, onChanged }: { batchId: string; onChanged: () => void }) {
  const words = useWords().gaps;
  const desk = useDesk();
  const { value, ask } = useAskedAgain(
    `batch gaps/${batchId}`,
    () => desk.call("batches.gaps", { batchId }),
    ["records.changed"],
  );
  if (!value || value.gaps.length === 0) return null;
  return (
    <Section title={words.title} hint={words.batchHint}>
      <Box mah="24rem" style={{ overflowY: "auto" }} tabIndex={0} role="group" aria-label={words.title}>
        <GapRows
          rows={value.gaps}
          onChanged={() => {
            ask();
            onChanged();
          }}
        />
      </Box>
    </Section>
  );
}
