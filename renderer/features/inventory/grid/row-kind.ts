import { blankFile, blankItem } from "#shared/archive/blank.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { type ArchiveRecord, makeRecord } from "#shared/archive/record.ts";
import { ok, type Result } from "#shared/base/result.ts";
import {
  draftOfFile,
  fileDraftFields,
  type FileFields,
  nextFileDraft,
  readFileDraft,
  readFileField,
} from "#shared/inventory/file-draft.ts";
import {
  draftOfItem,
  itemDraftFields,
  type ItemFields,
  nextItemDraft,
  readItemDraft,
  readItemField,
} from "#shared/inventory/item-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";

/** The texts of a row by field, as its form shows them. */
export type Cells = Readonly<Record<string, string>>;

/** Values of a record's fields. */
export type Values = Readonly<Record<string, unknown>>;

/** What a new row belongs to: the fonds of a file, the file of an item. */
export type Parent = { id: string; scope: string };

export type GridCollection = "files" | "items";

/** What the grid knows of the records it lists. */
export type RowKind = {
  collection: GridCollection;
  /** The field that no two records of one parent share, and the field that names the parent. */
  unique: "code" | "ordinal";
  parent: "fondsId" | "fileId";
  /** Fields whose value is the row's own: what a person types for each. */
  subject: "title" | "subject";
  dates: readonly string[];
  cellsOf: (record: ArchiveRecord) => Cells;
  /** The value of one cell as typed or pasted, or what is wrong with it. */
  readCell: (field: string, text: string) => Result<unknown, DraftProblem>;
  /** A whole row, or all that is wrong with it. */
  readRow: (cells: Cells) => Result<Values, DraftProblem[]>;
  /** The writing of a new record of these values. */
  create: (work: Work, id: string, parent: Parent, values: Values) => Edit;
  /** The writing of some fields of a record that is there. */
  change: (id: string, values: Values) => Edit;
};

export const fileRows: RowKind = {
  collection: "files",
  unique: "code",
  parent: "fondsId",
  subject: "title",
  dates: ["startDate", "endDate"],
  cellsOf: (record) => draftOfFile(record as unknown as ArchiveFile),
  readCell(field, text) {
    const known = fileDraftFields.find((name) => name === field);
    return known ? readFileField(known, text) : ok(text);
  },
  readRow: (cells) => readFileDraft({ ...nextFileDraft(), ...cells }, false),
  create(work, id, { id: fondsId, scope }, values) {
    const fields = { ...blankFile, id, scope, fondsId, ...(values as FileFields) };
    return { collection: "files", record: makeRecord<ArchiveFile>(fields, work.stamp()) };
  },
  change: (id, values) => ({ collection: "files", id, fields: values }),
};

export const itemRows: RowKind = {
  collection: "items",
  unique: "ordinal",
  parent: "fileId",
  subject: "subject",
  dates: ["issuedDate"],
  cellsOf: (record) => draftOfItem(record as unknown as Item),
  readCell(field, text) {
    const known = itemDraftFields.find((name) => name === field);
    return known ? readItemField(known, text) : ok(text);
  },
  readRow: (cells) => readItemDraft({ ...nextItemDraft(0), ...cells }, false),
  create(work, id, { id: fileId, scope }, values) {
    const fields = { ...blankItem, id, scope, fileId, ...(values as ItemFields) };
    return { collection: "items", record: makeRecord<Item>(fields, work.stamp()) };
  },
  change: (id, values) => ({ collection: "items", id, fields: values }),
};
