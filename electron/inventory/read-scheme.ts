import { DeskFault } from "#shared/contract/fault.ts";
import type { SchemeLine } from "#shared/inventory/scheme-lines.ts";
import { gatherSchemeLines } from "#shared/inventory/scheme-sheet.ts";
import type { SheetSource } from "#shared/inventory/sheet-row.ts";

/** The groups of the first sheet that lists some. Faults: `workbook-empty`, `-no-headings`, `-too-large` past `most`. */
export async function readScheme(
  sources: AsyncIterable<SheetSource> | Iterable<SheetSource>,
  most: number,
): Promise<SchemeLine[]> {
  let empty = true;
  for await (const { rows } of sources) {
    const gathered = gatherSchemeLines();
    for await (const slice of rows) {
      empty = false;
      gathered.add(slice);
      if (gathered.lines.length > most)
        throw new DeskFault("workbook-too-large", { detail: `more than ${most} groups` });
    }
    if (gathered.found()) return gathered.lines;
  }
  throw new DeskFault(empty ? "workbook-empty" : "workbook-no-headings");
}
