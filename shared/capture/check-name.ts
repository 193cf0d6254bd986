import { codeForms, readName } from "#shared/capture/name-rules.ts";
import { documentCode } from "#shared/archive/document-about.ts";

/** A file as the list has it: its code, and the ordinals of its items. */
export type ListedFile = { code: string; ordinals: readonly number[] };

/** Why a scan's name found no item; with the name that would have found one. */
export type NameFinding =
  | { why: "no-pattern"; expected: string }
  | { why: "not-listed"; code: string; expected: string }
  | { why: "no-item"; code: string; ordinal: number | undefined; expected: string };

/**
 * What is wrong with a name by the convention `<mã hồ sơ>.<STT>.<ending>`, told against the list: it is like no pattern;
 * no file of the list has the code it begins with; or that file has no such item. `expected` is an example from the
 * list, nearest to what the name means. Nothing where the list is empty.
 */
export function checkName(name: string, listed: readonly ListedFile[]): NameFinding | undefined {
  const first = listed[0];
  if (!first) return undefined;
  const ending = /\.\p{L}{3,4}$/u.exec(name)?.[0].toLowerCase() ?? ".pdf";
  const example = ({ code, ordinals }: ListedFile) =>
    documentCode(code, { ordinal: ordinals[0] ?? 1 }) + ending;
  const readings = readName(name);
  const byCode = new Map(listed.map((file) => [file.code.toLowerCase(), file]));
  for (const nearness of [0, 1, 2] as const) {
    for (const { fileCode, ordinal } of readings) {
      for (const code of codeForms(fileCode)[nearness]) {
        const file = byCode.get(code.toLowerCase());
        if (file) return { why: "no-item", code: file.code, ordinal, expected: example(file) };
      }
    }
  }
  const longest = readings.reduce<string>(
    (best, { fileCode }) => (fileCode.length > best.length ? fileCode : best),
    "",
  );
  // A camera's `IMG_4711` can be read as a code with an ordinal: one without any digit is none.
  if (!/\d/.test(longest)) return { why: "no-pattern", expected: example(first) };
  return { why: "not-listed", code: longest, expected: example(first) };
}
