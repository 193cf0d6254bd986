import { mkdir } from "node:fs/promises";
import { setImmediate as pause } from "node:timers/promises";
import type { SQLOutputValue } from "node:sqlite";
import { openSqlite } from "#electron/sqlite/open-sqlite.ts";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { bucketOf } from "#shared/replication/digest.ts";
import { chainStart, hashOfLink, sha256 } from "#electron/journal/chain.ts";
import { openDatabase } from "#electron/journal/database.ts";
import { headKeys } from "#electron/journal/head.ts";
import { openAt } from "#electron/journal/databases-open.ts";
import { isDamaged } from "#electron/journal/damage.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import type { Watch } from "./take-backup.ts";

export type RepairReport = { entries: number; records: number; lost: number };

const sliceSize = 500;

/** What the province was last known to hold of each record: the state that last came from it. */
const knownAtProvince = `UPDATE heads SET base = coalesce((
  SELECT json_extract(e.state, '$.clocks') FROM entries e
  WHERE e.id = heads.id AND e.collection = heads.collection AND e.origin = 'province'
  ORDER BY e.seq DESC LIMIT 1), '')`;

type Entry = Record<string, SQLOutputValue>;

/**
 * Makes a whole journal in `target` of every entry of a damaged one that can still be read and is a record: in their
 * order, with who, where and when they say, under a chain begun anew. Nothing is known to be at the province, so all of
 * it is compared and sent again. Entries that cannot be read are counted as lost; the damaged file is only read.
 */
export async function repairJournal(source: string, target: string, watch: Watch): Promise<RepairReport> {
  await mkdir(target, { recursive: true });
  const report: RepairReport = { entries: 0, records: 0, lost: 0 };
  const made = openDatabase(target);
  // Where the desk could open it, no other connection can.
  const held = openAt(source);
  let damaged: Sqlite | undefined;
  try {
    damaged = held ?? openDamaged(source);
    const add = openAdding(made);
    const last = damaged ? lastSeq(damaged) : 0;
    for (let from = 1; from <= last; from += sliceSize) {
      watch.signal.throwIfAborted();
      watch.progress(Math.min(last, from + sliceSize - 1), last);
      const rows = readRange(damaged, from, from + sliceSize - 1);
      report.lost += Math.min(sliceSize, last - from + 1) - rows.length;
      inTransaction(made, () => {
        for (const [at, row] of rows.entries()) {
          if (!isAsWritten(rows[at - 1], row, rows[at + 1]) || !add(row)) report.lost += 1;
        }
      });
      await pause();
    }
    made.exec(knownAtProvince);
    report.entries = Number(made.prepare("SELECT count(*) AS count FROM entries").get()?.["count"]);
    report.records = Number(made.prepare("SELECT count(*) AS count FROM heads").get()?.["count"]);
    return report;
  } finally {
    if (!held) damaged?.close();
    made.close();
  }
}

/** Nothing where not even its first page can be read. */
function openDamaged(source: string): Sqlite | undefined {
  const database = openSqlite(source);
  try {
    database.prepare("SELECT seq FROM entries LIMIT 1").get();
    return database;
  } catch (error) {
    database.close();
    if (!isDamaged(error)) throw error;
    return undefined;
  }
}

/** The greatest sequence that entries or heads tell of; a damaged page hides what lies behind it. */
function lastSeq(database: Sqlite): number {
  const greatest = ["entries", "heads"].map((table) => {
    try {
      return Number(database.prepare(`SELECT max(seq) AS seq FROM ${table}`).get()?.["seq"] ?? 0);
    } catch {
      return 0;
    }
  });
  return Math.max(...greatest);
}

/** The rows of a range; where a page among them is damaged, those of its halves that can be read. */
function readRange(database: Sqlite | undefined, from: number, to: number): Entry[] {
  if (!database) return [];
  try {
    return database.prepare("SELECT * FROM entries WHERE seq BETWEEN ? AND ? ORDER BY seq").all(from, to);
  } catch {
    if (from === to) return [];
    const middle = Math.floor((from + to) / 2);
    return [...readRange(database, from, middle), ...readRange(database, middle + 1, to)];
  }
}

/**
 * False where an entry is known to have been altered: its hash does not follow from the one before it. Where only the
 * hash was altered, the entry after it still follows from what it says. Without its neighbours it is believed.
 */
function isAsWritten(before: Entry | undefined, row: Entry, after: Entry | undefined): boolean {
  if (before?.["seq"] !== Number(row["seq"]) - 1) return true;
  const follows = hashOf(String(before["hash"]), row);
  if (follows === row["hash"]) return true;
  return after?.["seq"] === Number(row["seq"]) + 1 && hashOf(follows, after) === after["hash"];
}

function hashOf(previous: string, row: Entry): string {
  const said = (name: string) => String(row[name]);
  return hashOfLink(previous, {
    ...{ seq: Number(row["seq"]), collection: said("collection"), id: said("id"), origin: said("origin") },
    ...{ device: said("device"), at: said("at"), state: sha256(said("state")) },
  });
}

/** Adds an entry to the new journal; false where what was read is no record. */
function openAdding(database: Sqlite): (row: Entry) => boolean {
  const append = database.prepare(
    "INSERT INTO entries (seq, collection, id, origin, device, at, state, hash) VALUES (?,?,?,?,?,?,?,?)",
  );
  const setHead = database.prepare(
    `INSERT OR REPLACE INTO heads (collection, bucket, id, seq, at_province, hash, facet, parent, batch, code, scope)
     VALUES (?,?,?,?,0,?,?,?,?,?,?)`,
  );
  const setClock = database.prepare(
    `INSERT INTO facts (name, value) VALUES ('clock', ?)
     ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)`,
  );
  let seq = 0;
  let hash = chainStart;
  return ({ collection, id, origin, device, at, state }) => {
    const name = collectionNames.find((one) => one === collection);
    const record = name && typeof state === "string" ? readRecord(name, state) : undefined;
    if (!name || !record || record.id !== id) return false;
    const said = { origin: String(origin), device: String(device), at: String(at) };
    const digest = sha256(String(state));
    seq += 1;
    hash = hashOfLink(hash, { seq, collection: name, id: record.id, ...said, state: digest });
    append.run(seq, name, record.id, said.origin, said.device, said.at, String(state), hash);
    const { facet, parent, batch, code } = headKeys(name, record);
    const short = digest.slice(0, 32);
    setHead.run(name, bucketOf(record.id), record.id, seq, short, facet, parent, batch, code, record.scope);
    for (const clock of Object.values(record.clocks)) setClock.run(clock);
    return true;
  };
}

/** The record, where the text is one in its canonical form: a bit that flipped seldom leaves it so. */
function readRecord(name: CollectionName, state: string): Records[CollectionName] | undefined {
  try {
    const value: unknown = JSON.parse(state);
    return recordShapes[name].Check(value) && canonicalJson(value) === state
      ? (value as Records[CollectionName])
      : undefined;
  } catch {
    return undefined;
  }
}
