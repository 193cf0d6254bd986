import type { Batch } from "#shared/archive/batch.ts";
import { batchSchema } from "#shared/archive/batch.ts";
import type { Box } from "#shared/archive/box.ts";
import { boxSchema } from "#shared/archive/box.ts";
import type { Conflict } from "#shared/archive/conflict.ts";
import { conflictSchema } from "#shared/archive/conflict.ts";
import type { Custody } from "#shared/archive/custody.ts";
import { custodySchema } from "#shared/archive/custody.ts";
import type { CustodyPointRecord } from "#shared/archive/custody-point.ts";
import { custodyPointSchema } from "#shared/archive/custody-point.ts";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import { exclusionSchema } from "#shared/archive/exclusion.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { fileSchema } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { fondsSchema } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import { groupSchema } from "#shared/archive/group.ts";
import type { Handover } from "#shared/archive/handover.ts";
import { handoverSchema } from "#shared/archive/handover.ts";
import type { Item } from "#shared/archive/item.ts";
import { itemSchema } from "#shared/archive/item.ts";
import type { Note } from "#shared/archive/note.ts";
import { noteSchema } from "#shared/archive/note.ts";
import type { Page } from "#shared/archive/page.ts";
import { pageSchema } from "#shared/archive/page.ts";
import type { Report } from "#shared/archive/report.ts";
import { reportSchema } from "#shared/archive/report.ts";
import type { Term } from "#shared/archive/term.ts";
import { termSchema } from "#shared/archive/term.ts";

/** The kinds of records that live in the journal and at the province; those of the screen also in RxDB. */
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
  handovers: Handover;
  custody: Custody;
  points: CustodyPointRecord;
  notes: Note;
  reports: Report;
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
  handovers: { schema: handoverSchema, version: 0, parent: "batchId" },
  custody: { schema: custodySchema, version: 0, parent: "subjectId" },
  points: { schema: custodyPointSchema, version: 0, parent: "" },
  notes: { schema: noteSchema, version: 0, parent: "subjectId" },
  reports: { schema: reportSchema, version: 0, parent: "" },
} as const;

/** What the screen edits and lists, and so holds itself in RxDB. Parents before children. */
export const screenCollectionNames = [
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

export type ScreenCollectionName = (typeof screenCollectionNames)[number];

/**
 * What is written once and then only asked for, and the points that a center sets up for it. It stays on the desk: the
 * screen has it written and read by calls that know its rules.
 */
export const deskCollectionNames = [
  "handovers",
  "custody",
  "notes",
  "reports",
  "points",
] as const satisfies CollectionName[];

/** Parents before children, so that a half-done round never shows an orphan. */
export const collectionNames = [...screenCollectionNames, ...deskCollectionNames] as const;
