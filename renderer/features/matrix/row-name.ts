import type { MatrixPlace, MatrixRow } from "#shared/contract/completeness.ts";
import type { Words } from "#shared/text/vi.ts";

/** What a row of the matrix is called, by the level at which it is shown. */
export function rowName(
  words: Words["matrix"],
  step: MatrixPlace["step"],
  row: Pick<MatrixRow, "label" | "title">,
): string {
  if (step === "units") return row.label;
  if (step === "boxes") return row.label === "" ? words.noBox : words.box(row.label, row.title);
  if (step === "items") return words.item(row.label, row.title);
  return row.title === "" ? row.label : `${row.label} · ${row.title}`;
}
