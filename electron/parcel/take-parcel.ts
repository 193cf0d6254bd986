import type { Batch } from "#shared/archive/batch.ts";
import { setImmediate as breathe } from "node:timers/promises";
import { Check } from "typebox/value";
import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import type { Note } from "#shared/archive/note.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { covers } from "#shared/archive/unit.ts";
import { writeActs } from "#shared/archive/write-acts.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { Machine } from "#shared/keys/machine-card.ts";
import { type ObjectStore, OtherObject } from "#shared/node/object-store.ts";
import type { Bag } from "#shared/node/read-bag.ts";
import {
  type AnswerLine,
  objectLineSchema,
  objectPath,
  objectsList,
  recordLineSchema,
  recordsPath,
} from "#shared/parcel/parcel-lines.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { mayBring } from "#shared/replication/may-bring.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { type BaseClocks, baseOfRow } from "#shared/replication/notice-conflicts.ts";
import { readRecord } from "#shared/replication/read-record.ts";
import type { Parent } from "#shared/replication/parents.ts";
import { ruleUnseen } from "#shared/replication/before-acceptance.ts";
import { frozenBy, isSealed } from "#shared/replication/rule-frozen.ts";
import { linkedWithin } from "#shared/replication/rule-linked.ts";
import { ruleRecord } from "#shared/replication/rule-record.ts";
import { waitsForContent } from "#shared/replication/rule-seal.ts";
import { objectLimit } from "#shared/replication/wire.ts";
import { stepListIn } from "#shared/rules/pack.ts";
import { compareSeal } from "#electron/completeness/compare-seal.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import { capturersOf } from "#electron/quality/capturers-of.ts";
import { readBesideStep } from "#electron/rework/beside-batch.ts";
import { readHeldInBatch } from "#electron/rework/held-in-batch.ts";
import { openReworks } from "#electron/rework/open-reworks.ts";
import { type Carried, latestClocks } from "./carried.ts";

type Parts = {
  journal: Journal;
  objects: ObjectStore;
  carried: Carried;
  rules?: Pick<RuleKeeper, "given"> | undefined;
  progress: (done: number) => void;
};

/** What came of a parcel: an answer for each record, and the objects that are here now. */
export type Taken = { answers: AnswerLine[]; arrived: Digest[] };

/**
 * Takes a checked parcel of a commune into this centre's journal, with the rights of the machine that signed it: what
 * lies outside its unit or is not its role's to write is refused, steps and confirmations are ruled, the rest is merged field by field, and values
 * that two people wrote are both kept. Objects come first: whoever sees a page sees its scan. Acceptances come last and
 * are compared with what is here then; one of which records lack waits at its sender for the next parcel. May be stopped
 * anywhere and done again.
 */
export async function takeParcel(parts: Parts, bag: Bag, sender: Machine): Promise<Taken> {
  const arrived = await takeObjects(parts, bag);
  const answers: AnswerLine[] = [];
  const take = async (collection: CollectionName, which: (row: Row) => boolean) => {
    let rows: Row[] = [];
    const flush = async () => {
      answers.push(...takeRows(parts, sender, collection, rows));
      parts.progress(answers.length);
      rows = [];
      await breathe();
    };
    for await (const line of bag.lines(recordsPath(collection))) {
      if (!Check(recordLineSchema, line) || !which(line)) continue;
      rows.push(line);
      if (rows.length >= 200) await flush();
    }
    await flush();
  };
  const accepted = new Set<string>();
  for await (const line of bag.lines(recordsPath("batches")))
    if (Check(recordLineSchema, line) && isAcceptance(line)) accepted.add(line.newDocumentState.id);
  // The state before an acceptance is for who holds the batch as accepted: it lets in what it was given for.
  const opens = ({ newDocumentState: { id } }: Row) => {
    const held = accepted.has(id) ? parts.journal.read("batches", id) : undefined;
    return !accepted.has(id) || (held !== undefined && isSealed(held));
  };
  for (const collection of collectionNames)
    await take(collection, (row) => collection !== "batches" || (!isAcceptance(row) && opens(row)));
  // As by the line: what is accepted comes after all that it was accepted with.
  await take("batches", isAcceptance);
  return { answers, arrived };
}

function isAcceptance({ newDocumentState: state }: Row): boolean {
  return isSealed(state as unknown as Batch);
}

type Row = Parameters<typeof baseOfRow>[0] & { heldByCentre?: BaseClocks };

