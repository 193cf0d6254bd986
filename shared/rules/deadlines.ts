import { type Batch, type BatchState, batchStates } from "#shared/archive/batch.ts";
import { dueFields, type DueStep, dueSteps, type OwnDue } from "#shared/archive/batch-due.ts";
import { daysBetween } from "#shared/base/vietnam-time.ts";
import { type BatchStepList, usualSteps } from "./batch-steps.ts";
import { levelOf } from "./issuing-body.ts";
import { letterMilestones, milestoneNames, type Milestones } from "./milestones.ts";

/** The rules that say when batches are due: the list of steps, and the days it names. */
export type DueRules = { batchSteps: BatchStepList; milestones: Milestones };

const usual: DueRules = { batchSteps: usualSteps, milestones: letterMilestones };

/** A day by the end of which a batch is to have come to a step; `own` where someone set it for this batch. */
export type Due = { step: DueStep; day: string; own: OwnDue | undefined };

/** A step still to come and its day; `daysLate` counts the days since it passed, below 0 those that are left. */
export type NextDue = Due & { daysLate: number };

/** The steps of a batch that have a day, in the order of its way. */
export function duesOf(batch: Batch, rules = usual): Due[] {
  return dueSteps.flatMap((step): Due[] => {
    const own = batch[dueFields[step]];
    const day = own && own.day !== "" ? own.day : usualDay(batch.scope, step, rules);
    return day === "" ? [] : [{ step, day, own: own?.day === day ? own : undefined }];
  });
}

/** The day of the list of steps for batches of a unit; empty where there is none. */
export function usualDay(scope: string, step: DueStep, { batchSteps, milestones }: DueRules): string {
  const due = batchSteps.steps.find((known) => known.step === step)?.due;
  const said = due?.[levelOf(scope) === "commune" ? "commune" : "district"] ?? "";
  const name = milestoneNames.find((known) => known === said);
  return name ? (milestones.milestones.find((known) => known.name === name)?.before ?? "") : said;
}

/** Whether a batch in this state has come to a step, or beyond; what was given back has to go its way again. */
export function hasComeTo(state: BatchState, step: DueStep): boolean {
  return state !== "returned" && batchStates.indexOf(state) >= batchStates.indexOf(step);
}

/** Of the steps still to come the one whose day is first, on a day (`yyyy-mm-dd`); nothing where none has a day. */
export function nextDue(batch: Batch, today: string, rules = usual): NextDue | undefined {
  let first: Due | undefined;
  for (const due of duesOf(batch, rules)) {
    if (!hasComeTo(batch.state, due.step) && (!first || due.day < first.day)) first = due;
  }
  return first && { ...first, daysLate: daysBetween(first.day, today) };
}

/** How many days a batch is late; 0 where it is not. */
export function daysLate(batch: Batch, today: string, rules = usual): number {
  return Math.max(0, nextDue(batch, today, rules)?.daysLate ?? 0);
}

/** The latest batches first, the others as they were. */
export function lateFirst(batches: readonly Batch[], today: string, rules = usual): Batch[] {
  const late = new Map(batches.map((batch) => [batch.id, daysLate(batch, today, rules)]));
  return [...batches].sort((one, other) => (late.get(other.id) ?? 0) - (late.get(one.id) ?? 0));
}
