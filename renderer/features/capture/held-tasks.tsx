import { Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { HeldJob } from "#shared/contract/capture.ts";
import type { Words } from "#shared/text/vi.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";

/** Tasks that wait for a person: which, why, since when, and another try. */
export function HeldTasks(props: {
  held: readonly HeldJob[];
  documents: readonly Document[];
  onRetried: () => void;
}) {
  const words = useWords();
  const { held, documents, onRetried } = props;
  const names = new Map(documents.map(({ file, item }) => [item.id, `${file.code}.${item.ordinal}`]));
  const { empty, emptyHint } = words.station.held;
  if (held.length === 0) return <EmptyState Icon={IconCircleCheck} title={empty} hint={emptyHint} />;
  return (
    <Section title={`${words.capture.held.title} (${held.length})`} hint={words.capture.held.hint}>
      <VirtualList
        label={words.capture.held.title}
        count={held.length}
        rowHeight={4}
        height="36rem"
        keyOf={(at) => held[at]?.id ?? ""}
        renderRow={(at) => {
          const task = held[at];
          return task && <Task task={task} name={names.get(task.itemId) ?? ""} onRetried={onRetried} />;
        }}
      />
    </Section>
  );
}

function Task({ task, name, onRetried }: { task: HeldJob; name: string; onRetried: () => void }) {
  const words = useWords();
  const { time } = useFormat();
  const desk = useDesk();
  const retry = () => {
    desk.call("jobs.retry", { id: task.id }).then(onRetried, (error: unknown) => notifyFault(words, error));
  };
  return (
    <Group gap="md" py="xs" wrap="nowrap">
      <IconAlertTriangle color="var(--mantine-color-red-text)" aria-hidden />
      <Stack gap={0} flex={1} miw={0}>
        <Text fw={600}>{[name, stepName(words, task.step)].filter(Boolean).join(" · ")}</Text>
        <Text>{holdWords(words, task.reason)}</Text>
        <Text size="sm" c="dimmed">
          {words.capture.held.since(time(task.since))}
        </Text>
      </Stack>
      <Button variant="default" onClick={retry}>
        {words.capture.held.retry}
      </Button>
    </Group>
  );
}

function stepName(words: Words, step: string): string {
  return Object.entries(words.capture.steps).find(([name]) => name === step)?.[1] ?? step;
}

/** Why a page or an item waits, in words; a reason that is not known still says what to do. */
function holdWords(words: Words, reason: string): string {
  const known = { ...words.capture.itemHolds, ...words.capture.pageHolds };
  const found = Object.entries(known).find(([code]) => code === reason && code !== "");
  return found?.[1] ?? words.capture.held.unknown;
}
