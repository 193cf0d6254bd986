import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import type { Words } from "#shared/text/vi.ts";

/** Each problem of a form in words, naming its field. */
export function problemWords<Field extends string>(
  words: Words,
  labels: Readonly<Record<Field, string>>,
  problems: readonly DraftProblem<Field>[],
): { list: { field: string; text: string }[]; byField: Record<string, string> } {
  const byField: Record<string, string> = {};
  const list = problems.map(({ field, code, limit }) => {
    const text = words.inventory.problems[code](labels[field], limit);
    byField[field] ??= text;
    return { field, text };
  });
  return { list, byField };
}
