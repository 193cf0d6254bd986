import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { TakenParcel } from "#shared/contract/parcel.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/** The parcels that this centre took in. */
export type TakenLog = {
  list(): TakenParcel[];
  /** How often it was taken before, and whether a later one of the same machine was taken already. */
  before(id: string, signer: string, sequence: number): { times: number; outOfOrder: boolean };
  took(signer: string, row: Omit<TakenParcel, "times" | "outOfOrder">): void;
};

export function openTakenLog(database: Sqlite): TakenLog {
  const all = database.prepare("SELECT * FROM parcels_taken ORDER BY taken_at DESC, id LIMIT 200");
  const find = database.prepare("SELECT times, late FROM parcels_taken WHERE id = ? AND signer = ?");
  const last = database.prepare(
    "SELECT coalesce(max(sequence), 0) AS last FROM parcels_taken WHERE signer = ?",
  );
  const write = database.prepare(
    `INSERT INTO parcels_taken
       (id, signer, sender, scope, sequence, at, taken_at, times, late, accepted, merged, refused, objects)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
     ON CONFLICT (id, signer) DO UPDATE SET taken_at = excluded.taken_at, times = times + 1,
       accepted = excluded.accepted, merged = excluded.merged, refused = excluded.refused,
       objects = excluded.objects`,
  );
  const before: TakenLog["before"] = (id, signer, sequence) => {
    const row = find.get(id, signer);
    if (row) return { times: numberIn(row, "times"), outOfOrder: numberIn(row, "late") === 1 };
    return { times: 0, outOfOrder: numberIn(last.get(signer) ?? {}, "last") > sequence };
  };
  return {
    list: () =>
      all.all().map((row) => ({
        ...{ id: textIn(row, "id"), sender: textIn(row, "sender"), scope: textIn(row, "scope") },
        ...{ sequence: numberIn(row, "sequence"), at: textIn(row, "at"), takenAt: textIn(row, "taken_at") },
        ...{ times: numberIn(row, "times"), outOfOrder: numberIn(row, "late") === 1 },
        ...{ accepted: numberIn(row, "accepted"), merged: numberIn(row, "merged") },
        ...{ refused: numberIn(row, "refused"), objects: numberIn(row, "objects") },
      })),
    before,
    took(signer, { id, sender, scope, sequence, at, takenAt, accepted, merged, refused, objects }) {
      inTransaction(database, () => {
        const late = before(id, signer, sequence).outOfOrder ? 1 : 0;
        const said = [id, signer, sender, scope, sequence, at, takenAt, late] as const;
        write.run(...said, accepted, merged, refused, objects);
      });
    },
  };
}
