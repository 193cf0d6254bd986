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
import { frozenBy } from "#shared/replication/rule-frozen.ts";
import { linkedWithin } from "#shared/replication/rule-linked.ts";
import { ruleRecord } from "#shared/replication/rule-record.ts";
import { objectLimit } from "#shared/replication/wire.ts";
import { stepListIn } from "#shared/rules/pack.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
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
 * that two people wrote are both kept. Objects come first: whoever sees a page sees its scan. May be stopped anywhere
 * and done again.
 */
export async function takeParcel(parts: Parts, bag: Bag, sender: Machine): Promise<Taken> {
  const arrived = await takeObjects(parts, bag);
  const answers: AnswerLine[] = [];
  for (const collection of collectionNames) {
    let rows: Row[] = [];
    const flush = async () => {
      answers.push(...takeRows(parts, sender, collection, rows));
      parts.progress(answers.length);
      rows = [];
      await breathe();
    };
    for await (const line of bag.lines(recordsPath(collection))) {
      if (!Check(recordLineSchema, line)) continue;
      rows.push(line);
      if (rows.length >= 200) await flush();
    }
    await flush();
  }
  return { answers, arrived };
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
  for (const row of collection === "batches" ? lastOfEach(rows) : rows) {
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
    const ruled = ruleRecord(collection, held, merged, sender.role, stamp, {
      ...{ reworks, content, beside, notes, listOf },
    });
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

/** Of an accepted batch a parcel also holds the state before, which is for the province alone. */
function lastOfEach(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.newDocumentState.id, row])).values()];
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
