import { Button, Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import {
  IconArrowBackUp,
  IconBuildingBank,
  IconClipboardCheck,
  IconCoffee,
  IconListDetails,
  IconPackage,
  IconPackages,
  IconPlayerPlay,
  IconScan,
  IconTruckDelivery,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { Link } from "wouter";
import { type BatchState, batchStates } from "#shared/archive/batch.ts";
import type { Overview } from "#shared/contract/records.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { nextTasks, type Task, type TaskName } from "./next-tasks.ts";

const icons: Record<TaskName, ComponentType<{ size?: number | string }>> = {
  startInventory: IconListDetails,
  makeBatch: IconPackages,
  handOver: IconTruckDelivery,
  fixReturned: IconArrowBackUp,
  receive: IconPackage,
  capture: IconScan,
  check: IconClipboardCheck,
  watch: IconBuildingBank,
  rest: IconCoffee,
  sample: IconPlayerPlay,
};

/** What to do next in the person's role, and how much there is on this machine. */
export function HomeScreen() {
  const desk = useDesk();
  const { profile } = useWork();
  const words = useWords().shell;
  const nameOf = useUnitNames();
  const asked = useAskedAgain("overview", () => desk.call("counts.overview", {}), [
    "records.changed",
    "jobs.changed",
  ]);
  return (
    <Stack gap="lg" maw="64rem">
      <PageHeader title={words.home.greeting(profile.name)} subtitle={nameOf(profile.scope)} />
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {asked.value && (
        <>
          <Stack component="section" gap="sm" aria-label={words.home.nextTitle}>
            <Title order={2} fz="1.125rem">
              {words.home.nextTitle}
            </Title>
            {nextTasks(profile.role, countStates(asked.value), asked.value.files).map((task, at) => (
              <TaskCard key={task.name} task={task} first={at === 0} />
            ))}
          </Stack>
          <Counts overview={asked.value} />
        </>
      )}
    </Stack>
  );
}

function TaskCard({ task, first }: { task: Task; first: boolean }) {
  const { tasks } = useWords().shell.home;
  const words = tasks[task.name];
  const Icon = icons[task.name];
  return (
    <Card withBorder padding="lg">
      <Group justify="space-between" gap="md">
        <Group wrap="nowrap" flex="1 1 20rem">
          <ThemeIcon size="3rem" radius="md" variant={first ? "filled" : "light"} aria-hidden>
            <Icon size="1.6rem" />
          </ThemeIcon>
          <div>
            <Text fw={600} fz="1.0625rem">
              {words.title}
            </Text>
            <Text c="dimmed">{typeof words.hint === "string" ? words.hint : words.hint(task.count)}</Text>
          </div>
        </Group>
        <Button component={Link} href={task.to} variant={first ? "filled" : "default"} size="md">
          {words.action}
        </Button>
      </Group>
    </Card>
  );
}

function Counts({ overview }: { overview: Overview }) {
  const words = useWords().shell.home;
  const format = useFormat();
  const names = ["fonds", "files", "items", "pages", "renditions", "held"] as const;
  const states = countStates(overview);
  const present = batchStates.filter((state) => states[state] > 0);
  return (
    <>
      <Section title={words.countsTitle}>
        <SimpleGrid cols={{ base: 2, sm: 3, md: 6 }}>
          {names.map((name) => (
            <Stack key={name} gap={0}>
              <Text fz="1.5rem" fw={600} className="figures">
                {format.count(overview[name])}
              </Text>
              <Text c="dimmed" size="sm">
                {words.counts[name]}
              </Text>
            </Stack>
          ))}
        </SimpleGrid>
      </Section>
      <Section title={words.batchesTitle}>
        {present.length === 0 ? (
          <Text c="dimmed">{words.noBatches}</Text>
        ) : (
          <Group gap="lg">
            {present.map((state) => (
              <Group key={state} gap="xs">
                <BatchStateBadge state={state} />
                <Text fw={600} className="figures">
                  {format.count(states[state])}
                </Text>
              </Group>
            ))}
          </Group>
        )}
      </Section>
    </>
  );
}

function countStates(overview: Overview): Record<BatchState, number> {
  const of = (state: BatchState) => overview.batches.find((entry) => entry.state === state)?.count ?? 0;
  return {
    draft: of("draft"),
    "handed-over": of("handed-over"),
    received: of("received"),
    capturing: of("capturing"),
    checking: of("checking"),
    accepted: of("accepted"),
    returned: of("returned"),
  };
}
