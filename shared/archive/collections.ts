import type { Batch } from "#shared/archive/batch.ts";
import { batchSchema } from "#shared/archive/batch.ts";
import type { Box } from "#shared/archive/box.ts";
import { boxSchema } from "#shared/archive/box.ts";
import type { Conflict } from "#shared/archive/conflict.ts";
import { conflictSchema } from "#shared/archive/conflict.ts";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import { exclusionSchema } from "#shared/archive/exclusion.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { fileSchema } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { fondsSchema } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import { groupSchema } from "#shared/archive/group.ts";
import type { Item } from "#shared/archive/item.ts";
import { itemSchema } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { pageSchema } from "#shared/archive/page.ts";
import type { Term } from "#shared/archive/term.ts";
import { termSchema } from "#shared/archive/term.ts";

/** The kinds of records that live in RxDB, the journal and the province. */
export type Records = {
  fonds: Fonds;
  files: ArchiveFile;
  items: Item;
  pages: Page;
  batches: Batch;
  exclusions: Exclusion;
  groups: Group;
  boxes: Box;
  terms: Term;
  conflicts: Conflict;
};

export type CollectionName = keyof Records;

/** Each collection's schema, its version, and the field that names the record above. */
export const collections = {
  fonds: { schema: fondsSchema, version: 0, parent: "" },
  batches: { schema: batchSchema, version: 0, parent: "" },
  files: { schema: fileSchema, version: 0, parent: "fondsId" },
  items: { schema: itemSchema, version: 0, parent: "fileId" },
  pages: { schema: pageSchema, version: 0, parent: "itemId" },
  exclusions: { schema: exclusionSchema, version: 0, parent: "fondsId" },
  groups: { schema: groupSchema, version: 0, parent: "fondsId" },
  boxes: { schema: boxSchema, version: 0, parent: "fondsId" },
  terms: { schema: termSchema, version: 0, parent: "" },
  conflicts: { schema: conflictSchema, version: 0, parent: "subjectId" },
} as const;

/** Parents before children, so that a half-done round never shows an orphan. */
export const collectionNames = [
  "fonds",
  "batches",
  "files",
  "items",
  "pages",
  "exclusions",
  "groups",
  "boxes",
  "terms",
  "conflicts",
] as const satisfies CollectionName[];
