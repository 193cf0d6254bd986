import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import { contestedFields } from "#shared/archive/contested-fields.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { textIn } from "#electron/journal/row.ts";

/** The fields of a merged record that another wrote, and those that stayed as this machine wrote them. */
export type MergedFields = { theirs: string[]; ours: string[] };

/** Which records of this machine were merged with another's edits before the province had them, and in which fields. */
export type Merges = {
  /** Notes what became of an unsent record when the province's state of it was merged in. */
  note(
    collection: CollectionName,
    merge: { before: ArchiveRecord; theirs: object; after: ArchiveRecord },
  ): void;
  /** The fields, while the record is as that merge left it. */
  find(collection: CollectionName, record: ArchiveRecord): MergedFields | undefined;
};

export function openMerges(database: Sqlite): Merges {
  const set = database.prepare(
    "INSERT OR REPLACE INTO merges (collection, id, hash, theirs, ours) VALUES (?, ?, ?, ?, ?)",
  );
  const find = database.prepare(
    "SELECT theirs, ours FROM merges WHERE collection = ? AND id = ? AND hash = ?",
  );
  return {
    note(collection, { before, theirs, after }) {
      const fields = contestedFields(collection);
      const changed = fields.filter((field) => !isSame(before, after, field));
      // Nothing of another's came in: the record is as it was here.
      if (changed.length === 0) return;
      const own = fields.filter((field) => !isSame(theirs, after, field));
      set.run(collection, after.id, hashOfRecord(after), changed.join(" "), own.join(" "));
    },
    find(collection, record) {
      const row = find.get(collection, record.id, hashOfRecord(record));
      return row && { theirs: listIn(textIn(row, "theirs")), ours: listIn(textIn(row, "ours")) };
    },
  };
}

function isSame(one: object, other: object, field: string): boolean {
  const left: unknown = Reflect.get(one, field);
  const right: unknown = Reflect.get(other, field);
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}

function listIn(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}
