import type { Batch } from "#shared/archive/batch.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Note } from "#shared/archive/note.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { covers, districtOf } from "#shared/archive/unit.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { noticeConflicts } from "#shared/replication/notice-conflicts.ts";
import { ruleUnseen } from "#shared/replication/before-acceptance.ts";
import { ruleRecord } from "#shared/replication/rule-record.ts";
import { waitsForContent } from "#shared/replication/rule-seal.ts";
import { type AuditEntry, changesBetween } from "./audit.ts";
import { compareSealsOf } from "./compare-seals.ts";
import type { Querying } from "./database.ts";
import { findFrozen, noneFrozen } from "./find-frozen.ts";
import { type Feed, moveFeed } from "./feed.ts";
import { type Arrival, keepHeld, type Sender, type ToHold } from "./held-rows.ts";
import { readBesideBatches } from "./beside-batches.ts";
import { readHeldInBatches } from "./held-in-batches.ts";
import { keepConflicts, type Noticed } from "./keep-conflicts.ts";
import { readLinked } from "./linked-records.ts";
import { readCapturers } from "./known-capturers.ts";
import { noteClaim, readKnownClaims } from "./known-claims.ts";
import { readOpenReworks } from "./open-reworks.ts";
import { keepRefused, type RefusedRow, settleRefused } from "./refused-rows.ts";
import { readStepLists } from "./rules.ts";
import { readStored, type Stored } from "./stored.ts";
import { stampAfter, writeChanges } from "./write-changes.ts";
import { writtenForm } from "./written-form.ts";

/** Where and when rows are merged: a collection, in the transaction that took the district's feed. */
export type Place = {
  collection: CollectionName;
  feed: Feed;
  now: number;
  /** True where a row whose parent is not in the store is kept for it, not merged. */
  holds: boolean;
  /** True for rows that waited here: they came before whatever was accepted since. */
  released?: true;
};

export type Merged = {
  /** Of each record that a row was merged into: the row's own hash. */
  taken: Noticed[];
  /** The records as they are now. */
  states: ReadonlyMap<string, Stored>;
  refused: RefusedRow[];
  held: ToHold[];
  /** What changed in the store, conflicts that were noticed included. */
  written: ArchiveRecord[];
};

/**
 * Merges rows of one sender into the store, one after the other, and keeps aside those that may not be taken or must
 * wait. Asks the store once for all records and once for all parents that are new to them.
 */
