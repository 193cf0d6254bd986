import { type Batch, isAccepted } from "#shared/archive/batch.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Item } from "#shared/archive/item.ts";
import { type Act, may } from "#shared/archive/permissions.ts";
import { type ArchiveRecord, editRecord, type Stamp } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { actsOfWrite } from "#shared/archive/write-acts.ts";
import { covers } from "#shared/archive/unit.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { Parent } from "#shared/replication/parents.ts";
import { frozenBy, type ReadHeld } from "#shared/replication/rule-frozen.ts";
import type { HeldInBatch } from "#shared/replication/rule-barrier.ts";
import { ruleItem } from "#shared/replication/rule-item.ts";
import { newlyLinked } from "#shared/replication/rule-linked.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import type { Beside } from "#shared/rules/fonds-barrier.ts";
import { ruleBatch } from "#shared/replication/rule-batch.ts";

/**
 * The record to write, which for a batch may be ruled otherwise than it was handed in; or what its writer may not; or
 * the unit that it is of, where that is not its writer's; or the number of the accepted batch whose content it would
 * change.
 */
export type Permitted = { record: ArchiveRecord } | { act: Act } | { outside: string } | { accepted: string };

/** In which role, and for which unit (the empty text for any), a person may write. */
export type Writer = { role: Role; scope: string };

export type PermitWrite = (
  collection: CollectionName,
  record: ArchiveRecord,
  held: ArchiveRecord | undefined,
) => Permitted;

type Parts = {
  /** As what whoever signed a record may have written it. */
  writersOf: (name: string) => readonly Writer[];
  isOfSample: (collection: CollectionName, record: ArchiveRecord) => boolean;
  stamp: (by: string) => Stamp;
  /** The reworks of a batch that are open, and those that were closed. */
  reworksOf: (batchId: string) => { open: readonly string[]; closed: readonly string[] };
  /** What this machine holds in a batch that a step brings to this state. */
  contentOf: (batch: Batch) => HeldInBatch;
  /** The other batches of its fonds, where the step of a batch asks for them. */
  besideOf: (batch: Batch) => readonly Beside[];
  /** The list of steps of a version; a step under one that is not known here goes by the table of moves alone. */
  listOf: (version: number) => BatchStepList | undefined;
  read: ReadHeld;
  /** Who captured the pages of an item that a write passes. */
  capturersOf: (held: ArchiveRecord | undefined, merged: ArchiveRecord) => readonly string[];
  /** The unit of a record that this machine holds. */
  scopeOf: (record: Parent) => string | undefined;
};

/**
 * Asks each record that the screen hands in by the role and the unit of the person who signed it: not of who is at work
 * now, for work may wait while the screen is locked. A record is of their unit, or one below, and was so before, and so
 * is what it belongs to or speaks of. The steps of a batch, and what an accepted one holds, are ruled as at the province.
 */
export function permitWrites(parts: Parts): PermitWrite {
  const { writersOf, isOfSample, read, scopeOf } = parts;
  return (collection, record, held) => {
    const writers = writersOf(record.updatedBy);
    const outside = [record, ...(held ? [held] : [])].find((one) => !isWithin(writers, one.scope));
    if (outside) return { outside: outside.scope };
    const merged = held ? mergeRecords(held, record) : record;
    const linked = newlyLinked(collection, held, merged).map(scopeOf);
    const beside = linked.find((scope) => scope !== undefined && !isWithin(writers, scope));
    if (beside !== undefined) return { outside: beside };
    const roles = writers.map(({ role }) => role);
    const needed = actsOfWrite(collection, changedFields(held, merged));
    const lacking = needed.find((act) => !roles.some((role) => may(role, act)));
    if (lacking !== undefined && !isOfSample(collection, record)) return { act: lacking };
    const accepted = frozenBy(collection, held, merged, read);
    if (accepted) return { accepted: accepted.number };
    if (isOfSample(collection, record)) return { record };
    if (collection === "items") {
      const ruled = ruleItem(held as Item | undefined, merged as Item, parts.capturersOf(held, merged), () =>
        parts.stamp(merged.updatedBy),
      );
      return { record: ruled === merged ? record : ruled };
    }
    if (collection !== "batches") return { record };
    return { record: ruleSteps(held as Batch | undefined, record as Batch, merged as Batch, roles, parts) };
  };
}

function isWithin(writers: readonly Writer[], of: string): boolean {
  return writers.some(({ scope }) => scope === "" || covers(scope, of));
}

function ruleSteps(
  held: Batch | undefined,
  record: Batch,
  merged: Batch,
  roles: readonly Role[],
  { stamp, reworksOf, contentOf, besideOf, listOf }: Omit<Parts, "writersOf" | "isOfSample">,
): Batch {
  if (merged.state === (held?.state ?? "draft")) return record;
  const { open, closed } = isAccepted(merged.state) ? reworksOf(merged.id) : noReworks;
  const content = contentOf(merged);
  const known = { reworks: open, content, beside: besideOf(merged), listOf };
  const rulings = roles.map((role) =>
    ruleBatch(held, merged, role, stamp(merged.updatedBy), { ...known, as: role }),
  );
  const ruled = rulings.find(({ state }) => state === merged.state) ?? rulings[0];
  // As it was handed in where its step stands: an earlier refusal is ended by the authority, not here.
  if (ruled && ruled.state !== merged.state) return ruled;
  const accepts = !isAccepted(held?.state ?? "draft") && closed.length > 0;
  return accepts ? editRecord(record, { settled: [...closed] }, stamp(merged.updatedBy)) : record;
}

const noReworks = { open: [], closed: [] };

/** The fields that a merge sets to something; what is emptied was another's, or is undone. */
function changedFields(held: ArchiveRecord | undefined, merged: ArchiveRecord): string[] {
  const before = (held ?? {}) as Record<string, unknown>;
  return Object.entries(merged)
    .filter(([field, value]) => value !== "" && JSON.stringify(before[field]) !== JSON.stringify(value))
    .map(([field]) => field);
}
