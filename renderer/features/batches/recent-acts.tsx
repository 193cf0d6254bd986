import { Paper, Stack, Text } from "@mantine/core";
import type { Batch } from "#shared/archive/batch.ts";
import { massActs } from "#shared/archive/undo-step.ts";
import { dayAfter, dayInVietnam } from "#shared/base/vietnam-time.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useToday } from "#renderer/app/use-today.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Disclosure } from "#renderer/ui/disclosure.tsx";
import { nameOfAct } from "./moves-here.ts";
import { UndoMany } from "./undo-many.tsx";

/** The steps that many batches took at once in the last days, of whom any can still be taken back. */
export function RecentActs({ batches }: { batches: readonly Batch[] }) {
  const { profile } = useWork();
  const all = useWords();
  const words = all.many;
  const { time, count } = useFormat();
  const since = dayAfter(useToday(), -7);
  const acts = massActs(batches, { by: profile.name, role: profile.role }).filter(
    (act) =>
      dayInVietnam(Date.parse(act.at)) >= since &&
      act.batches.some(({ stands }) => stands === "open" || stands === "undone"),
  );
  if (acts.length === 0) return null;
  return (
    <Disclosure label={words.recent(count(acts.length))}>
      <Stack gap="sm" mb="md">
        {acts.map((act) => (
          <Paper key={act.id} withBorder p="sm" radius="md">
            <Text fw={600}>{words.act(nameOfAct(all, act), count(act.batches.length))}</Text>
            <Text size="sm" c="dimmed">
              {words.actBy(act.by, time(act.at))}
            </Text>
            <UndoMany act={act.id} />
          </Paper>
        ))}
      </Stack>
    </Disclosure>
  );
}
