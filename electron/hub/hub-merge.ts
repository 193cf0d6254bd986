import type { Batch } from "#shared/archive/batch.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Note } from "#shared/archive/note.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { covers } from "#shared/archive/unit.ts";
import { deviceOfClock } from "#shared/base/clock.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { Held, Refusal } from "#shared/replication/messages.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import { isStillUnseen, ruleUnseen, type Unseen } from "#shared/replication/before-acceptance.ts";
import { type Parent, parentsOf } from "#shared/replication/parents.ts";
import { frozenBy, type ReadHeld } from "#shared/replication/rule-frozen.ts";
import { linkedWithin } from "#shared/replication/rule-linked.ts";
import { type SealVerdict, waitsForContent } from "#shared/replication/rule-seal.ts";
import { ruleRecord } from "#shared/replication/rule-record.ts";
import { stepListIn } from "#shared/rules/pack.ts";
import { compareSeal } from "#electron/completeness/compare-seal.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Quarantine } from "#electron/journal/quarantine.ts";
import { capturersOf } from "#electron/quality/capturers-of.ts";
import { readBesideStep } from "#electron/rework/beside-batch.ts";
import { readHeldInBatch } from "#electron/rework/held-in-batch.ts";
import { openReworks } from "#electron/rework/open-reworks.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import type { Arrival, Asker, HeldRows } from "./held-rows.ts";

export type HubPushParts = {
  journal: Journal & Quarantine;
  held: HeldRows;
  now: () => number;
  /** The rules that the province gave; a step under a list that is not among them goes by the table of moves alone. */
  rules: Pick<RuleKeeper, "given">;
};

/** A row that was not taken, as it was sent, and why. */
export type RefusedRow = Refusal & { state: object };

type Merged = { taken: ArchiveRecord[]; refused: RefusedRow[]; held: Held[] };

/**
 * Merges rows of one paired machine into the journal, by the province's own rules. Those that lie (or lay) outside of
 * its scope are answered as refused; those whose parent is not here are kept for it, where the machine knows of that.
 */
export function mergeArrivals(
  { journal, held, now, rules }: HubPushParts,
  sender: Asker,
  to: { collection: CollectionName; holds: boolean; released?: true },
  arrivals: readonly Arrival[],
): Merged {
  const { collection, holds } = to;
  const read: ReadHeld = (name, id) => journal.read(name, id);
  const scopeOf = ({ collection: name, id }: Parent) => journal.read(name, id)?.scope;
  const isWithin = (scope: string) => covers(sender.scope, scope);
  const refused: RefusedRow[] = [];
  const taken: Arrival[] = [];
  const waiting: (Arrival & { parent: Parent })[] = [];
  const seals = new Map<string, SealVerdict>();
  const unseen = new Map<string, Unseen>();
  for (const arrival of arrivals) {
    const { record } = arrival;
    const { id } = record;
    const before = journal.read(collection, id);
    const merged = before ? mergeRecords(before, record) : record;
    const parent = holds ? lackingParent(journal, collection, merged, before) : undefined;
    if (!covers(sender.scope, record.scope))
      refused.push({ id, code: "not-your-scope", detail: record.scope, state: record });
    else if (before && !covers(sender.scope, before.scope))
      refused.push({ id, code: "not-your-scope", detail: "the record is another's", state: record });
    else if (!linkedWithin(collection, before, merged, scopeOf, isWithin)) {
      const detail = "what it belongs to is another's";
      refused.push({ id, code: "not-your-scope", detail, state: record });
    } else if (parent) waiting.push({ ...arrival, parent });
    // What waited here came before whatever was accepted since.
    else if (!to.released && frozenBy(collection, before, merged, read))
      refused.push({ id, code: "batch-accepted", detail: "", state: record });
    else if (waitsHere({ journal, rules }, sender, { collection, before, merged, seals, unseen }, holds)) {
      waiting.push({ ...arrival, parent: { collection, id } });
      // Once: what waits for the batch is let in by it, and the acceptance itself looked at again.
      const opened = before ? undefined : unseen.get(id)?.opened;
      if (opened) taken.push({ record: opened, base: undefined });
    } else taken.push(arrival);
  }
  const bases = new Map<string, BaseClocks>();
  for (const { record, base } of taken) if (base) bases.set(record.id, base);
  journal.write(
    collection,
    taken.map(({ record }) => record),
    "centre",
    {
      bases,
      rule: (before, merged) =>
        rule({ journal, rules }, sender, { collection, before, merged, seals, unseen }),
    },
  );
  if (waiting.length > 0) held.keep(sender, collection, waiting, new Date(now()).toISOString());
  return {
    taken: taken.map(({ record }) => record),
    refused,
    held: waiting.map(({ record, parent }) => ({
      id: record.id,
      collection: parent.collection,
      parentId: parent.id,
    })),
  };
}

