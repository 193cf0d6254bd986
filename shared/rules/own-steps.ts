import { type Batch, batchMoves, type BatchRefusal, type BatchState, goesOn } from "#shared/archive/batch.ts";
import { type DueStep, dueSteps } from "#shared/archive/batch-due.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { covers } from "#shared/archive/unit.ts";
import type { BatchStepList, OwnStep } from "./batch-steps.ts";

/** Why a list of steps refuses a move that the table of moves allows. */
type ListRefusal = Extract<BatchRefusal, "step-left-out" | "role-not-listed">;

/** Steps that a center may leave out of its way. */
const optional: readonly string[] = ["preparing"];

/** What a list says of a step for a unit: each by the nearest center that covers it, else by the list itself. */
export function ownStepOf(
  list: BatchStepList,
  scope: string,
  step: BatchState,
): Pick<OwnStep, "name" | "roles" | "omitted"> {
  const near = (list.centres ?? [])
    .filter((centre) => covers(centre.scope, scope))
    .sort((one, other) => other.scope.length - one.scope.length);
  const said = [...near.flatMap(({ steps }) => steps), ...list.steps].filter((own) => own.step === step);
  const name = said.find((own) => own.name !== undefined)?.name;
  const roles = said.find((own) => own.roles !== undefined)?.roles;
  const omitted = said.find((own) => own.omitted !== undefined)?.omitted;
  return { ...(name ? { name } : {}), ...(roles ? { roles } : {}), ...(omitted ? { omitted } : {}) };
}

/**
 * Whether a list of steps leaves a move to a state out for a unit, or to other roles. It only narrows what the table of
 * moves allows: of its roles some, never one more.
 */
export function refuseByList(
  list: BatchStepList,
  scope: string,
  to: BatchState,
  role: Role,
): ListRefusal | undefined {
  const own = ownStepOf(list, scope, to);
  if (own.omitted) return "step-left-out";
  return own.roles && !own.roles.includes(role) ? "role-not-listed" : undefined;
}

/**
 * Whether the list that a batch's last step was taken under, where it is known, refuses it to the role that it says it
 * was taken in (or `as` another): whoever brings it may carry another's. What takes a step back is asked by that step.
 */
export function refuseLastStep(
  { steps = [], state, scope }: Pick<Batch, "steps" | "state" | "scope">,
  listOf: (version: number) => BatchStepList | undefined,
  as?: Role,
): ListRefusal | undefined {
  const last = steps.at(-1);
  if (last?.list === undefined || last.to !== state || last.undoes !== undefined) return undefined;
  const list = listOf(last.list);
  return list && refuseByList(list, scope, state, as ?? last.role);
}

/** Whether a step may be left out of a center's way. */
export function mayBeLeftOut(step: BatchState): boolean {
  return optional.includes(step);
}

/** The roles that the table of moves lets take a step, of which a list may name some. */
export function rolesOfStep(step: BatchState): Role[] {
  const moves = batchMoves.filter(({ to }) => to === step);
  return roles.filter((role) => moves.some((move) => move.roles.includes(role)));
}

/** What no schema says of a list; of a center where it has a scope, else of the list itself. */
export type ListFault =
  | { code: "version" }
  | { code: "not-left-out"; scope: string; step: DueStep }
  | { code: "role"; scope: string; step: DueStep; role: Role }
  | { code: "stuck"; scope: string; step: DueStep };

/**
 * What no schema says of a list: whom it gives a step may take it already, somebody is left who does, what it leaves out
 * may be left out, and where it says something of its own its version is above that of the app's list (`usual`), so that
 * steps tell them apart.
 */
export function faultsInList(list: BatchStepList, usual: number): ListFault[] {
  const centres = list.centres ?? [];
  const faults: ListFault[] = [];
  const all: OwnStep[] = [...list.steps, ...centres.flatMap(({ steps }) => steps)];
  const own =
    all.some(({ name, roles: said, omitted }) => (name ?? said ?? omitted) !== undefined) ||
    list.steps.some(({ together }) => together !== undefined);
  if (own && list.version <= usual) faults.push({ code: "version" });
  for (const { scope, steps } of [{ scope: "", steps: list.steps as OwnStep[] }, ...centres])
    for (const said of steps) faults.push(...faultsInStep(scope, said));
  const stuckAt = (scope: string) => dueSteps.filter((step) => !isPassable(list, scope, step));
  const everywhere = stuckAt("");
  faults.push(...everywhere.map((step) => ({ code: "stuck" as const, scope: "", step })));
  for (const { scope } of centres) {
    const here = stuckAt(scope).filter((step) => !everywhere.includes(step));
    faults.push(...here.map((step) => ({ code: "stuck" as const, scope, step })));
  }
  return faults;
}

function faultsInStep(scope: string, { step, roles: said = [], omitted }: OwnStep): ListFault[] {
  const allowed = rolesOfStep(step);
  const strangers = said.filter((role) => !allowed.includes(role));
  return [
    ...(omitted && !mayBeLeftOut(step) ? [{ code: "not-left-out" as const, scope, step }] : []),
    ...strangers.map((role) => ({ code: "role" as const, scope, step, role })),
  ];
}

/** The first fault of a list in a sentence for who sets rules by a file. */
export function faultInList(list: BatchStepList, usual: number): string | undefined {
  const [fault] = faultsInList(list, usual);
  if (!fault) return undefined;
  switch (fault.code) {
    case "version":
      return `version ${list.version} is the app's own; give a higher one`;
    case "not-left-out":
      return `the step ${fault.step} cannot be left out`;
    case "role":
      return `the role ${fault.role} does not take the step ${fault.step}`;
    case "stuck":
      return `no role is left that takes the step ${fault.step}`;
  }
}

/** Whether somebody comes to a step from one before it that is not left out, or it is left out itself. */
function isPassable(list: BatchStepList, scope: string, step: DueStep): boolean {
  const { roles, omitted } = ownStepOf(list, scope, step);
  if (omitted || !roles) return true;
  const ways = batchMoves.filter(({ from, to }) => to === step && goesOn(from, to));
  const open = ways.filter(({ from }) => !ownStepOf(list, scope, from).omitted);
  return open.some((way) => way.roles.some((role) => roles.includes(role)));
}
