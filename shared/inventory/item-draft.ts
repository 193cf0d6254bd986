import { conditionCodes, documentTypeCodes, languageCodes } from "#shared/archive/codes.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { Item } from "#shared/archive/item.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import {
  accessField,
  choiceField,
  countField,
  dateField,
  linesField,
  textField,
} from "#shared/inventory/field-readers.ts";
import { readCondition, readDocumentType, readLanguage } from "#shared/inventory/read-code.ts";
import { type DraftProblem, type FieldReader, readField, readFields } from "#shared/inventory/read-draft.ts";
import { isSecretSymbol } from "#shared/inventory/secret-mark.ts";

const readOrdinal = countField(9999999);

/** Ordinals begin at 1. */
const ordinalField: FieldReader<number> = (typed) => {
  const { value, problem } = readOrdinal(typed);
  return { value, ...(problem ? { problem } : value === 0 ? { problem: { code: "empty", limit: 0 } } : {}) };
};

const readers = {
  ordinal: ordinalField,
  type: choiceField(documentTypeCodes, readDocumentType, ""),
  number: textField(11),
  symbol: textField(30, { isSecret: isSecretSymbol }),
  issuedDate: dateField,
  signer: textField(100),
  issuer: textField(200),
  addressee: textField(200),
  subject: textField(500, { required: true }),
  leaves: textField(20),
  pageCount: countField(9999),
  access: accessField,
  language: choiceField(languageCodes, readLanguage, ""),
  condition: choiceField(conditionCodes, readCondition, ""),
  keywords: textField(100),
  autograph: linesField(2000),
  note: linesField(500),
} satisfies { [Field in keyof Item]?: FieldReader<Item[Field]> };

export type ItemDraftField = keyof typeof readers;

/** The fields of an item that a person enters, in the order of its form. */
export const itemDraftFields = Object.keys(readers) as ItemDraftField[];

/** An item's form: every field as typed. */
export type ItemDraft = Record<ItemDraftField, string>;

export type ItemFields = Pick<Item, ItemDraftField>;

/** The fields of an item as its form shows them. */
export function draftOfItem(item: ItemFields): ItemDraft {
  const shown = itemDraftFields.map((field) => [field, draftOfItemField(field, item[field])]);
  return Object.fromEntries(shown) as ItemDraft;
}

/** One field of an item as its form or its cell shows it. */
export function draftOfItemField(field: ItemDraftField, value: ItemFields[ItemDraftField]): string {
  if (typeof value === "number") return value === 0 ? "" : String(value);
  return field === "issuedDate" ? writeDate(value) : value;
}

/** An empty form with the next ordinal; the values that stay the same from line to line are kept from the last one. */
export function nextItemDraft(ordinal: number, last: Partial<ItemDraft> = {}): ItemDraft {
  return {
    ordinal: String(ordinal),
    type: last.type ?? "",
    number: "",
    symbol: last.symbol ?? "",
    issuedDate: "",
    issuer: last.issuer ?? "",
    addressee: "",
    subject: "",
    signer: last.signer ?? "",
    leaves: "",
    pageCount: "",
    access: last.access ?? "01",
    language: last.language ?? "01",
    condition: last.condition ?? "",
    keywords: "",
    autograph: "",
    note: "",
  };
}

/** What an item's form says, or all that is wrong with it. `ordinalTaken` tells whether another item has the ordinal. */
export function readItemDraft(
  draft: ItemDraft,
  ordinalTaken: boolean,
): Result<ItemFields, DraftProblem<ItemDraftField>[]> {
  const { fields, problems } = readFields(readers, draft);
  if (ordinalTaken) problems.push({ field: "ordinal", code: "ordinal-twice", limit: 0 });
  return problems.length === 0 ? ok(fields) : fail(problems);
}

/** The item a form describes so far, problems left aside: for what is shown while one types. */
export function itemAsTyped(draft: ItemDraft): ItemFields {
  return readFields(readers, draft).fields;
}

/**
 * One field of an item as typed or pasted into its cell, read as the form reads it; code lists are known by their
 * words too. Whether another item has the ordinal is not looked at.
 */
export function readItemField<Field extends ItemDraftField>(
  field: Field,
  text: string,
): Result<ItemFields[Field], DraftProblem<Field>> {
  return readField(readers, field, text) as Result<ItemFields[Field], DraftProblem<Field>>;
}
