import { cleanText } from "#shared/inventory/clean-text.ts";
import { findLayout, headingDepth, type Layout } from "#shared/inventory/find-layout.ts";
import { legacyReader } from "#shared/inventory/legacy-text.ts";
import type { Line } from "#shared/inventory/line.ts";
import { readLine } from "#shared/inventory/read-line.ts";
import { readPreamble } from "#shared/inventory/read-preamble.ts";
import type { SheetReading } from "#shared/inventory/row-reader.ts";
import type { SheetRow, SheetSource } from "#shared/inventory/sheet-row.ts";

/** What was found of one sheet; `layout` is null where no inventory was recognised in it. */
export type SheetSummary = {
  name: string;
  layout: Layout["kind"] | null;
  /** Row of the headings as Excel counts, 0 where there are none. */
  headingRow: number;
  /** Lines of the inventory. */
  rows: number;
  /** Rows that hold something, whatever it is. */
  filledRows: number;
  unknownColumns: string[];
  /** Year the lines above the table give, for making codes. */
  year: string;
};

export type SheetLines = { summary: SheetSummary; lines: Line[] };

/** Rows kept back to find the headings and the encoding in. */
const lookedAt = 60;

/**
 * Reads a sheet's lines, a slice for each slice of rows; the last slice has the sheet's final counts. Only the first
 * rows are held to find the headings, so a long sheet needs no more memory than a short one.
 */
export async function* readLines(source: SheetSource): AsyncGenerator<SheetLines> {
  const summary: SheetSummary = {
    name: source.name,
    layout: null,
    headingRow: 0,
    rows: 0,
    filledRows: 0,
    unknownColumns: [],
    year: "",
  };
  let reading: SheetReading | undefined;
  const read = (rows: readonly SheetRow[]): SheetLines => {
    const lines: Line[] = [];
    for (const row of rows) {
      const line = reading && readLine(row, reading);
      if (line) lines.push(line);
    }
    summary.rows += lines.length;
    return { summary: { ...summary }, lines };
  };
  const begin = (first: readonly SheetRow[]): SheetLines => {
    const found = startReading(source, first, summary);
    reading = found?.reading;
    return read(found ? first.slice(found.dataAt) : []);
  };
  const held: SheetRow[] = [];
  let begun = false;
  for await (const rows of source.rows) {
    summary.filledRows += rows.length;
    if (begun) yield read(rows);
    else {
      held.push(...rows);
      begun = held.length >= lookedAt;
      if (begun) yield begin(held.splice(0));
    }
  }
  if (!begun) yield begin(held);
}

function startReading(source: SheetSource, held: readonly SheetRow[], summary: SheetSummary) {
  const decode = legacyReader(held.flatMap((row) => row.cells));
  const decoded = held
    .slice(0, headingDepth + 4)
    .map((row) => row.cells.map((text, column) => decode(text, row.fonts?.get(column))));
  const layout = findLayout(decoded.map((cells) => cells.map(cleanText)));
  if (!layout) return undefined;
  const preamble = readPreamble(decoded.slice(0, layout.headingAt));
  summary.layout = layout.kind;
  summary.headingRow = held[layout.headingAt]?.row ?? 0;
  summary.unknownColumns = layout.unknown.slice(0, 100).map((text) => text.slice(0, 200));
  summary.year = preamble.get("year") ?? "";
  const reading: SheetReading = { name: source.name, layout, from1904: source.from1904, decode, preamble };
  return { reading, dataAt: layout.dataAt };
}
