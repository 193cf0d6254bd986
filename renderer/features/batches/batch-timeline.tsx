import { Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconCircleDot, IconCircleDotted } from "@tabler/icons-react";
import { type Batch, type BatchState, isAccepted, timesReturned } from "#shared/archive/batch.ts";
import { ownStepOf } from "#shared/rules/own-steps.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useStepNames } from "#renderer/app/use-step-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import classes from "./batch-timeline.module.css";

const allSteps = [
  "draft",
  "handed-over",
  "received",
  "preparing",
  "capturing",
  "checking",
  "accepted",
  "packed",
  "sent",
  "acknowledged",
] as const;

/** The way of a batch from its making to its acceptance: which steps are past, when, and by whom. */
export function BatchTimeline({ batch }: { batch: Batch }) {
  const { batches: words, barrier, common, many } = useWords();
  const format = useFormat();
  const nameOf = useStepNames(batch.scope);
  const { batchSteps } = useRuleData();
  const stateOf = (state: BatchState) =>
    ownStepOf(batchSteps, batch.scope, state).name ?? common.batchStates[state];
  // A step that the center leaves out is shown where a batch stands at it from before.
  const steps = allSteps.filter(
    (step) => step === batch.state || !ownStepOf(batchSteps, batch.scope, step).omitted,
  );
  const at = batch.state === "returned" ? 0 : steps.findIndex((step) => step === batch.state);
  const stamps: Partial<Record<(typeof allSteps)[number], [at: string, by: string]>> = {
    "handed-over": [batch.handedOverAt, batch.handedOverBy],
    received: [batch.receivedAt, batch.receivedBy],
    ...(isAccepted(batch.state) ? { accepted: [batch.decidedAt, batch.decidedBy] as [string, string] } : {}),
  };
  const log = batch.steps ?? [];
  const returned = timesReturned(batch);
  return (
    <>
      <ol className={classes["steps"]}>
        {steps.map((step, place) => {
          const [when, who] = stamps[step] ?? ["", ""];
          const done = place < at || batch.state === "acknowledged" || (step === "accepted" && place === at);
          const here = place === at && !done;
          const Icon = done ? IconCheck : here ? IconCircleDot : IconCircleDotted;
          return (
            <li key={step} className={classes["step"]} aria-current={here ? "step" : undefined}>
              <ThemeIcon
                radius="xl"
                size="2rem"
                variant={done ? "filled" : here ? "light" : "default"}
                aria-hidden
              >
                <Icon size="1.1rem" />
              </ThemeIcon>
              <Text fw={here ? 600 : 400}>{nameOf(step)}</Text>
              {when !== "" && (
                <Text size="sm" c="dimmed">
                  {words.stampedBy(format.time(when), who)}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
      {log.length > 0 && (
        <details>
          <summary>{words.log}</summary>
          {returned > 0 && <Text>{words.returnedTimes(format.count(returned))}</Text>}
          <ol>
            {log.map((step) => (
              <li key={`${step.at} ${step.to}`}>
                <Text>
                  {[
                    step.undoes === undefined ? stateOf(step.to) : many.undoStep(stateOf(step.to)),
                    `${words.stampedBy(format.time(step.at), step.by)} (${common.roles[step.role]})`,
                    ...(step.list === undefined ? [] : [words.underList(String(step.list))]),
                  ].join(" · ")}
                </Text>
                {step.reason !== "" && <Text size="sm">{words.reasonGiven(step.reason)}</Text>}
                {step.past !== undefined && step.past !== "" && (
                  <Text size="sm">{barrier.pastGiven(step.past)}</Text>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
