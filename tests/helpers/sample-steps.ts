import type { Batch } from "#shared/archive/batch.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { type BatchStepList, type OwnStep, usualSteps } from "#shared/rules/batch-steps.ts";
import type { RulePack } from "#shared/rules/pack.ts";

/** A pack of rules that changes nothing of the app's own. */
export const blankPack: RulePack = {
  ...{ version: 1, issuedAt: "2025-05-01T00:00:00.000Z", issuedBy: "", open: true, profiles: [] },
  defaultProfile: "TT05-2025",
};

/** A list of steps of this version in which a district's center says this of its steps. */
export function sampleSteps(
  version: number,
  own: OwnStep[] = [{ step: "preparing", roles: ["sorter"] }],
): BatchStepList {
  const source = `Trung tâm Tuy Phước, bản ${version}`;
  return { ...usualSteps, version, source, centres: [{ scope: "52.550", steps: own }] };
}

/** A list of steps of this version that all batches of a fonds take these steps of together. */
export function togetherSteps(version: number, together: readonly Batch["state"][]): BatchStepList {
  const steps = usualSteps.steps.map((one) =>
    together.includes(one.step) ? { ...one, together: "fonds" as const } : one,
  );
  return { ...usualSteps, version, source: "Sở Nội vụ", steps };
}

/** A batch that took a step under a version of the list. */
export function stepTo(
  batch: Batch,
  to: Batch["state"],
  { role, list, reason = "" }: { role: Role; list?: number; reason?: string },
  stamp: Stamp,
): Batch {
  const at = "2025-05-20T08:00:00.000Z";
  const step = { to, at, by: stamp.by, role, reason, ...(list === undefined ? {} : { list }) };
  const steps = [...(batch.steps ?? []), step];
  return editRecord(batch, { state: to, reason, steps }, stamp);
}
