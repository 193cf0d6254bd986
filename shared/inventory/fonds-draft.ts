import type { Fonds } from "#shared/archive/fonds.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type DraftProblem, readDraft } from "#shared/inventory/read-draft.ts";

export type FondsDraftField = "code" | "name" | "archiveCode" | "dateSpan" | "open" | "history" | "note";

/** A fonds' form: every field as typed; `open` is `open` or `closed`. */
export type FondsDraft = Record<FondsDraftField, string>;

export type FondsFields = Pick<Fonds, FondsDraftField>;

export function draftOfFonds(fonds: FondsFields): FondsDraft {
  return { ...fonds, open: fonds.open ? "open" : "closed" };
}

export const emptyFondsDraft: FondsDraft = {
  code: "",
  name: "",
  archiveCode: "",
  dateSpan: "",
  open: "open",
  history: "",
  note: "",
};

/** What a fonds' form says, or all that is wrong with it. `codeTaken` tells whether another fonds has the code. */
export function readFondsDraft(
  draft: FondsDraft,
  codeTaken: boolean,
): Result<FondsFields, DraftProblem<FondsDraftField>[]> {
  const read = readDraft(draft);
  const fields: FondsFields = {
    code: read.text("code", 13, true),
    name: read.text("name", 200, true),
    archiveCode: read.text("archiveCode", 13),
    dateSpan: read.text("dateSpan", 30),
    open: read.choice("open", ["open", "closed"], "open") === "open",
    history: read.lines("history", 20000),
    note: read.lines("note", 1000),
  };
  if (codeTaken) read.note("code", "code-twice");
  return read.problems.length === 0 ? ok(fields) : fail(read.problems);
}
