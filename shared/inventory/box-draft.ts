import type { Box } from "#shared/archive/box.ts";
import { conditionCodes } from "#shared/archive/codes.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { choiceField, linesField, textField } from "#shared/inventory/field-readers.ts";
import { type DraftProblem, type FieldReader, readFields } from "#shared/inventory/read-draft.ts";

const mostMetres = 99;

/** Mét giá, with a comma or a point, kept to the centimetre; nothing typed is 0. */
const metresField: FieldReader<number> = (typed) => {
  const text = cleanText(typed).replace(",", ".");
  if (text === "") return { value: 0 };
  if (!/^\d{1,4}(\.\d{1,4})?$/.test(text))
    return { value: 0, problem: { code: "measure-not-read", limit: 0 } };
  const value = Math.round(Number(text) * 100) / 100;
  return value > mostMetres ? { value, problem: { code: "number-too-large", limit: mostMetres } } : { value };
};

const readers = {
  room: textField(60),
  shelf: textField(60),
  tier: textField(60),
  condition: choiceField(conditionCodes, () => undefined, ""),
  metres: metresField,
  note: linesField(500),
} satisfies { [Field in keyof Box]?: FieldReader<Box[Field]> };

export type BoxDraftField = keyof typeof readers;

/** A box's form: every field as typed. */
export type BoxDraft = Record<BoxDraftField, string>;

export type BoxFields = Pick<Box, BoxDraftField>;

/** What the form of a box begins with; `before` gives its place where the box has none: the next on the same shelf. */
export function draftOfBox(box: BoxFields | undefined, before?: BoxDraft): BoxDraft {
  const { room = "", shelf = "", tier = "", condition = "", metres = 0, note = "" } = box ?? {};
  const place = room + shelf + tier === "" && before ? before : { room, shelf, tier };
  return {
    ...{ room: place.room, shelf: place.shelf, tier: place.tier },
    condition,
    metres: metres === 0 ? "" : String(metres).replace(".", ","),
    note,
  };
}

/** What a box's form says, or all that is wrong with it. */
export function readBoxDraft(draft: BoxDraft): Result<BoxFields, DraftProblem<BoxDraftField>[]> {
  const { fields, problems } = readFields(readers, draft);
  return problems.length === 0 ? ok(fields) : fail(problems);
}