/** The first parent that is not here, and is not one that the record here has already. */
function lackingParent(
  journal: Journal,
  collection: CollectionName,
  record: ArchiveRecord,
  before: ArchiveRecord | undefined,
): Parent | undefined {
  const has = new Set((before ? parentsOf(collection, before) : []).map(keyOf));
  return parentsOf(collection, record).find(
    (parent) => !has.has(keyOf(parent)) && !journal.read(parent.collection, parent.id),
  );
}

function keyOf({ collection, id }: Parent): string {
  return `${collection}/${id}`;
}

/** What is ruled on, and how the content of the batches among it was found to stand to what was accepted. */
type Judged = {
  collection: CollectionName;
  before: ArchiveRecord | undefined;
  merged: ArchiveRecord;
  seals: Map<string, SealVerdict>;
  /** Of those that were never seen, what becomes of them where their content is not what was accepted. */
  unseen: Map<string, Unseen>;
};

/**
 * Compares the content of a batch that comes to be accepted; true where all but that speaks for it, and what was
 * accepted is not all here yet.
 */
function waitsHere(
  parts: Pick<HubPushParts, "journal" | "rules">,
  sender: Asker,
  judged: Judged,
  holds: boolean,
): boolean {
  const { collection, merged, seals, unseen } = judged;
  const before = seenBefore(sender, judged);
  // Who cannot wait has a batch that was never seen taken as it comes: its content is to find it here.
  if (collection !== "batches" || (!before && !holds)) return false;
  const batch = merged as Batch;
  const verdict = compareSeal(parts.journal, before as Batch | undefined, batch);
  if (before) {
    if (verdict) seals.set(merged.id, verdict);
    return holds && verdict === "lacks" && waitsForContent(rule(parts, sender, judged), verdict);
  }
  // The authority may have ruled what another machine decided: with all there it is for that to say that it differs.
  if (verdict !== "lacks" && !isOwnDecision(sender, collection, merged)) return false;
  const stamp = () => parts.journal.stamp(merged.updatedBy);
  const found = ruleUnseen(batch, rule(parts, sender, judged), verdict, stamp);
  if (found) unseen.set(merged.id, found);
  return found !== undefined && !found.ruled;
}

/**
 * What this hub holds is ruled by the role of the machine that pushes, as at the province: the hub sends it on in its
 * own name. Of what it has never seen, the authority may have ruled the steps before, and other machines made them: it
 * takes that as it comes, and rules only what the machine wrote itself.
 */
function rule(
  { journal, rules }: Pick<HubPushParts, "journal" | "rules">,
  sender: Asker,
  judged: Judged,
): ArchiveRecord {
  const { collection, merged, seals, unseen } = judged;
  const before = seenBefore(sender, judged);
  const found = before ? undefined : unseen.get(merged.id);
  if (found) return found.ruled ?? found.opened;
  const reworks = collection === "batches" ? openReworks(journal, merged.id) : [];
  const content = collection === "batches" ? readHeldInBatch(journal, merged as Batch) : undefined;
  const notes = collection === "notes" ? journal.children("notes", (merged as Note).subjectId) : [];
  const stamp = () => journal.stamp(merged.updatedBy);
  const listOf = (version: number) => stepListIn(rules.given()?.rules, version);
  const beside = collection === "batches" ? readBesideStep(journal, merged as Batch, listOf) : [];
  const capturers = capturersOf(journal, collection, before, merged);
  const known = {
    reworks,
    content,
    beside,
    notes,
    capturers,
    listOf,
    sealed: before && seals.get(merged.id),
  };
  const ruled = ruleRecord(collection, before, merged, sender.role, stamp, known);
  return before || isOwnDecision(sender, collection, merged) ? ruled : merged;
}

/**
 * What is here of a record; but a batch that was only taken in for an acceptance that waits, and that another machine
 * made, counts as never seen.
 */
function seenBefore(sender: Asker, { collection, before, merged }: Judged): ArchiveRecord | undefined {
  if (collection !== "batches" || !before || isOwnDecision(sender, collection, merged)) return before;
  return isStillUnseen(before as Batch, merged as Batch) ? undefined : before;
}

/** Whether what an authority decides of a record, where it does of its kind, was written by this machine itself. */
function isOwnDecision({ deviceId }: Asker, collection: CollectionName, { clocks }: ArchiveRecord): boolean {
  const field = decided[collection];
  if (field === undefined) return true;
  const own: Partial<Record<string, string>> = clocks;
  return deviceOfClock(own[field] ?? own["*"] ?? "") === deviceId;
}

/** The field of a record that says what its authority decided. */
const decided: Partial<Record<CollectionName, string>> = {
  batches: "state",
  fonds: "codesConfirmedAt",
  terms: "standing",
};

/** Keeps refused rows as they were sent, so that nothing of them is lost. */
export function keepRefused(
  { journal }: HubPushParts,
  collection: CollectionName,
  rows: readonly RefusedRow[],
): void {
  if (rows.length > 0) journal.quarantine(rows.map((row) => ({ ...row, collection })));
}
