import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { type BaseClocks, readBase } from "#shared/replication/notice-conflicts.ts";
import type { Parent } from "#shared/replication/parents.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/** The paired machine that sends: what of it decides whether and how its rows are merged. */
export type Asker = { deviceId: string; scope: string; role: Role };

/** A row that was pushed, with what its sender knew the hub to hold. */
export type Arrival = { record: Records[CollectionName]; base: BaseClocks | undefined };

/** A row that was kept for its parent, with the number that it is let go by. */
export type HeldRow = Arrival & { number: number; collection: CollectionName; sender: Asker };

/** Rows that paired machines pushed before the records that contain them, kept until these come. */
export type HeldRows = {
  /** Keeps rows, one for each record and machine: what it sends again is merged into what is kept. */
  keep(
    sender: Asker,
    collection: CollectionName,
    rows: readonly (Arrival & { parent: Parent })[],
    at: string,
  ): void;
  /** Kept rows that wait for this record, or are of it, after a number; at most `limit`. */
  waitingFor(collection: CollectionName, id: string, after: number, limit: number): HeldRow[];
  /** The records that are waited for, each once. */
  wanted(): Parent[];
  any(): boolean;
  /** Whether an acceptance is kept until all that was accepted is here. */
  anyAcceptance(): boolean;
  /** All kept rows, with what each waits for and since when (ISO 8601). */
  all(): (HeldRow & { parent: Parent; at: string })[];
  /** Lets rows go that are in the journal, or in its quarantine, by now. */
  letGo(numbers: readonly number[]): void;
};

export function openHeldRows(database: Sqlite): HeldRows {
  const find = database.prepare("SELECT * FROM held WHERE collection = ? AND id = ? AND device_id = ?");
  const keep = database.prepare(
    `INSERT INTO held (collection, id, device_id, scope, role, parent_collection, parent_id, base, state, held_at)
     VALUES (?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT (collection, id, device_id) DO UPDATE SET scope = excluded.scope, role = excluded.role,
       parent_collection = excluded.parent_collection, parent_id = excluded.parent_id, base = excluded.base,
       state = excluded.state`,
  );
  const waiting = database.prepare(
    `SELECT * FROM held WHERE number > ?3
       AND ((parent_collection = ?1 AND parent_id = ?2) OR (collection = ?1 AND id = ?2))
     ORDER BY number LIMIT ?4`,
  );
  const parents = database.prepare("SELECT DISTINCT parent_collection, parent_id FROM held");
  const everything = database.prepare("SELECT * FROM held ORDER BY number");
  const one = database.prepare("SELECT 1 FROM held LIMIT 1");
  const acceptance = database.prepare(
    "SELECT 1 FROM held WHERE collection = 'batches' AND parent_collection = 'batches' LIMIT 1",
  );
  const remove = database.prepare("DELETE FROM held WHERE number = ?");
  return {
    keep({ deviceId, scope, role }, collection, rows, at) {
      inTransaction(database, () => {
        for (const { record, base, parent } of rows) {
          const row = find.get(collection, record.id, deviceId);
          const earlier = row && readHeld(row);
          const state = earlier ? mergeRecords(earlier.record, record) : record;
          const from = earlier?.base ?? base;
          keep.run(
            ...[collection, record.id, deviceId, scope, role, parent.collection, parent.id],
            ...[from ? JSON.stringify(from) : "", JSON.stringify(state), at],
          );
        }
      });
    },
    waitingFor: (collection, id, after, limit) =>
      waiting.all(collection, id, after, limit).flatMap((row) => readHeld(row) ?? []),
    wanted: () =>
      parents.all().flatMap((row) => {
        const collection = nameIn(row, "parent_collection");
        return collection ? [{ collection, id: textIn(row, "parent_id") }] : [];
      }),
    any: () => one.get() !== undefined,
    anyAcceptance: () => acceptance.get() !== undefined,
    all: () =>
      everything.all().flatMap((row) => {
        const held = readHeld(row);
        const collection = nameIn(row, "parent_collection");
        const parent = collection && { collection, id: textIn(row, "parent_id") };
        return held && parent ? [{ ...held, parent, at: textIn(row, "held_at") }] : [];
      }),
    letGo(numbers) {
      if (numbers.length === 0) return;
      inTransaction(database, () => {
        for (const number of numbers) remove.run(number);
      });
    },
  };
}

function nameIn(row: Row, column: string): CollectionName | undefined {
  return collectionNames.find((name) => name === row[column]);
}

/** The row that this file wrote; nothing where it names what this version does not know. */
function readHeld(row: Row): HeldRow | undefined {
  const collection = nameIn(row, "collection");
  const role = roles.find((known) => known === row["role"]);
  if (!collection || !role) return undefined;
  const base = textIn(row, "base");
  return {
    number: numberIn(row, "number"),
    collection,
    record: JSON.parse(textIn(row, "state")) as Records[CollectionName],
    base: base === "" ? undefined : readBase(JSON.parse(base)),
    sender: { deviceId: textIn(row, "device_id"), scope: textIn(row, "scope"), role },
  };
}
