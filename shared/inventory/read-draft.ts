import { cleanText } from "#shared/inventory/clean-text.ts";
import { readDate } from "#shared/inventory/read-date.ts";

export const draftProblemCodes = [
  "empty",
  "too-long",
  "date-not-read",
  "dates-reversed",
  "number-not-read",
  "number-too-large",
  "not-known",
  "code-twice",
  "ordinal-twice",
  "secret",
] as const;

/** What is wrong with one field of a form; `limit` is the greatest length or number where the code means one. */
export type DraftProblem<Field extends string = string> = {
  field: Field;
  code: (typeof draftProblemCodes)[number];
  limit: number;
};

/** Reads a form's fields as they were typed; every problem is noted and reading goes on. */
export type DraftReader<Field extends string> = {
  text(field: Field, limit: number, required?: boolean): string;
  /** As `text`, keeping line breaks. */
  lines(field: Field, limit: number): string;
  date(field: Field): string;
  /** A whole number from 0; nothing typed is 0. */
  count(field: Field, limit: number): number;
  choice<const Word extends string>(field: Field, words: readonly Word[], otherwise: Word): Word;
  note(field: Field, code: DraftProblem["code"], limit?: number): void;
  problems: DraftProblem<Field>[];
};

export function readDraft<Field extends string>(draft: Readonly<Record<Field, string>>): DraftReader<Field> {
  const problems: DraftProblem<Field>[] = [];
  const note = (field: Field, code: DraftProblem["code"], limit = 0) => {
    problems.push({ field, code, limit });
  };
  const bounded = (field: Field, text: string, limit: number) => {
    if (text.length > limit) note(field, "too-long", limit);
    return text;
  };
  return {
    problems,
    note,
    text(field, limit, required = false) {
      const text = cleanText(draft[field]);
      if (required && text === "") note(field, "empty");
      return bounded(field, text, limit);
    },
    lines(field, limit) {
      return bounded(field, draft[field].normalize("NFC").trim(), limit);
    },
    date(field) {
      const date = readDate(cleanText(draft[field]));
      if (date === undefined) note(field, "date-not-read");
      return date ?? "";
    },
    count(field, limit) {
      const text = cleanText(draft[field]);
      if (text === "") return 0;
      if (!/^\d{1,9}$/.test(text)) {
        note(field, "number-not-read");
        return 0;
      }
      const count = Number(text);
      if (count > limit) note(field, "number-too-large", limit);
      return count;
    },
    choice(field, words, otherwise) {
      const known = words.find((word) => word === draft[field]);
      if (known === undefined) note(field, "not-known");
      return known ?? otherwise;
    },
  };
}
