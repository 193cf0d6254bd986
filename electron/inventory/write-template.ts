import type { WorkbookLayout } from "#shared/inventory/find-layout.ts";
import { templateOf } from "#shared/inventory/template.ts";
import { columnName } from "#shared/inventory/cell-name.ts";
import { type CellToWrite, writeWorkbook } from "./write-workbook.ts";

/** The bytes of a workbook in one of the layouts: headings as offices write them, and the given rows or none. */
export async function writeTemplate(
  layout: WorkbookLayout,
  rows: Iterable<readonly CellToWrite[]> = [],
  above: readonly string[] = [],
): Promise<Buffer> {
  const { sheet, title, headings, widths } = templateOf(layout);
  const numbered =
    layout === "contractor-46" ? [] : [headings.map((_, column) => ({ heading: `(${column + 1})` }))];
  const lead: CellToWrite[][] = [...title.map((text) => [{ heading: text }]), ...above.map((text) => [text])];
  const lastColumn = columnName(headings.length - 1);
  const head: CellToWrite[][] = [...lead, headings.map((heading) => ({ heading })), ...numbered];
  return await writeWorkbook([
    {
      name: sheet,
      rows: (function* all() {
        yield* head;
        yield* rows;
      })(),
      widths,
      merged: title.map((_, index) => `A${index + 1}:${lastColumn}${index + 1}`),
      frozenRows: head.length,
    },
  ]);
}
