import type { Fonds } from "#shared/archive/fonds.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { countField, linesField, textField } from "#shared/inventory/field-readers.ts";
import { type DraftProblem, type FieldReader, readFields } from "#shared/inventory/read-draft.ts";

const openField: FieldReader<boolean> = (typed) =>
  typed === "open" || typed === "closed"
    ? { value: typed === "open" }
    : { value: true, problem: { code: "not-known", limit: 0 } };

const greatestTotal = 9_999_999_999;

const readers = {
  code: textField(13, { required: true }),
  archiveCode: textField(13),
  name: textField(200, { required: true }),
  open: openField,
  dateSpan: textField(30),
  history: linesField(20000),
  keyGroups: textField(300),
  otherTypes: textField(300),
  languages: textField(100),
  findingAids: textField(50),
  paperTotal: countField(greatestTotal),
  copiedPages: countField(greatestTotal),
  note: linesField(1000),
} satisfies { [Field in keyof Fonds]?: FieldReader<Fonds[Field]> };

export type FondsDraftField = keyof typeof readers;

/** The fields of a fonds that a person enters, in the order of its form. */
export const fondsDraftFields = Object.keys(readers) as FondsDraftField[];

/** A fonds' form: every field as typed; `open` is `open` or `closed`. */
export type FondsDraft = Record<FondsDraftField, string>;

export type FondsFields = Pick<Fonds, FondsDraftField>;

export function draftOfFonds(fonds: FondsFields): FondsDraft {
  const shown = fondsDraftFields.map((field) => [field, shownField(fonds[field])]);
  return Object.fromEntries(shown) as FondsDraft;
}

function shownField(value: FondsFields[FondsDraftField]): string {
  if (typeof value === "boolean") return value ? "open" : "closed";
  return value === 0 ? "" : String(value);
}

export const emptyFondsDraft: FondsDraft = {
  code: "",
  archiveCode: "",
  name: "",
  open: "open",
  dateSpan: "",
  history: "",
  keyGroups: "",
  otherTypes: "",
  languages: "",
  findingAids: "",
  paperTotal: "",
  copiedPages: "",
  note: "",
};

/** What a fonds' form says, or all that is wrong with it. `codeTaken` tells whether another fonds has the code. */
export function readFondsDraft(
  draft: FondsDraft,
  codeTaken: boolean,
): Result<FondsFields, DraftProblem<FondsDraftField>[]> {
  const { fields, problems } = readFields(readers, draft);
  if (codeTaken) problems.push({ field: "code", code: "code-twice", limit: 0 });
  return problems.length === 0 ? ok(fields) : fail(problems);
}

/**
 * What an edit changes of a fonds. Its unit never does: a fonds belongs to the body that made the documents, and is
 * not re-filed under what the unit became. Identifiers that differ have to be confirmed anew.
 */
export function editsOfFonds(
  fonds: Fonds,
  fields: FondsFields,
): FondsFields & Partial<Pick<Fonds, "codesConfirmedAt">> {
  const same = fields.code === fonds.code && fields.archiveCode === fonds.archiveCode;
  return same ? fields : { ...fields, codesConfirmedAt: "" };
}
