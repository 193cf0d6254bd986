import {
  createRxDatabase,
  type RxCollection,
  type RxConflictHandler,
  type RxDatabase,
  type RxJsonSchema,
  type RxStorage,
} from "rxdb/plugins/core";
import {
  type ScreenCollectionName,
  screenCollectionNames,
  collections,
  type Records,
} from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { mergeRecords, sameRecord } from "#shared/replication/merge.ts";

export type Collections = { [Name in ScreenCollectionName]: RxCollection<Records[Name]> };

export type Database = RxDatabase<Collections>;

/** The orders in which screens list records; each list is a walk along one of these, never a scan. */
const indexes: Record<ScreenCollectionName, string[][]> = {
  fonds: [["code"]],
  batches: [["state", "number"], ["number"]],
  files: [
    ["fondsId", "code"],
    ["batchId", "code"],
  ],
  items: [["fileId", "ordinal"]],
  pages: [["itemId", "ordinal"]],
  exclusions: [["fondsId", "decidedAt"]],
  groups: [["fondsId", "parentId"]],
  boxes: [["fondsId", "number"]],
  terms: [["list", "label"]],
  conflicts: [["standing", "subjectId"], ["subjectId"]],
};

/**
 * The name of the database for the present schemas. A changed schema is a new database, filled again from the
 * journal: RxDB's own migration was measured slower than that.
 */
export function databaseName(): string {
  const shapes = screenCollectionNames.map((name) => [collections[name].schema, indexes[name]]);
  return `mucluc-${digestOfText(canonicalJson(shapes)).slice(0, 8)}`;
}

/** Opens the screen's database. `storage` is Dexie's in the app; tests may hand in another. */
export async function openDatabase(
  storage: RxStorage<unknown, unknown>,
  name = databaseName(),
): Promise<Database> {
  const database = await createRxDatabase<Collections>({ name, storage, multiInstance: false });
  await database.addCollections({
    fonds: definition("fonds"),
    batches: definition("batches"),
    files: definition("files"),
    items: definition("items"),
    pages: definition("pages"),
    exclusions: definition("exclusions"),
    groups: definition("groups"),
    boxes: definition("boxes"),
    terms: definition("terms"),
    conflicts: definition("conflicts"),
  });
  return database;
}

function definition<Name extends ScreenCollectionName>(name: Name) {
  const schema = collections[name].schema;
  return {
    schema: {
      version: 0,
      primaryKey: "id",
      type: "object",
      properties: JSON.parse(JSON.stringify(schema.properties)) as object,
      required: [...schema.required],
      indexes: indexes[name],
    } as unknown as RxJsonSchema<Records[Name]>,
    conflictHandler: conflictHandler as unknown as RxConflictHandler<Records[Name]>,
  };
}

const conflictHandler: RxConflictHandler<ArchiveRecord> = {
  isEqual: (one, other) => sameRecord(plain(one), plain(other)),
  resolve: (input) =>
    Promise.resolve({
      ...mergeRecords(plain(input.newDocumentState), plain(input.realMasterState)),
      _deleted: false,
    }),
};

/** A record without what RxDB and its protocol add to it (`_deleted`, `_meta`, `_rev`, `_attachments`). */
export function plain<Kind extends object>(document: Kind): Kind {
  return Object.fromEntries(Object.entries(document).filter(([field]) => !field.startsWith("_"))) as Kind;
}
