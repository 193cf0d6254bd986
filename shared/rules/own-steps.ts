import { type Batch, batchMoves, type BatchRefusal, type BatchState, goesOn } from "#shared/archive/batch.ts";
import { type DueStep, dueSteps } from "#shared/archive/batch-due.ts";
import type { Role } from "#shared/archive/role.ts";
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

/**
 * What no schema says of a list: whom it gives a step may take it already, somebody is left who does, what it leaves out
 * may be left out, and where
 * it says something of its own its version is above that of the app's list (`usual`), so that steps tell them apart.
 */
export function faultInList(list: BatchStepList, usual: number): string | undefined {
  const all: OwnStep[] = [...list.steps, ...(list.centres ?? []).flatMap(({ steps }) => steps)];
  const own =
    all.some(({ name, roles, omitted }) => (name ?? roles ?? omitted) !== undefined) ||
    list.steps.some(({ together }) => together !== undefined);
  if (own && list.version <= usual) return `version ${list.version} is the app's own; give a higher one`;
  for (const { step, roles, omitted } of all) {
    if (omitted && !optional.includes(step)) return `the step ${step} cannot be left out`;
    const allowed = new Set<Role>(batchMoves.filter(({ to }) => to === step).flatMap((move) => move.roles));
    const stranger = roles?.find((role) => !allowed.has(role));
    if (stranger) return `the role ${stranger} does not take the step ${step}`;
  }
  const stuck = ["", ...(list.centres ?? []).map(({ scope }) => scope)].flatMap((scope) =>
    dueSteps.filter((step) => !isPassable(list, scope, step)),
  );
  return stuck.length === 0 ? undefined : `no role is left that takes the step ${stuck[0]}`;
}

/** Whether somebody comes to a step from one before it that is not left out, or it is left out itself. */
function isPassable(list: BatchStepList, scope: string, step: DueStep): boolean {
  const { roles, omitted } = ownStepOf(list, scope, step);
  if (omitted || !roles) return true;
  const ways = batchMoves.filter(({ from, to }) => to === step && goesOn(from, to));
  const open = ways.filter(({ from }) => !ownStepOf(list, scope, from).omitted);
  return open.some((way) => way.roles.some((role) => roles.includes(role)));
}
