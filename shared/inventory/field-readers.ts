import { accessCodes, type AccessCode } from "#shared/archive/codes.ts";
import { fold } from "#shared/base/fold.ts";
import { cleanText, wordsOf } from "#shared/inventory/clean-text.ts";
import { readAccess } from "#shared/inventory/read-code.ts";
import type { FieldReader } from "#shared/inventory/read-draft.ts";
import { readDate } from "#shared/inventory/read-date.ts";
import { isSecretNote } from "#shared/inventory/secret-mark.ts";

type TextRule = { required?: boolean; isSecret?: (text: string) => boolean };

/** A text on one line, in NFC, of at most `limit` characters. A mark of secrecy is refused wherever it stands. */
export function textField(limit: number, rule: TextRule = {}): FieldReader<string> {
  return (typed) => {
    const value = cleanText(typed);
    if (isSecretNote(value) || rule.isSecret?.(value))
      return { value, problem: { code: "secret", limit: 0 } };
    if (rule.required && value === "") return { value, problem: { code: "empty", limit: 0 } };
    return bounded(value, limit);
  };
}

/** As `textField`, keeping line breaks. */
export function linesField(limit: number): FieldReader<string> {
  return (typed) => {
    const value = typed.normalize("NFC").trim();
    return isSecretNote(value) ? { value, problem: { code: "secret", limit: 0 } } : bounded(value, limit);
  };
}

/** A date typed freely, kept as `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export const dateField: FieldReader<string> = (typed) => {
  const value = readDate(cleanText(typed));
  return value === undefined ? { value: "", problem: { code: "date-not-read", limit: 0 } } : { value };
};

/** A whole number from 0; nothing typed is 0. */
export function countField(limit: number): FieldReader<number> {
  return (typed) => {
    const text = cleanText(typed);
    if (text === "") return { value: 0 };
    if (!/^\d{1,10}$/.test(text)) return { value: 0, problem: { code: "number-not-read", limit: 0 } };
    const value = Number(text);
    return value > limit ? { value, problem: { code: "number-too-large", limit } } : { value };
  };
}

/** One of a list of codes: the code itself, or the words it is known by (`read`), as they are pasted from sheets. */
export function choiceField<const Code extends string>(
  codes: readonly Code[],
  read: (text: string) => Code | undefined,
  unread: Code,
): FieldReader<Code> {
  return (typed) => {
    const value = codes.find((code) => code === typed) ?? read(cleanText(typed));
    return value === undefined ? { value: unread, problem: { code: "not-known", limit: 0 } } : { value };
  };
}

const readAccessField = choiceField(accessCodes, readAccess, "");

/** Chế độ sử dụng; 03 (Mật) is a mark of secrecy. */
export const accessField: FieldReader<AccessCode> = (typed) => {
  const reading = readAccessField(typed);
  return reading.value === "03" ? { ...reading, problem: { code: "secret", limit: 0 } } : reading;
};

/** The code whose words a text is, without regard to accents and case; nothing where it is none of them. */
export function codeByWords<Code extends string>(
  table: Readonly<Partial<Record<Code, readonly string[]>>>,
): (text: string) => Code | undefined {
  const codes = new Map<string, Code>();
  for (const [code, words] of Object.entries(table) as [Code, readonly string[]][]) {
    for (const word of words) codes.set(word, code);
  }
  return (text) => codes.get(wordsOf(fold(text)));
}

function bounded(value: string, limit: number) {
  return value.length > limit ? { value, problem: { code: "too-long", limit } as const } : { value };
}
