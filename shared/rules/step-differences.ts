import { type DueStep, dueSteps } from "#shared/archive/batch-due.ts";
import type { Role } from "#shared/archive/role.ts";
import type { BarrierAsk, EditedSteps, OwnStep } from "./batch-steps.ts";

/** One thing that two lists of steps say differently, of a center where it has a scope; what is not said is absent. */
export type StepDifference =
  | { of: "source"; before: string; after: string }
  | { of: "hours"; before: number | undefined; after: number | undefined }
  | { of: "name"; scope: string; step: DueStep; before: string | undefined; after: string | undefined }
  | {
      of: "roles";
      scope: string;
      step: DueStep;
      before: readonly Role[] | undefined;
      after: readonly Role[] | undefined;
    }
  | { of: "omitted"; scope: string; step: DueStep; before: boolean | undefined; after: boolean | undefined }
  | { of: "asks"; step: DueStep; before: readonly BarrierAsk[]; after: readonly BarrierAsk[] }
  | { of: "together"; step: DueStep; before: boolean; after: boolean }
  | { of: "due"; step: DueStep; level: "district" | "commune"; before: string; after: string };

/** What changes from one list of steps to another, in the order of the way of a batch; the list first, then centers. */
export function stepDifferences(before: EditedSteps, after: EditedSteps): StepDifference[] {
  const found: StepDifference[] = [];
  if (before.source !== after.source)
    found.push({ of: "source", before: before.source, after: after.source });
  if (before.claimHours !== after.claimHours)
    found.push({ of: "hours", before: before.claimHours, after: after.claimHours });
  for (const step of dueSteps) {
    const [was, is] = [before, after].map((list) => list.steps.find((one) => one.step === step));
    found.push(...ownDifferences("", step, was, is));
    const asks = { before: was?.asks ?? [], after: is?.asks ?? [] };
    if (!isSame(asks.before, asks.after)) found.push({ of: "asks", step, ...asks });
    const together = { before: was?.together !== undefined, after: is?.together !== undefined };
    if (together.before !== together.after) found.push({ of: "together", step, ...together });
    for (const level of ["district", "commune"] as const) {
      const due = { before: was?.due?.[level] ?? "", after: is?.due?.[level] ?? "" };
      if (due.before !== due.after) found.push({ of: "due", step, level, ...due });
    }
  }
  const scopes = [before, after].flatMap(({ centres = [] }) => centres.map(({ scope }) => scope));
  for (const scope of [...new Set(scopes)].sort())
    for (const step of dueSteps)
      found.push(...ownDifferences(scope, step, saidOf(before, scope, step), saidOf(after, scope, step)));
  return found;
}

function saidOf({ centres = [] }: EditedSteps, scope: string, step: DueStep): OwnStep | undefined {
  const said = centres.filter((centre) => centre.scope === scope).flatMap(({ steps }) => steps);
  return said.find((own) => own.step === step);
}

function ownDifferences(
  scope: string,
  step: DueStep,
  was: OwnStep | undefined,
  is: OwnStep | undefined,
): StepDifference[] {
  const found: StepDifference[] = [];
  if (was?.name !== is?.name) found.push({ of: "name", scope, step, before: was?.name, after: is?.name });
  if (!isSame(was?.roles, is?.roles))
    found.push({ of: "roles", scope, step, before: was?.roles, after: is?.roles });
  if (was?.omitted !== is?.omitted)
    found.push({ of: "omitted", scope, step, before: was?.omitted, after: is?.omitted });
  return found;
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((value) => other.includes(value));
}