export async function mergeRows(
  inside: Querying,
  sender: Sender,
  place: Place,
  arrivals: readonly Arrival[],
  alreadyRefused: readonly RefusedRow[] = [],
): Promise<Merged> {
  const { collection, feed, now } = place;
  const { district } = sender;
  const at = new Date(now).toISOString();
  const since = feed.seq;
  const stored = await readStored(inside, collection, recordsOf(arrivals));
  const linked = await readLinked(inside, district, collection, arrivals, stored);
  const reworks =
    collection === "batches" ? await readOpenReworks(inside, district, stored.keys()) : undefined;
  const contents =
    collection === "batches"
      ? await readHeldInBatches(
          inside,
          district,
          arrivals.map(({ record }) => record as Batch),
        )
      : undefined;
  const seals =
    collection === "batches"
      ? await compareSealsOf(inside, district, arrivals, stored, place.holds)
      : undefined;
  const lists =
    collection === "batches" ? await readStepLists(inside, recordsOf(arrivals) as Batch[]) : undefined;
  const listOf = (version: number) => lists?.get(version);
  const besides = await readBesideBatches(
    inside,
    district,
    collection === "batches" ? (recordsOf(arrivals) as Batch[]) : [],
    listOf,
  );
  const claims =
    collection === "notes" ? await readKnownClaims(inside, district, recordsOf(arrivals)) : undefined;
  const capturers = await readCapturers(inside, district, collection, arrivals, stored);
  const frozen = place.released ? noneFrozen : await findFrozen(inside, district, place, arrivals, stored);
  const refused: RefusedRow[] = [...alreadyRefused];
  const held: ToHold[] = [];
  const states = new Map<string, Stored>();
  const changed = new Map<string, { seq: number; entry: Stored }>();
  const audit: AuditEntry[] = [];
  const taken: Noticed[] = [];
  for (const arrival of arrivals) {
    const { record, base } = arrival;
    const { id } = record;
    const others = stored.get(id) ?? [];
    if (others.some((other) => other.district !== district || !isWithin(sender, other.state.scope))) {
      const detail = "the record is another's";
      refused.push({ id, code: "not-your-scope", detail, state: record });
      continue;
    }
    const accepted = frozen.get(id);
    if (accepted !== undefined) {
      refused.push({ id, code: "batch-accepted", detail: accepted, state: record });
      continue;
    }
    const before = states.get(id) ?? others[0];
    const merged = mergeRecords(before?.state ?? record, record);
    const stamp = () => stampAfter(merged, now);
    const asked = ruleRecord(collection, before?.state, merged, sender.role, stamp, {
      ...{ reworks: reworks?.get(id), content: contents?.get(id), beside: besides.get(id), listOf },
      sealed: before && seals?.get(id),
      notes: claims?.get((merged as Note).subjectId),
      capturers: capturers.get(id),
    });
    const unseen = before ? undefined : ruleUnseen(merged as Batch, asked, seals?.get(id), stamp);
    const ruled = unseen ? (unseen.ruled ?? unseen.opened) : asked;
    // What comes later in this push was not there before.
    if (!before && claims) noteClaim(claims, ruled as Note);
    if (!linked.allWithin(ruled, before?.state, (scope) => isWithin(sender, scope))) {
      refused.push({ id, code: "not-your-scope", detail: "what it belongs to is another's", state: record });
      continue;
    }
    const parent = place.holds ? linked.lacking(ruled, before?.state) : undefined;
    if (parent) {
      held.push({ ...arrival, parent });
      continue;
    }
    const waits = unseen ? !unseen.ruled : place.holds && waitsForContent(ruled, seals?.get(id));
    if (waits) held.push({ ...arrival, parent: { collection, id } });
    if (waits && !unseen) continue;
    const { hash } = writtenForm(collection, ruled);
    const conflicts = before && base ? noticeConflicts(collection, base, before.state, record) : [];
    taken.push({ id, hash: waits ? hash : writtenForm(collection, record).hash, conflicts });
    const entry = { state: ruled, hash, district };
    states.set(id, entry);
    if (before?.hash === hash) continue;
    feed.seq += 1;
    changed.set(id, { seq: feed.seq, entry });
    audit.push({ seq: feed.seq, id, hash, ...changesBetween(collection, before?.state, ruled) });
  }
  if (changed.size > 0) {
    const changes = [...changed.values()].map(({ seq, entry }) => ({ seq, ...entry }));
    await writeChanges(inside, { collection, district, feed, at, by: sender }, changes, audit);
  }
  const kept = await keepConflicts(inside, { district, feed, since, at, by: sender }, taken);
  await putAside(inside, { sender, collection, at }, feed, { refused, held, taken });
  const written = [...[...changed.values()].map(({ entry }) => entry.state), ...kept];
  return { taken, states, refused, held, written };
}

function recordsOf(arrivals: readonly Arrival[]): ArchiveRecord[] {
  return arrivals.map(({ record }) => record);
}

/** True where a sender may write what lies in a scope. */
export function isWithin(sender: Sender, scope: string): boolean {
  return covers(sender.scope, scope) && districtOf(scope) === sender.district;
}

async function putAside(
  inside: Querying,
  from: { sender: Sender; collection: CollectionName; at: string },
  feed: Feed,
  { refused, held, taken }: Pick<Merged, "refused" | "held" | "taken">,
): Promise<void> {
  if (feed.aside > 0) {
    await settleRefused(
      inside,
      from,
      taken.map(({ id }) => id),
    );
  }
  if (refused.length + held.length === 0) return;
  if (refused.length > 0) await keepRefused(inside, from, refused);
  if (held.length > 0) await keepHeld(inside, from, held);
  feed.aside += refused.length + held.length;
  await moveFeed(inside, from.sender.district, feed);
}
