import type { ArchiveRecord } from "#shared/archive/record.ts";
import { covers } from "#shared/archive/unit.ts";
import { mergeRecords, sameRecord } from "#shared/replication/merge.ts";
import { provinceWire } from "#tests/helpers/memory-province.ts";
import { plainRecord, quickDigest } from "#tests/helpers/memory-store.ts";
import { checkConflicts } from "./check-conflicts.ts";
import { clockOf, editsByField } from "./edits.ts";
import { type Broken, type Desk, type Machine, worldCollections, type Written } from "./plan.ts";

/** Everything that must hold once all lines have been good for some hours. */
export async function checkWorld(world: {
  province: Machine;
  desks: readonly Desk[];
  written: readonly Written[];
  failures: readonly unknown[];
  /** The province was put back from a copy: what it knew of who had seen what is gone. */
  restored: boolean;
}): Promise<{ broken: Broken[]; unnoticed: Broken[]; needless: number }> {
  const { province, desks, written } = world;
  const broken: Broken[] = world.failures.map((error) => ({ what: "a fault of ours", where: String(error) }));
  for (const desk of desks) {
    const there = provinceWire(() => province.home, desk.scope);
    for (const name of worldCollections) {
      const [mine, theirs] = [desk.home.store.digest(name), await there.digest(name)];
      if (mine.digest !== theirs.digest) broken.push({ what: `${name} differ`, where: desk.name });
      if (mine.digest !== quickDigest(desk.home.store.digestWithin(name, "")))
        broken.push({ what: `the digest of ${name} is not that of its records`, where: desk.name });
      for (const { record } of desk.home.store.rows(name)) {
        const scope: unknown = Reflect.get(record, "scope");
        if (typeof scope !== "string" || !covers(desk.scope, scope))
          broken.push({ what: `${record.id} crossed a scope`, where: desk.name });
      }
      if (desk.home.store.refused(name).length > 0)
        broken.push({ what: `${name} still refused`, where: desk.name });
      if (desk.home.store.unsent(name, 0, 1).documents.length > 0)
        broken.push({ what: `${name} still unsent`, where: desk.name });
    }
    if (!desk.equal) broken.push({ what: "its last round was not equal", where: desk.name });
    for (const { collection, state } of desk.acknowledged) {
      if (!holds(province, collection, plainRecord(state) as unknown as ArchiveRecord))
        broken.push({ what: `${state.id}, acknowledged, is lost`, where: desk.name });
    }
  }
  for (const machine of [province, ...desks]) {
    if (!(await machine.home.store.chainHolds()))
      broken.push({ what: "the chain is broken", where: machine.name });
  }
  for (const { desk, collection, record, value } of written) {
    if (!holds(province, collection, record))
      broken.push({ what: `${String(value)} of ${record.id}, saved, is lost`, where: desk.name });
  }
  const conflicts = checkConflicts(world);
  const all = [...broken, ...findOverwritten(province, written), ...conflicts.broken];
  return { ...conflicts, broken: all };
}

/** True where the province holds this state, or one merged with it. */
function holds(province: Machine, collection: Written["collection"], state: ArchiveRecord): boolean {
  const held = province.home.store.read(collection, state.id) as ArchiveRecord | undefined;
  return held !== undefined && sameRecord(mergeRecords(held, state), held);
}

/** The value each field ends with must be one that no later edit was made upon: nobody needs a clock to order the two. */
function findOverwritten(province: Machine, written: readonly Written[]): Broken[] {
  const broken: Broken[] = [];
  for (const [key, edits] of editsByField(written)) {
    const [first] = edits;
    if (!first) continue;
    const record = province.home.store.read(first.collection, first.record.id);
    const clock = record && clockOf(record, first.field);
    if (!edits.some((edit) => edit.clock === clock) || edits.some(({ over }) => over.includes(clock ?? "")))
      broken.push({ what: `${key} ends with what was written over`, where: "province" });
  }
  return broken;
}
