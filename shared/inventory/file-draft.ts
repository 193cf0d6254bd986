import {
  arrangements,
  type Arrangement,
  conditionCodes,
  languageCodes,
  type PriorityGroup,
  priorityGroups,
  retentionCodes,
} from "#shared/archive/codes.ts";
import { datesReversed, writeDate } from "#shared/archive/date-text.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { isId } from "#shared/base/id.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import {
  accessField,
  choiceField,
  codeByWords,
  countField,
  dateField,
  linesField,
  textField,
} from "#shared/inventory/field-readers.ts";
import { readCondition, readLanguage, readRetention } from "#shared/inventory/read-code.ts";
import { type DraftProblem, type FieldReader, readField, readFields } from "#shared/inventory/read-draft.ts";
import { isSecretSymbol } from "#shared/inventory/secret-mark.ts";

const readPriority = codeByWords<PriorityGroup>({
  "": [""],
  decision: ["quyet dinh", "quyet dinh ca biet"],
  plan: ["ke hoach", "ke hoach dai han giai doan nam"],
  report: ["bao cao", "bao cao nam chuyen de"],
  "frequent-use": ["thuong xuyen su dung", "tai lieu thuong xuyen su dung"],
  other: ["khac"],
});

const readArrangement = codeByWords<Arrangement>({
  "": [""],
  arranged: ["hoan chinh", "chinh ly hoan chinh", "da chinh ly", "da chinh ly hoan chinh"],
  partly: ["so bo", "chinh ly so bo", "da chinh ly so bo"],
  none: ["chua", "chua chinh ly"],
});

const readYes = codeByWords<"yes" | "no">({
  yes: ["yes", "co", "x", "1", "true", "thuong xuyen", "thuong xuyen su dung"],
  no: ["", "no", "khong", "0", "false"],
});

const yesField: FieldReader<boolean> = (typed) => {
  const answer = readYes(typed);
  if (answer === undefined) return { value: false, problem: { code: "not-known", limit: 0 } };
  return { value: answer === "yes" };
};

/** The code of a commune, or nothing chosen. Which communes there are to choose from is for the form to know. */
const successorField: FieldReader<string> = (typed) => {
  const value = typed.trim();
  return /^(\d{5})?$/.test(value) ? { value } : { value: "", problem: { code: "not-known", limit: 0 } };
};

/** The id of a group, or none. Which groups there are to choose from is for the form to know. */
const groupField: FieldReader<string> = (typed) => {
  const value = typed.trim();
  return value === "" || isId(value) ? { value } : { value: "", problem: { code: "not-known", limit: 0 } };
};

const readers = {
  code: textField(100, { required: true }),
  notation: textField(20, { isSecret: isSecretSymbol }),
  title: textField(1000, { required: true }),
  startDate: dateField,
  endDate: dateField,
  retention: choiceField(retentionCodes, readRetention, ""),
  arrangement: choiceField(arrangements, readArrangement, ""),
  frequentUse: yesField,
  scopeReason: textField(500),
  priority: choiceField(priorityGroups, readPriority, ""),
  leafCount: countField(99999),
  pageCount: countField(99999),
  inventory: textField(20),
  box: textField(20),
  location: textField(100),
  groupId: groupField,
  successor: successorField,
  access: accessField,
  language: choiceField(languageCodes, readLanguage, ""),
  condition: choiceField(conditionCodes, readCondition, ""),
  keywords: textField(100),
  note: linesField(2000),
} satisfies { [Field in keyof ArchiveFile]?: FieldReader<ArchiveFile[Field]> };

export type FileDraftField = keyof typeof readers;

/** The fields of a file that a person enters, in the order of its form. */
export const fileDraftFields = Object.keys(readers) as FileDraftField[];

/** A file's form: every field as typed; `frequentUse` is `yes` or nothing. */
export type FileDraft = Record<FileDraftField, string>;

export type FileFields = Pick<ArchiveFile, FileDraftField>;

/** The fields of a file as its form shows them. */
export function draftOfFile(file: FileFields): FileDraft {
  const shown = fileDraftFields.map((field) => [field, draftOfFileField(field, file[field])]);
  return Object.fromEntries(shown) as FileDraft;
}

/** One field of a file as its form or its cell shows it. */
export function draftOfFileField(field: FileDraftField, value: FileFields[FileDraftField]): string {
  if (typeof value === "boolean") return value ? "yes" : "";
  if (typeof value === "number") return value === 0 ? "" : String(value);
  return field === "startDate" || field === "endDate" ? writeDate(value) : value;
}

/** An empty form; the values that stay the same from line to line are kept from the last one. */
export function nextFileDraft(last: Partial<FileDraft> = {}): FileDraft {
  return {
    code: nextCode(last.code ?? ""),
    notation: "",
    title: "",
    startDate: "",
    endDate: "",
    retention: last.retention ?? "",
    arrangement: last.arrangement ?? "",
    frequentUse: "",
    scopeReason: "",
    priority: last.priority ?? "",
    leafCount: "",
    pageCount: "",
    inventory: last.inventory ?? "",
    box: last.box ?? "",
    location: last.location ?? "",
    groupId: last.groupId ?? "",
    successor: "",
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
  const { fields, problems } = readFields(readers, draft);
  if (codeTaken) problems.push({ field: "code", code: "code-twice", limit: 0 });
  if (datesReversed(fields.startDate, fields.endDate)) {
    problems.push({ field: "endDate", code: "dates-reversed", limit: 0 });
  }
  return problems.length === 0 ? ok(fields) : fail(problems);
}

/** The file a form describes so far, problems left aside: for what is suggested and shown while one types. */
export function fileAsTyped(draft: FileDraft): FileFields {
  return readFields(readers, draft).fields;
}

/**
 * One field of a file as typed or pasted into its cell, read as the form reads it; code lists are known by their
 * words too. What needs other fields or other records (dates in order, a code twice) is not looked at.
 */
export function readFileField<Field extends FileDraftField>(
  field: Field,
  text: string,
): Result<FileFields[Field], DraftProblem<Field>> {
  return readField(readers, field, text) as Result<FileFields[Field], DraftProblem<Field>>;
}
