import { type Static, Type } from "typebox";
import { retentionCodes } from "#shared/archive/codes.ts";
import { Choice } from "#shared/base/schema.ts";

/**
 * The official forms: lists of files and of items, covers and closing papers of files, the list of files to make
 * (danh mục hồ sơ), contents and labels of boxes, labels of files, the slips that go with them; and sheets to part scans.
 */
export const formKinds = [
  "file-inventory",
  "item-inventory",
  "file-cover",
  "file-closing",
  "file-list",
  "box-contents",
  "box-labels",
  "file-labels",
  "routing-slips",
  "separators",
] as const;

export type FormKind = (typeof formKinds)[number];

export const formFormats = ["pdf", "xlsx", "docx"] as const;

export type FormFormat = (typeof formFormats)[number];

const listFormats: readonly FormFormat[] = ["pdf", "docx", "xlsx"];
const paperFormats: readonly FormFormat[] = ["pdf", "docx"];

/** Formats of each form: lists are workbooks too; what must be printed to the millimetre is a PDF alone. */
export const formatsOfForm: Record<FormKind, readonly FormFormat[]> = {
  "file-inventory": listFormats,
  "item-inventory": listFormats,
  "file-list": listFormats,
  "box-contents": listFormats,
  "file-cover": paperFormats,
  "file-closing": paperFormats,
  "box-labels": ["pdf"],
  "file-labels": ["pdf"],
  "routing-slips": ["pdf"],
  separators: ["pdf"],
};

/** Whether a form is of boxes: files that stand in none are no part of it. */
export function isBoxForm(kind: FormKind): boolean {
  return kind === "box-contents" || kind === "box-labels";
}

/** Whether a form can be made for the files of a batch, whatever fonds they are of: what goes along with paper. */
export function isBatchForm(kind: FormKind): boolean {
  return kind === "separators" || kind === "routing-slips" || kind === "file-labels";
}

export function isListForm(kind: FormKind): boolean {
  return formatsOfForm[kind].includes("xlsx");
}

/** What a person writes into the head and the foot of a form; any may be empty, to be written by hand. */
export const formWordsSchema = Type.Object({
  /** Cơ quan, tổ chức chủ quản. */
  parent: Type.String({ maxLength: 200 }),
  /** Cơ quan, tổ chức lập. */
  agency: Type.String({ maxLength: 200 }),
  place: Type.String({ maxLength: 100 }),
  /** `yyyy-mm-dd`. */
  date: Type.String({ maxLength: 10 }),
  preparer: Type.String({ maxLength: 200 }),
  /** Chức vụ. */
  position: Type.String({ maxLength: 200 }),
  /** "Năm …"; empty for the years of what is listed. */
  year: Type.String({ maxLength: 20 }),
});

export const formOrderSchema = Type.Object({
  kind: Choice(formKinds),
  format: Choice(formFormats),
  fondsId: Type.String(),
  /** One file; for lists of items and covers. */
  fileId: Type.Optional(Type.String()),
  retention: Type.Optional(Choice(retentionCodes)),
  inventory: Type.Optional(Type.String()),
  /** First and last box, both included, as people count them. */
  boxes: Type.Optional(Type.Object({ first: Type.String(), last: Type.String() })),
  /** Separator sheets, slips and labels of files (`isBatchForm`): of a batch, `fondsId` left empty. */
  batchId: Type.Optional(Type.String()),
  /** Separator sheets: of these items alone. */
  itemIds: Type.Optional(Type.Array(Type.String(), { maxItems: 20_000 })),
  /** Separator sheets: one for each file instead of one for each item. */
  perFile: Type.Optional(Type.Boolean()),
  /** Lists of files: with Mục lục số, Hộp số, Hồ sơ số. */
  arranged: Type.Boolean(),
  /** Labels: on sheets of A4 (eight of boxes, 24 of files), or one by one (100 × 75 mm, 70 × 37 mm). */
  labels: Choice(["a4", "thermal"] as const),
  words: formWordsSchema,
});

export type FormOrder = Static<typeof formOrderSchema>;

export const madeFormSchema = Type.Object({
  digest: Type.String(),
  size: Type.Integer(),
  /** A name to save it under, with its extension. */
  name: Type.String(),
  /** Rows of the lists, covers or labels: as many as there were to write. */
  rows: Type.Integer(),
  /** Pages of the PDF; 0 for other formats. */
  pages: Type.Integer(),
  /** Short codes of the lists, as on their pages; empty for covers and labels. */
  codes: Type.Array(Type.String()),
});

export type MadeForm = Static<typeof madeFormSchema>;

/** Rows written and rows to write of the form being made. */
export const formProgressSchema = Type.Object({ done: Type.Integer(), total: Type.Integer() });

/** Official forms out, as stored objects to look at, print and save. */
export const formCalls = {
  /** Makes a form; `forms.progress` tells how far it is. Faults: `form-empty` where nothing is chosen. */
  "forms.make": { input: formOrderSchema, output: madeFormSchema },
} as const;
