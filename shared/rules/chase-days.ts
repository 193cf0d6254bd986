import { dayAfter } from "#shared/base/vietnam-time.ts";
import type { DueRules } from "./deadlines.ts";
import { dayOf, milestoneNames } from "./milestones.ts";

/**
 * The day before which communes hand over, and the day from which those that did not are chased; both empty where no day
 * is set. It is the list of steps' own day for the handover of a commune (in time on that day itself), else the
 * milestone of the communes' documents.
 */
export function chaseDays({ batchSteps, milestones }: DueRules): { before: string; chaseFrom: string } {
  const said =
    batchSteps.steps.find(({ step }) => step === "handed-over")?.due?.commune ?? "communeDocuments";
  const name = milestoneNames.find((known) => known === said);
  const before = name ? dayOf(name, milestones) : dayAfter(said, 1);
  return { before, chaseFrom: before === "" ? "" : dayAfter(before, milestones.chaseAfter ?? 0) };
}
