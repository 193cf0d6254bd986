import { Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import type { KeepingStatus } from "#shared/contract/keeping.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** What is being done just now, how far it is, and a button to stop it. */
export function TaskLine({ task }: { task: NonNullable<KeepingStatus["task"]> }) {
  const words = useWords().keeping;
  const format = useFormat();
  const desk = useDesk();
  const { kind, done, total } = task;
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" wrap="nowrap">
        <Stack gap="0.3rem" flex={1}>
          <Text role="status" className="figures">
            {words.tasks[kind]}
            {total > 0 && ` ${words.progress(format.count(done), format.count(total))}`}
          </Text>
          <Progress
            value={total === 0 ? 100 : (100 * done) / total}
            animated
            aria-label={words.tasks[kind]}
          />
        </Stack>
        <Button variant="default" onClick={() => void desk.call("keeping.cancel", {})}>
          {words.stop}
        </Button>
      </Group>
    </Paper>
  );
}
