import { Grid, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { type BatchState, batchStates } from "#shared/archive/batch.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { Overview } from "#shared/contract/records.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useBatches } from "#renderer/app/use-batches.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { countLacks } from "./lacks.ts";
import { LateBatches } from "./late-batches.tsx";
import { LearnCard } from "./learn-card.tsx";
import { MilestoneList } from "./milestone-list.tsx";
import { MyWork } from "./my-work.tsx";
import { nextTasks } from "./next-tasks.ts";
import { TaskList } from "./task-list.tsx";

const wallClock = () => Date.now();

/** What to do next in the person's role, the province's dates, and how much there is on this machine. */
export function HomeScreen() {
  const desk = useDesk();
  const { profile } = useWork();
  const words = useWords().shell;
  const nameOf = useUnitNames();
  const narrow = useNarrow();
  const batches = useBatches();
  const overview = useAskedAgain("overview", () => desk.call("counts.overview", {}), [
    "records.changed",
    "jobs.changed",
  ]);
  const lacks = useAskedAgain("lacks", () => countLacks((input) => desk.call("listing.facets", input)), [
    "records.changed",
  ]);
  const error = overview.error ?? lacks.error;
  const askAll = () => {
    overview.ask();
    lacks.ask();
  };
  const facts = overview.value &&
    batches && {
      files: overview.value.files,
      held: overview.value.held,
      lacks: lacks.value ?? {},
      batches,
    };
  return (
    <Stack gap="lg" maw="76rem">
      <PageHeader title={words.home.greeting(profile.name)} subtitle={nameOf(profile.scope)} />
      {error !== undefined && <FaultView error={error} onRetry={askAll} />}
      <Grid gap="lg">
        <Grid.Col span={narrow ? 12 : 8}>
          <Stack gap="lg">
            <MyWork />
            {batches && <LateBatches batches={batches} />}
            {facts && <TaskList tasks={nextTasks(profile.role, facts)} />}
            {overview.value && <Counts overview={overview.value} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={narrow ? 12 : 4}>
          <Stack gap="lg">
            {facts?.files === 0 && <LearnCard />}
            {facts && <MilestoneList facts={facts} today={dayInVietnam(wallClock())} />}
            {facts?.files !== 0 && <LearnCard />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
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
    preparing: of("preparing"),
    capturing: of("capturing"),
    checking: of("checking"),
    accepted: of("accepted"),
    returned: of("returned"),
    packed: of("packed"),
    sent: of("sent"),
    acknowledged: of("acknowledged"),
  };
}
