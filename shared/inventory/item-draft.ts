import { accessCodes, conditionCodes, documentTypeCodes, languageCodes } from "#shared/archive/codes.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { Item } from "#shared/archive/item.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type DraftProblem, readDraft } from "#shared/inventory/read-draft.ts";
import { isSecretNote, isSecretSymbol } from "#shared/inventory/secret-mark.ts";

/** The fields of an item that a person enters. */
export const itemDraftFields = [
  "ordinal",
  "type",
  "number",
  "symbol",
  "issuedDate",
  "issuer",
  "subject",
  "signer",
  "leaves",
  "pageCount",
  "access",
  "language",
  "condition",
  "keywords",
  "autograph",
  "note",
] as const;

export type ItemDraftField = (typeof itemDraftFields)[number];

/** An item's form: every field as typed. */
export type ItemDraft = Record<ItemDraftField, string>;

export type ItemFields = Pick<Item, ItemDraftField>;

/** The fields of an item as its form shows them. */
export function draftOfItem(item: ItemFields): ItemDraft {
  return {
    ...item,
    ordinal: String(item.ordinal),
    issuedDate: writeDate(item.issuedDate),
    pageCount: item.pageCount === 0 ? "" : String(item.pageCount),
  };
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
  const read = readDraft(draft);
  const fields: ItemFields = {
    ordinal: read.count("ordinal", 9999999),
    type: read.choice("type", documentTypeCodes, ""),
    number: read.text("number", 11),
    symbol: read.text("symbol", 30),
    issuedDate: read.date("issuedDate"),
    issuer: read.text("issuer", 200),
    subject: read.text("subject", 500, true),
    signer: read.text("signer", 100),
    leaves: read.text("leaves", 20),
    pageCount: read.count("pageCount", 9999),
    access: read.choice("access", accessCodes, ""),
    language: read.choice("language", languageCodes, ""),
    condition: read.choice("condition", conditionCodes, ""),
    keywords: read.text("keywords", 100),
    autograph: read.lines("autograph", 2000),
    note: read.lines("note", 500),
  };
  if (fields.ordinal === 0 && !read.problems.some(({ field }) => field === "ordinal")) {
    read.note("ordinal", "empty");
  }
  if (ordinalTaken) read.note("ordinal", "ordinal-twice");
  if (fields.access === "03") read.note("access", "secret");
  if (isSecretSymbol(fields.symbol)) read.note("symbol", "secret");
  if (isSecretNote(fields.note)) read.note("note", "secret");
  if (isSecretNote(fields.subject)) read.note("subject", "secret");
  return read.problems.length === 0 ? ok(fields) : fail(read.problems);
}
