import { Alert, Button, Progress, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import type { CallOutput } from "#shared/contract/desk.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** How far the batch is, and the work of this machine, which can be paused. */
export function QueueProgress(props: {
  batchId: string;
  jobs: CallOutput<"jobs.summary"> | undefined;
  onChanged: () => void;
}) {
  const words = useWords();
  const { queue } = words.capture;
  const { count } = useFormat();
  const desk = useDesk();
  const { batchId, jobs, onChanged } = props;
  const whole = useAskedAgain(
    `completeness/${batchId}`,
    () => desk.call("batches.completeness", { batchId }),
    ["records.changed"],
  ).value;
  const pause = (paused: boolean) => {
    desk.call("jobs.pause", { paused }).then(onChanged, (error: unknown) => notifyFault(words, error));
  };
  const paused = jobs?.paused ?? false;
  return (
    <Section
      title={queue.title}
      actions={
        jobs && (
          <Button
            variant="default"
            leftSection={paused ? <IconPlayerPlay size="1.1rem" /> : <IconPlayerPause size="1.1rem" />}
            onClick={() => pause(!paused)}
          >
            {paused ? queue.resume : queue.pause}
          </Button>
        )
      }
    >
      <Stack>
        {paused && (
          <Alert color="yellow" variant="light" icon={<IconPlayerPause aria-hidden />}>
            {queue.paused}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl">
          <Bar
            name={queue.items}
            value={whole?.captured.items ?? 0}
            total={whole?.listed.items ?? 0}
            note={`${count(whole?.captured.items ?? 0)}/${count(whole?.listed.items ?? 0)}`}
          />
          <Bar
            name={queue.pages}
            value={whole?.captured.pages ?? 0}
            total={whole?.listed.pages ?? 0}
            note={`${count(whole?.captured.pages ?? 0)}/${count(whole?.listed.pages ?? 0)}`}
          />
          <Machine total={jobs?.total} />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}

function Machine({ total }: { total: CallOutput<"jobs.summary">["total"] | undefined }) {
  const { queue } = useWords().capture;
  const { count } = useFormat();
  if (!total) return null;
  const open = total.waiting + total.running;
  const all = open + total.done + total.held;
  const notes = [
    open === 0 ? queue.idle : queue.progress(count(total.done), count(all)),
    ...(total.running > 0 ? [queue.running(count(total.running))] : []),
    ...(total.held > 0 ? [queue.held(count(total.held))] : []),
  ];
  return (
    <Bar
      name={queue.machine}
      value={open === 0 ? 1 : total.done}
      total={open === 0 ? 1 : all}
      note={notes.join(" · ")}
    />
  );
}

function Bar(props: { name: string; value: number; total: number; note: string }) {
  const { name, value, total, note } = props;
  return (
    <Stack gap="0.3rem">
      <Text fw={600}>{name}</Text>
      <Progress
        value={total > 0 ? Math.min(100, (value / total) * 100) : 0}
        color={total > 0 && value >= total ? "lacquer" : "yellow"}
        size="lg"
        aria-label={`${name}: ${note}`}
      />
      <Text className="figures" c="dimmed">
        {note}
      </Text>
    </Stack>
  );
}
