import type { DueStep } from "#shared/archive/batch-due.ts";
import { ownStepOf } from "#shared/rules/own-steps.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";

/** What the steps of a unit's batches are called: as its center calls them, else as the app does. */
export function useStepNames(scope: string): (step: DueStep | "draft") => string {
  const { batchSteps } = useRuleData();
  const { steps } = useWords().batches;
  return (step) => ownStepOf(batchSteps, scope, step).name ?? steps[step];
}
