import type { RxCollection, RxDocument } from "rxdb/plugins/core";
import type { ScreenCollectionName } from "#shared/archive/collections.ts";
import { type ArchiveRecord, editRecord } from "#shared/archive/record.ts";
import type { Work } from "#renderer/db/work.ts";

/** Fields of a record by name, whatever it describes. */
export type Fields = Readonly<Record<string, unknown>>;

/** What was written of one record: the fields as they were, and as they are now. */
export type FieldChange = {
  collection: ScreenCollectionName;
  id: string;
  before: Fields;
  after: Fields;
};

/** The records of these ids that this machine has. */
export async function readRecords(
  work: Work,
  collection: ScreenCollectionName,
  ids: readonly string[],
): Promise<Map<string, ArchiveRecord>> {
  const documents = await collectionOf(work, collection)
    .findByIds([...ids])
    .exec();
  return new Map([...documents].map(([id, document]) => [id, document.toJSON() as ArchiveRecord]));
}

/**
 * Changes many records of one collection in one write, with one stamp. `choose` is given each record as it is when
 * it is written and answers the fields to change; the change that came of it is answered. An id without a record,
 * and a record none of whose fields differ, is passed over; `anew` writes fields that hold the value already too.
 */
export async function changeRecords(
  work: Work,
  collection: ScreenCollectionName,
  ids: readonly string[],
  choose: (record: ArchiveRecord) => Fields,
  options: { anew?: boolean } = {},
): Promise<FieldChange[]> {
  const documents = await documentsOf(work, collection, ids);
  lately.set(work, { collection, documents });
  const stamp = work.stamp();
  const changes = new Map<string, FieldChange>();
  await Promise.all(
    [...documents].map(([id, document]) =>
      // RxDB writes what is modified in the same turn together.
      document.incrementalModify((data) => {
        const record = data as ArchiveRecord;
        const edited = editRecord(record, choose(record), stamp, options);
        // RxDB calls again with the newer state where someone wrote in between.
        changes.delete(id);
        if (edited === record) return data;
        const change = changeBetween(collection, record, edited);
        if (Object.keys(change.after).length > 0) changes.set(id, change);
        work.saving.wrote(collection, edited);
        return edited;
      }),
    ),
  );
  return [...changes.values()];
}

type Documents = Map<string, RxDocument<ArchiveRecord>>;

/**
 * The documents of each person's last write: an undo, which follows it, need not read 5,000 of them again.
 */
const lately = new WeakMap<Work, { collection: ScreenCollectionName; documents: Documents }>();

async function documentsOf(
  work: Work,
  collection: ScreenCollectionName,
  ids: readonly string[],
): Promise<Documents> {
  const last = lately.get(work);
  const held = last?.collection === collection ? last.documents : undefined;
  const documents: Documents = new Map();
  const unread: string[] = [];
  for (const id of ids) {
    const document = held?.get(id);
    if (document) documents.set(id, document.getLatest());
    else unread.push(id);
  }
  if (unread.length === 0) return documents;
  const read = await collectionOf(work, collection).findByIds(unread).exec();
  return new Map([...documents, ...read]);
}

const bookkeeping = new Set(["updatedBy", "deviceId", "clocks"]);

function changeBetween(
  collection: ScreenCollectionName,
  one: ArchiveRecord,
  other: ArchiveRecord,
): FieldChange {
  const before = one as unknown as Fields;
  const after = other as unknown as Fields;
  const names = Object.keys(after).filter(
    (name) => !bookkeeping.has(name) && !name.startsWith("_") && before[name] !== after[name],
  );
  const pick = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name]]));
  return { collection, id: one.id, before: pick(before), after: pick(after) };
}

function collectionOf(work: Work, name: ScreenCollectionName): RxCollection<ArchiveRecord> {
  return work.db[name] as unknown as RxCollection<ArchiveRecord>;
}
