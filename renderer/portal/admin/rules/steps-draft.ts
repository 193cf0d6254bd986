import { type DueStep, dueSteps } from "#shared/archive/batch-due.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { Role } from "#shared/archive/role.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { type BarrierAsk, type EditedSteps, type OwnStep, usualSteps } from "#shared/rules/batch-steps.ts";
import { type MilestoneName, milestoneNames } from "#shared/rules/milestones.ts";
import { faultsInList } from "#shared/rules/own-steps.ts";
import { readTypedDay } from "./days-draft.ts";

/** What a center says of a step, as it is typed; without roles of its own those of the list take it. */
export type OwnStepDraft = { name: string; roles: readonly Role[] | undefined; omitted: "" | "yes" | "no" };

/** The day of a step: that of a milestone, one of its own, or none. */
export type DueDraft = { by: "" | MilestoneName | "day"; day: string };

export type StepDraft = OwnStepDraft & {
  asks: readonly BarrierAsk[];
  /** Whether all batches of a fonds take it together. */
  together: boolean;
  district: DueDraft;
  commune: DueDraft;
};

export type CentreDraft = { scope: string; steps: Record<DueStep, OwnStepDraft> };

export type StepsDraft = {
  source: string;
  claimHours: string;
  steps: Record<DueStep, StepDraft>;
  centres: readonly CentreDraft[];
};

type StepsFault = "missing" | "no-hours" | "no-day" | "nobody" | "stuck" | "not-left-out";

/** What is wrong with a draft by its fields: `source`, `hours`, or as `stepField` names those of steps. */
export type StepsFaults = ReadonlyMap<string, StepsFault>;

/** How faults name a field of a step, of a center where it has a scope. */
export function stepField(scope: string, step: DueStep, field: "roles" | "omitted" | "district" | "commune") {
  return `${scope}/${step}/${field}`;
}

export function forEachStep<Value>(make: (step: DueStep) => Value): Record<DueStep, Value> {
  return Object.fromEntries(dueSteps.map((step) => [step, make(step)])) as Record<DueStep, Value>;
}

function ownDraft(own: OwnStep | undefined): OwnStepDraft {
  const { name = "", roles, omitted } = own ?? {};
  return { name, roles, omitted: omitted === undefined ? "" : omitted ? "yes" : "no" };
}

function dueDraft(said = ""): DueDraft {
  const by = milestoneNames.find((name) => name === said);
  return by ? { by, day: "" } : { by: said === "" ? "" : "day", day: writeDate(said) };
}

/** A center that says nothing of its own yet. */
export function blankCentre(scope: string): CentreDraft {
  return { scope, steps: forEachStep(() => ownDraft(undefined)) };
}

export function draftOfSteps({ source, claimHours, steps, centres = [] }: EditedSteps): StepsDraft {
  return {
    source,
    claimHours: claimHours === undefined ? "" : String(claimHours),
    steps: forEachStep((step) => {
      const said = steps.find((one) => one.step === step);
      const [district, commune] = [dueDraft(said?.due?.district), dueDraft(said?.due?.commune)];
      return {
        ...ownDraft(said),
        asks: said?.asks ?? [],
        together: said?.together !== undefined,
        district,
        commune,
      };
    }),
    centres: centres.map((centre) => ({
      scope: centre.scope,
      steps: forEachStep((step) => ownDraft(centre.steps.find((one) => one.step === step))),
    })),
  };
}

/** The list of steps that a draft means, as far as it can be read, and what is wrong with it by its fields. */
export function readSteps(draft: StepsDraft): { steps: EditedSteps; faults: StepsFaults } {
  const faults = new Map<string, StepsFault>();
  const source = cleanText(draft.source);
  if (source === "") faults.set("source", "missing");
  const hours = draft.claimHours.trim();
  const claimHours = /^\d{1,3}$/.test(hours) ? Number(hours) : 0;
  if (hours !== "" && (claimHours < 1 || claimHours > 720)) faults.set("hours", "no-hours");
  const ownOf = (scope: string, step: DueStep, { name, roles, omitted }: OwnStepDraft): OwnStep => {
    if (roles?.length === 0) faults.set(stepField(scope, step, "roles"), "nobody");
    const called = cleanText(name);
    return {
      step,
      ...(called !== "" && { name: called }),
      ...(roles && roles.length > 0 && { roles: [...roles] }),
      ...(omitted !== "" && { omitted: omitted === "yes" }),
    };
  };
  const dueOf = (step: DueStep, level: "district" | "commune", { by, day }: DueDraft): string => {
    if (by !== "day") return by;
    const read = readTypedDay(day) ?? "";
    if (read === "") faults.set(stepField("", step, level), "no-day");
    return read;
  };
  const steps: EditedSteps = {
    source,
    ...(claimHours > 0 && { claimHours }),
    steps: dueSteps.map((step) => {
      const { asks, ...own } = draft.steps[step];
      const [district, commune] = [
        dueOf(step, "district", own.district),
        dueOf(step, "commune", own.commune),
      ];
      const due = { ...(district !== "" && { district }), ...(commune !== "" && { commune }) };
      return {
        ...ownOf("", step, own),
        ...(asks.length > 0 && { asks: [...asks] }),
        ...(own.together && { together: "fonds" as const }),
        ...(Object.keys(due).length > 0 && { due }),
      };
    }),
  };
  const centres = draft.centres.flatMap(({ scope, steps: said }) => {
    const own = dueSteps
      .map((step) => ownOf(scope, step, said[step]))
      .filter((one) => Object.keys(one).length > 1);
    return own.length === 0 ? [] : { scope, steps: own };
  });
  if (centres.length > 0) steps.centres = centres;
  // Which version it will have is the province's to say; any above the app's own tells what else is wrong.
  for (const fault of faultsInList({ ...steps, version: usualSteps.version + 1 }, usualSteps.version)) {
    if (fault.code === "stuck") faults.set(stepField(fault.scope, fault.step, "roles"), "stuck");
    if (fault.code === "not-left-out")
      faults.set(stepField(fault.scope, fault.step, "omitted"), "not-left-out");
  }
  return { steps, faults };
}

/** As `carryDays`, step by step; centers go together. */
export function carrySteps(draft: StepsDraft, begun: StepsDraft, present: StepsDraft): StepsDraft {
  const own = <Value>(typed: Value, was: Value, is: Value): Value =>
    JSON.stringify(typed) === JSON.stringify(was) ? is : typed;
  return {
    source: own(draft.source, begun.source, present.source),
    claimHours: own(draft.claimHours, begun.claimHours, present.claimHours),
    steps: forEachStep((step) => own(draft.steps[step], begun.steps[step], present.steps[step])),
    centres: own(draft.centres, begun.centres, present.centres),
  };
}
