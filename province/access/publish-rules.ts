import { isDay } from "#shared/base/moment.ts";
import type { EditedSteps } from "#shared/rules/batch-steps.ts";
import type { Milestones } from "#shared/rules/milestones.ts";
import { type PackContent, readRulePack, type RulePack } from "#shared/rules/pack.ts";
import { isTooOld, programPattern } from "#shared/rules/pack-needs.ts";
import { provinceVersion } from "#province/province-version.ts";
import { Refused } from "#province/routes/typed.ts";
import type { Database } from "#province/store/database.ts";
import { type Administrator, noteAct } from "#province/store/note-act.ts";
import { addPack, holdPack, nextListVersion } from "#province/store/rules.ts";

/** Who publishes rules, under which name they are issued, why, and in whose audit it stands: the province's. */
export type Publishing = {
  by: Administrator;
  name: string;
  reason: string;
  scope: string;
  /** The version that the change was made from; others are refused. Without it the change is made to any. */
  expected?: number;
};

/** What is published: parts of a pack, and steps of batches whose list is given the next version. */
export type RuleEdit = Partial<PackContent> & {
  steps?: EditedSteps;
  /** The least version of the program that may apply them, beyond what they ask for themselves; empty for none. */
  needs?: string;
};

/**
 * Publishes rules beside those that stay, once they are found sound: a new pack with the next version, noted with its
 * reason in the province's audit. Machines are given it, signed, when they next ask.
 */
export async function publishRules(
  database: Database,
  { steps, needs, ...change }: RuleEdit,
  { by, name, reason, scope, expected }: Publishing,
  now: number,
): Promise<RulePack> {
  const fault = change.milestones && faultInDays(change.milestones);
  if (fault !== undefined) throw new Refused(400, "rules-fault", fault);
  if (needs !== undefined && needs !== "" && !isVersionHere(needs))
    throw new Refused(400, "rules-fault", `needs: this province's own version is ${provinceVersion}`);
  return database.transaction(async (inside) => {
    const last = await holdPack(inside);
    if (expected !== undefined && expected !== (last?.version ?? 0))
      throw new Refused(409, "rules-changed", `version ${last?.version ?? 0} is in force`);
    const batchSteps = steps && { ...steps, version: await nextListVersion(inside) };
    const wanted = { ...change, ...(batchSteps && { batchSteps }) };
    const pack = await addPack(inside, last, wanted, { by: name, now, needs });
    const read = readRulePack(pack);
    if (!read.ok) throw new Refused(400, "rules-fault", read.fault);
    const parts = [...Object.keys(wanted), ...(needs === undefined ? [] : ["needs"])].sort().join(" ");
    const changes = { act: "published", reason, name, parts, ...(needs !== undefined && { needs }) };
    await noteAct(inside, { scope, kind: "rules", id: String(pack.version), changes, by }, now);
    return pack;
  });
}

/** A version that there is: no machine could have one that is later than the province's, and all would be shut off. */
function isVersionHere(version: string): boolean {
  return new RegExp(programPattern).test(version) && !isTooOld(provinceVersion, version);
}

const longestSource = 500;

/** What no schema says of milestones: that their days are in the calendar, and that they say where they are from. */
function faultInDays({ source, campaign, milestones }: Milestones): string | undefined {
  if (source.trim() === "" || source.length > longestSource) return "/milestones: no source, or a long one";
  const days = [
    ...milestones.map(({ before }) => before),
    ...(campaign ? [campaign.from, campaign.before] : []),
  ];
  const wrong = days.find((day) => !isDay(day));
  return wrong === undefined ? undefined : `/milestones: ${wrong} is no day`;
}
