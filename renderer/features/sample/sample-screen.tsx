import { Alert, Button, Group, Loader, Progress, Stack, Text, Timeline, VisuallyHidden } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconPlayerPlay,
  IconPlayerTrackNext,
} from "@tabler/icons-react";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { Link } from "wouter";
import { DocumentWindow, type ShownDocument } from "#renderer/app/document-window.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { journeyOf, type StepState } from "./journey.ts";
import type { Loaded, Step } from "./step.ts";
import { steps } from "./steps.ts";

/** The way of a sample batch from the commune to the province, walked with the real work, step by step or at once. */
export function SampleScreen() {
  const words = useWords();
  const { sample } = words;
  const { count } = useFormat();
  const work = useWork();
  const desk = useDesk();
  const journey = journeyOf(work, desk);
  const { states, running, loaded, found } = useSyncExternalStore(journey.subscribe, journey.state);
  const [shown, setShown] = useState<ShownDocument>();
  const present = states.findIndex(({ state }) => state !== "done");
  const finished = present < 0;
  const begun = states.some(({ state }) => state !== "waiting");
  const stopped = states.some(({ state }) => state === "failed");
  const open = () => {
    const { found: last } = journey.state();
    if (last) setShown({ ...last, query: sample.searchWords });
  };
  const run = async (all: boolean) => {
    await (all ? journey.runAll() : journey.runNext());
    if (journey.state().states.every(({ state }) => state === "done")) open();
  };
  const busy = running ? sample.busy : undefined;
  return (
    <>
      <PageHeader
        title={sample.title}
        subtitle={sample.subtitle}
        actions={
          !finished && (
            <>
              <ExplainedButton
                variant="default"
                leftSection={<IconPlayerTrackNext size="1.1rem" />}
                reason={busy}
                onClick={() => void run(true)}
              >
                {sample.runAll}
              </ExplainedButton>
              <ExplainedButton
                leftSection={<IconPlayerPlay size="1.1rem" />}
                reason={busy}
                onClick={() => void run(false)}
              >
                {stopped ? sample.again : begun ? sample.next : sample.start}
              </ExplainedButton>
            </>
          )
        }
      />
      <Stack gap="lg" maw="56rem">
        {finished && (
          <Alert
            color="lacquer"
            variant="light"
            icon={<IconCircleCheck aria-hidden />}
            title={sample.finished}
          >
            <Text>{sample.finishedHint}</Text>
            {found && (
              <Button mt="sm" onClick={open}>
                {sample.openFound}
              </Button>
            )}
          </Alert>
        )}
        <Section
          title={sample.list}
          hint={finished ? "" : sample.stepOf(count(present + 1), count(steps.length))}
        >
          <Timeline active={finished ? steps.length : present - 1} bulletSize="2rem" lineWidth={2}>
            {steps.map((step, at) => {
              const state = states[at] ?? { state: "waiting" as const };
              return (
                <Timeline.Item
                  key={step.name}
                  bullet={<Bullet state={state} at={at} />}
                  color={state.state === "failed" ? "red" : "lacquer"}
                  aria-current={at === present ? "step" : undefined}
                  title={
                    <Text component="h3" m={0} fw={600} fz="1.05rem">
                      {sample.steps[step.name].title}
                      <VisuallyHidden>{` (${sample.state[state.state]})`}</VisuallyHidden>
                    </Text>
                  }
                >
                  <StepText step={step} state={state} loaded={loaded} />
                </Timeline.Item>
              );
            })}
          </Timeline>
        </Section>
      </Stack>
      <DocumentWindow shown={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

function Bullet({ state, at }: { state: StepState; at: number }) {
  switch (state.state) {
    case "waiting":
      return (
        <Text span fw={600} className="figures" aria-hidden>
          {at + 1}
        </Text>
      );
    case "running":
      return <Loader size="1.1rem" aria-hidden />;
    case "done":
      return <IconCheck size="1.1rem" aria-hidden />;
    case "failed":
      return <IconAlertTriangle size="1.1rem" color="var(--mantine-color-red-text)" aria-hidden />;
  }
}

function StepText(props: { step: Step; state: StepState; loaded: Loaded | undefined }): ReactNode {
  const words = useWords();
  const { sample } = words;
  const { count } = useFormat();
  const { step, state, loaded } = props;
  return (
    <Stack gap="0.3rem" maw="44rem" pb="sm">
      <Text>{sample.steps[step.name].explain}</Text>
      {step.role && (
        <Text size="sm" c="dimmed">
          {sample.actAs(words.common.roles[step.role])}
        </Text>
      )}
      <Outcome state={state} name={sample.steps[step.name].title} />
      {loaded && state.state !== "waiting" && (
        <Group>
          <Button component={Link} href={step.screen(loaded)} variant="light" size="sm">
            {sample.openScreen}
          </Button>
          <Text span size="sm" className="figures" c="dimmed">
            {state.state === "running" && state.total > 0
              ? sample.progress(count(state.done), count(state.total))
              : ""}
          </Text>
        </Group>
      )}
    </Stack>
  );
}

function Outcome({ state, name }: { state: StepState; name: string }) {
  const words = useWords();
  const { count } = useFormat();
  switch (state.state) {
    case "waiting":
      return null;
    case "running":
      return (
        <Progress
          value={state.total > 0 ? (state.done / state.total) * 100 : 100}
          animated
          striped={state.total === 0}
          aria-label={`${name}: ${words.sample.state.running}`}
        />
      );
    case "done":
      return (
        <Group gap="0.4rem" wrap="nowrap" role="status">
          <IconCircleCheck size="1.1rem" color="var(--mantine-color-lacquer-text)" aria-hidden />
          <Text span fw={600}>
            {state.say(words, count)}
          </Text>
        </Group>
      );
    case "failed":
      return state.problem ? (
        <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {state.problem(words, count)}
        </Alert>
      ) : (
        <FaultView error={state.error} />
      );
  }
}
