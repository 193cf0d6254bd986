import type { ArchiveFile } from "#shared/archive/file.ts";
import {
  accessCodes,
  conditionCodes,
  languageCodes,
  priorityGroups,
  retentionCodes,
} from "#shared/archive/codes.ts";
import { datesReversed, writeDate } from "#shared/archive/date-text.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type DraftProblem, readDraft } from "#shared/inventory/read-draft.ts";
import { isSecretNote } from "#shared/inventory/secret-mark.ts";

/** The fields of a file that a person enters. */
export const fileDraftFields = [
  "code",
  "title",
  "notation",
  "inventory",
  "box",
  "retention",
  "startDate",
  "endDate",
  "leafCount",
  "pageCount",
  "priority",
  "access",
  "language",
  "condition",
  "keywords",
  "note",
] as const;

export type FileDraftField = (typeof fileDraftFields)[number];

/** A file's form: every field as typed. */
export type FileDraft = Record<FileDraftField, string>;

export type FileFields = Pick<ArchiveFile, FileDraftField>;

/** The fields of a file as its form shows them. */
export function draftOfFile(file: FileFields): FileDraft {
  return {
    ...file,
    startDate: writeDate(file.startDate),
    endDate: writeDate(file.endDate),
    leafCount: file.leafCount === 0 ? "" : String(file.leafCount),
    pageCount: file.pageCount === 0 ? "" : String(file.pageCount),
  };
}

/** An empty form; the values that stay the same from line to line are kept from the last one. */
export function nextFileDraft(last: Partial<FileDraft> = {}): FileDraft {
  return {
    code: nextCode(last.code ?? ""),
    title: "",
    notation: "",
    inventory: last.inventory ?? "",
    box: last.box ?? "",
    retention: last.retention ?? "",
    startDate: "",
    endDate: "",
    leafCount: "",
    pageCount: "",
    priority: last.priority ?? "",
    access: last.access ?? "01",
    language: last.language ?? "01",
    condition: last.condition ?? "",
    keywords: "",
    note: "",
  };
}

/** The code after one that ends in digits (`H05.01.0009` → `H05.01.0010`); the empty text after any other. */
export function nextCode(code: string): string {
  const parts = /^(.*?)(\d{1,15})$/.exec(code);
  if (!parts) return "";
  const [, start = "", digits = ""] = parts;
  return start + String(Number(digits) + 1).padStart(digits.length, "0");
}

/** What a file's form says, or all that is wrong with it. `codeTaken` tells whether another file has the code. */
export function readFileDraft(
  draft: FileDraft,
  codeTaken: boolean,
): Result<FileFields, DraftProblem<FileDraftField>[]> {
  const read = readDraft(draft);
  const fields: FileFields = {
    code: read.text("code", 100, true),
    title: read.text("title", 1000, true),
    notation: read.text("notation", 20),
    inventory: read.text("inventory", 20),
    box: read.text("box", 20),
    retention: read.choice("retention", retentionCodes, ""),
    startDate: read.date("startDate"),
    endDate: read.date("endDate"),
    leafCount: read.count("leafCount", 99999),
    pageCount: read.count("pageCount", 99999),
    priority: read.choice("priority", priorityGroups, ""),
    access: read.choice("access", accessCodes, ""),
    language: read.choice("language", languageCodes, ""),
    condition: read.choice("condition", conditionCodes, ""),
    keywords: read.text("keywords", 100),
    note: read.lines("note", 2000),
  };
  if (codeTaken) read.note("code", "code-twice");
  if (datesReversed(fields.startDate, fields.endDate)) read.note("endDate", "dates-reversed");
  if (fields.access === "03") read.note("access", "secret");
  if (isSecretNote(fields.note)) read.note("note", "secret");
  if (isSecretNote(fields.title)) read.note("title", "secret");
  return read.problems.length === 0 ? ok(fields) : fail(read.problems);
}
