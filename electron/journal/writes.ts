import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { Clock } from "#shared/base/clock.ts";
import { bucketOf } from "#shared/replication/digest.ts";
import type { Conflict } from "#shared/archive/conflict.ts";
import { type BaseClocks, laterClocks, noticeConflicts } from "#shared/replication/notice-conflicts.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { asRead } from "./as-read.ts";
import { hashOfLink, sha256 } from "./chain.ts";
import { greatestClock, latestSane } from "./greatest-clock.ts";
import { headKeys } from "./head.ts";
import type { Known, Origin, Place, Written } from "./journal.ts";
import type { Posting } from "./ledger.ts";
import { readState } from "./reads.ts";
import { numberIn, textIn } from "./row.ts";

/** Where the chain ends, and the latest clock it holds. */
export type ChainEnd = { seq: number; hash: string; at: string; clock: Clock };

type Entry = Posting & Place;

type Postings = { id: string; before: Entry | undefined; after: Entry }[];

type Outcome<Name extends CollectionName> = {
  written: Written<Name>[];
  end: ChainEnd;
  postings: Postings;
  conflicts: Conflict[];
};

/** The writing of records, to be called within a transaction; changes nothing but the database. */
export function openWrites(database: Sqlite, device: string) {
  const findHead = database.prepare(
    "SELECT seq, hash, facet, scope, at_province, base FROM heads WHERE collection = ? AND id = ?",
  );
  const stateAt = database.prepare("SELECT state FROM entries WHERE seq = ?");
  const append = database.prepare(
    "INSERT INTO entries (seq, collection, id, origin, device, at, state, hash) VALUES (?,?,?,?,?,?,?,?)",
  );
  const setHead = database.prepare(
    `INSERT INTO heads (collection, bucket, id, seq, at_province, hash, facet, parent, batch, code, scope, base)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT (collection, id) DO UPDATE SET seq = excluded.seq, at_province = excluded.at_province,
       hash = excluded.hash, facet = excluded.facet, parent = excluded.parent, batch = excluded.batch,
       code = excluded.code, scope = excluded.scope, base = excluded.base`,
  );
  const markAtProvince = database.prepare(
    "UPDATE heads SET at_province = 1, base = '' WHERE collection = ? AND id = ?",
  );
  const confirm = database.prepare(
    "UPDATE heads SET at_province = 1, base = '' WHERE collection = ? AND id = ? AND at_province = 0 AND hash = ?",
  );
  const setBase = database.prepare("UPDATE heads SET base = ? WHERE collection = ? AND id = ?");
  const heldOnce = database.prepare(
    `SELECT 1 FROM entries INDEXED BY entries_of_record
     WHERE id = ? AND collection = ? AND state = ? LIMIT 1`,
  );
  const setClock = database.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES ('clock', ?)");

  return function writeAll<Name extends CollectionName>(
    collection: Name,
    records: readonly Records[Name][],
    origin: Origin,
    at: string,
    start: ChainEnd,
    known: Known = {},
  ): Outcome<Name> {
    let { seq, hash, clock } = start;
    const written: Written<Name>[] = [];
    const postings: Postings = [];
    const conflicts: Conflict[] = [];
    const fromProvince = origin === "province" || origin === "hub";
    for (const handed of records) {
      const { id } = handed;
      const noted = fromProvince ? asRead(handed)?.hash : undefined;
      if (noted !== undefined && confirm.run(collection, id, noted).changes === 1) {
        written.push({ record: handed, changed: false, asHandedIn: true });
        continue;
      }
      const head = findHead.get(collection, id);
      const before = head && {
        hash: textIn(head, "hash"),
        facet: textIn(head, "facet"),
        scope: textIn(head, "scope"),
      };
      const handedState = canonicalJson(handed);
      const handedDigest = sha256(handedState);
      if (head && before?.hash === shorten(handedDigest)) {
        // An echo: the province holds this very state, so it need not be sent again.
        if (fromProvince && numberIn(head, "at_province") === 0) {
          markAtProvince.run(collection, id);
        }
        written.push({ record: handed, changed: false, asHandedIn: true });
        continue;
      }
      const held = head && readState<Name>(stateAt.get(numberIn(head, "seq")) ?? {});
      const merged = held ? mergeRecords(held, handed) : withPackedClocks(handed);
      const record = known.rule ? (known.rule(held, merged) as Records[Name]) : merged;
      const unsent = head !== undefined && numberIn(head, "at_province") === 0;
      const base = head && unsent ? textIn(head, "base") : "";
      const sent = known.sent?.get(id);
      if (held && fromProvince && (base !== "" || sent)) {
        const both = laterClocks(base === "" ? {} : readClocks(base), sent);
        conflicts.push(...noticeConflicts(collection, both, handed, held));
      }
      const seen = fromProvince ? undefined : known.bases?.get(id);
      const apart = held && seen ? noticeConflicts(collection, seen, held, handed) : [];
      // Pushed again because its answer was lost: whoever changed the record since then knew it.
      if (apart.length > 0 && !heldOnce.get(id, collection, handedState)) conflicts.push(...apart);
      const state = record === handed ? handedState : canonicalJson(record);
      const asHandedIn = state === handedState;
      const digest = asHandedIn ? handedDigest : sha256(state);
      if (before?.hash === shorten(digest)) {
        if (fromProvince && unsent) setBase.run(JSON.stringify(handed.clocks), collection, id);
        written.push({ record, changed: false, asHandedIn });
        continue;
      }
      seq += 1;
      hash = hashOfLink(hash, { seq, collection, id, origin, device, at, state: digest });
      clock = greatestClock(Object.values(record.clocks), clock, latestSane(Date.parse(at)));
      append.run(seq, collection, id, origin, device, at, state, hash);
      const keys = headKeys(collection, record);
      const after = { hash: shorten(digest), facet: keys.facet, scope: record.scope };
      // What the province sent, merged with an edit it has not seen, is unsent again.
      const atProvince = fromProvince && asHandedIn ? 1 : 0;
      const provinceHolds = fromProvince ? handed.clocks : held?.clocks;
      const knownBase = unsent && !fromProvince ? base : provinceHolds ? JSON.stringify(provinceHolds) : "";
      const { facet, parent, batch, code } = keys;
      setHead.run(
        collection,
        bucketOf(id),
        id,
        seq,
        atProvince,
        after.hash,
        facet,
        parent,
        batch,
        code,
        record.scope,
        atProvince === 1 ? "" : knownBase,
      );
      postings.push({ id, before, after });
      written.push({ record, changed: true, asHandedIn });
    }
    if (clock !== start.clock) setClock.run(clock);
    return { written, postings, conflicts, end: { seq, hash, clock, at: seq === start.seq ? start.at : at } };
  };
}

/** The clocks that this file wrote itself. */
function readClocks(text: string): BaseClocks {
  return JSON.parse(text) as BaseClocks;
}

/** The hash by which stores compare records, out of the SHA-256 of the record's canonical JSON. */
function shorten(digest: string): string {
  return digest.slice(0, 32);
}

/** The record with its clocks in their one short form, so that stores which merged it and stores which did not agree. */
function withPackedClocks<Name extends CollectionName>(record: Records[Name]): Records[Name] {
  const names = Object.keys(record.clocks);
  return names.length === 1 && names[0] === "*" ? record : mergeRecords(record, record);
}
