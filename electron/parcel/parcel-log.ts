import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { ParcelRow } from "#shared/contract/parcel.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/** The parcels this machine wrote, and what the province and the district's centre answered to them. */
export type ParcelLog = {
  list(): ParcelRow[];
  find(id: string): ParcelRow | undefined;
  nextSequence(): number;
  wrote(row: ParcelRow): void;
  answered(
    id: string,
    answer: Pick<ParcelRow, "answeredAt" | "accepted" | "merged" | "refused" | "held" | "confirmed">,
  ): void;
  /** A centre has it. */
  arrived(id: string, at: string, by: string, refused: number): void;
};

export function openParcelLog(database: Sqlite): ParcelLog {
  const all = database.prepare("SELECT * FROM parcels ORDER BY sequence DESC LIMIT 200");
  const find = database.prepare("SELECT * FROM parcels WHERE id = ?");
  const last = database.prepare("SELECT coalesce(max(sequence), 0) AS last FROM parcels");
  const insert = database.prepare(
    `INSERT INTO parcels (id, sequence, at, path, records, objects, bytes, answered_at, accepted, merged, refused, confirmed)
     VALUES (?, ?, ?, ?, ?, ?, ?, '', 0, 0, 0, 0)`,
  );
  const answer = database.prepare(
    `UPDATE parcels SET answered_at = ?, accepted = ?, merged = ?, refused = ?, held = ?, confirmed = ? WHERE id = ?`,
  );
  const arrive = database.prepare(
    "UPDATE parcels SET arrived_at = ?, arrived_with = ?, arrived_refused = ? WHERE id = ?",
  );
  const read = (row: NonNullable<ReturnType<typeof find.get>>): ParcelRow => ({
    ...{ id: textIn(row, "id"), sequence: numberIn(row, "sequence"), at: textIn(row, "at") },
    ...{ path: textIn(row, "path"), records: numberIn(row, "records"), objects: numberIn(row, "objects") },
    ...{ bytes: numberIn(row, "bytes"), answeredAt: textIn(row, "answered_at") },
    ...{ accepted: numberIn(row, "accepted"), merged: numberIn(row, "merged") },
    ...{ refused: numberIn(row, "refused"), held: numberIn(row, "held") },
    confirmed: numberIn(row, "confirmed"),
    ...{ arrivedAt: textIn(row, "arrived_at"), arrivedWith: textIn(row, "arrived_with") },
    arrivedRefused: numberIn(row, "arrived_refused"),
  });
  return {
    list: () => all.all().map(read),
    find(id) {
      const row = find.get(id);
      return row && read(row);
    },
    nextSequence: () => numberIn(last.get() ?? {}, "last") + 1,
    wrote: ({ id, sequence, at, path, records, objects, bytes }) =>
      void inTransaction(database, () => insert.run(id, sequence, at, path, records, objects, bytes)),
    answered(id, { answeredAt, accepted, merged, refused, held, confirmed }) {
      const counts = [accepted, merged, refused, held, confirmed];
      inTransaction(database, () => answer.run(answeredAt, ...counts, id));
    },
    arrived: (id, at, by, refused) => void inTransaction(database, () => arrive.run(at, by, refused, id)),
  };
}