function takeRows(
  { journal, carried, rules }: Parts,
  sender: Machine,
  collection: CollectionName,
  rows: readonly Row[],
): AnswerLine[] {
  const answers: AnswerLine[] = [];
  const taken = new Map<string, ArchiveRecord>();
  const writes: ArchiveRecord[] = [];
  const bases = new Map<string, BaseClocks>();
  const scopeOf = (linked: Parent) => journal.read(linked.collection, linked.id)?.scope;
  const listOf = (version: number) => stepListIn(rules?.given()?.rules, version);
  const refuse = (id: string, code: string, detail: string) =>
    answers.push({ collection, id, hash: "", outcome: "refused", code, detail: detail.slice(0, 500) });
  for (const row of rows) {
    const { id } = row.newDocumentState;
    const read = readRecord(collection, row.newDocumentState);
    if (!read.ok) {
      refuse(id, "not-a-record", read.fault);
      continue;
    }
    const record = read.value;
    const held = journal.read(collection, id);
    const scopes = held ? [record.scope, held.scope] : [record.scope];
    if (taken.has(id) || !scopes.every((scope) => covers(sender.scope, scope))) {
      refuse(id, "not-your-scope", record.scope);
      continue;
    }
    if (!mayBring(sender, collection, record)) {
      refuse(id, "not-your-role", writeActs[collection]);
      continue;
    }
    const base = latestClocks(carried.find(collection, id)?.clocks, baseOfRow(row), row.heldByCentre);
    if (base) bases.set(id, base);
    const merged: ArchiveRecord = held ? mergeRecords<ArchiveRecord>(held, record) : record;
    if (!linkedWithin(collection, held, merged, scopeOf, (scope) => covers(sender.scope, scope))) {
      refuse(id, "not-your-scope", "what it belongs to is another's");
      continue;
    }
    const accepted = frozenBy(collection, held, merged, (name, of) => journal.read(name, of));
    if (accepted) {
      refuse(id, "batch-accepted", accepted.number);
      continue;
    }
    const stamp = () => journal.stamp(record.updatedBy);
    const reworks = collection === "batches" ? openReworks(journal, id) : [];
    const content = collection === "batches" ? readHeldInBatch(journal, merged as Batch) : undefined;
    const notes = collection === "notes" ? journal.children("notes", (merged as Note).subjectId) : [];
    const beside = collection === "batches" ? readBesideStep(journal, merged as Batch, listOf) : [];
    const sealed =
      collection === "batches" ? compareSeal(journal, held as Batch | undefined, merged as Batch) : undefined;
    const asked = ruleRecord(collection, held, merged, sender.role, stamp, {
      ...{ reworks, content, beside, notes, listOf, sealed: held && sealed },
      capturers: capturersOf(journal, collection, held, merged),
    });
    const unseen = held ? undefined : ruleUnseen(merged as Batch, asked, sealed, stamp);
    if (unseen ? !unseen.ruled : waitsForContent(asked, sealed)) {
      // Its sender keeps it and brings it again with its next parcel: no hash, so that it does not count as carried.
      answers.push({ collection, id, hash: "", outcome: "held", code: "held", detail: `batches/${id}` });
      if (unseen) writes.push(unseen.opened);
      continue;
    }
    const ruled = unseen?.ruled ?? asked;
    taken.set(id, record);
    // As it was brought, where nothing is ruled otherwise: conflicts are seen in what was brought.
    writes.push(ruled === merged ? record : ruled);
  }
  const written = journal.write(collection, writes as Records[CollectionName][], "desk", { bases });
  for (const { record: state } of written) {
    const record = taken.get(state.id);
    if (!record) continue;
    const hash = hashOfRecord(record);
    const same = hashOfRecord(state) === hash;
    const own = { collection, id: state.id, hash, code: "", detail: "" };
    answers.push(same ? { ...own, outcome: "accepted" } : { ...own, outcome: "merged", state });
  }
  const states = [...taken.values()];
  carried.keep(
    collection,
    states.map((record) => ({ id: record.id, hash: hashOfRecord(record), clocks: record.clocks })),
  );
  return answers;
}

async function takeObjects({ objects }: Parts, bag: Bag): Promise<Digest[]> {
  const arrived: Digest[] = [];
  for await (const line of bag.lines(objectsList)) {
    if (!Check(objectLineSchema, line) || !isDigest(line.digest) || !bag.has(objectPath(line.digest)))
      continue;
    const { digest: expected } = line;
    try {
      const bytes = await bag.read(objectPath(expected));
      await objects.put(bytes, { limit: objectLimit, expected });
      arrived.push(expected);
    } catch (error) {
      if (!(error instanceof OtherObject)) throw error;
    }
  }
  return arrived;
}
