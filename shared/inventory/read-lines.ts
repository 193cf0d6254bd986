import type { SheetColumn } from "#shared/contract/workbook.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import type { ColumnField } from "#shared/inventory/column-field.ts";
import {
  chooseColumns,
  findLayout,
  fingerprint,
  guessHeadings,
  headingDepth,
  type Headings,
  type Layout,
} from "#shared/inventory/find-layout.ts";
import type { GroupNames } from "#shared/inventory/group-names.ts";
import { legacyReader } from "#shared/inventory/legacy-text.ts";
import type { Line } from "#shared/inventory/line.ts";
import type { ConfirmedCodes } from "#shared/inventory/propose-code.ts";
import { readLine } from "#shared/inventory/read-line.ts";
import { readPreamble } from "#shared/inventory/read-preamble.ts";
import { maySaySecret } from "#shared/inventory/secret-mark.ts";
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
  columns: SheetColumn[];
  /** Names the template the sheet follows; empty where no headings stand in it. */
  fingerprint: string;
  /** True where the columns are as a person chose them before. */
  remembered: boolean;
  /** Year the lines above the table give, for making codes. */
  year: string;
};

/** What a person said of the reading of workbooks, now or before. */
export type ReadingChoices = {
  /** Field of each column, by the name of the sheet; null to read it as if nothing had been chosen. */
  chosen: ReadonlyMap<string, readonly (ColumnField | "")[] | null>;
  /** The same by the fingerprint of the headings, as chosen before. */
  remembered: ReadonlyMap<string, readonly (ColumnField | "")[]>;
  codes: ConfirmedCodes;
  /** The groups of the fonds that the workbook is read for. */
  groups: GroupNames;
  keepLegacy: boolean;
};

export const noChoices: ReadingChoices = {
  chosen: new Map(),
  remembered: new Map(),
  codes: new Map(),
  groups: new Map(),
  keepLegacy: false,
};

/** `macros`: the workbook carries macros, which nothing looks at. */
export type SheetLines = { summary: SheetSummary; lines: Line[]; macros?: boolean };

/** Rows kept back to find the headings and the encoding in. */
const lookedAt = 60;

/**
 * Reads a sheet's lines, a slice for each slice of rows; the last slice has the sheet's final counts. Only the first
 * rows are held to find the headings, so a long sheet needs no more memory than a short one.
 */
export async function* readLines(
  source: SheetSource,
  choices: ReadingChoices = noChoices,
): AsyncGenerator<SheetLines> {
  const summary: SheetSummary = {
    name: source.name,
    layout: null,
    headingRow: 0,
    rows: 0,
    filledRows: 0,
    unknownColumns: [],
    columns: [],
    fingerprint: "",
    remembered: false,
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
    return { summary: { ...summary }, lines, ...(source.macros ? { macros: true } : {}) };
  };
  const begin = (first: readonly SheetRow[]): SheetLines => {
    const found = startReading(source, first, summary, choices);
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

function startReading(
  source: SheetSource,
  held: readonly SheetRow[],
  summary: SheetSummary,
  choices: ReadingChoices,
) {
  const decode = legacyReader(held.flatMap((row) => row.cells));
  const decoded = held.map((row) => row.cells.map((text, column) => decode(text, row.fonts?.get(column))));
  const top = decoded.slice(0, headingDepth + 4).map((cells) => cells.map(cleanText));
  const found = findLayout(top);
  const headings = found ?? guessHeadings(top);
  if (!headings) return undefined;
  summary.fingerprint = fingerprint(headings.headings);
  summary.headingRow = held[headings.headingAt]?.row ?? 0;
  const now = choices.chosen.get(source.name);
  const before = now === undefined ? choices.remembered.get(summary.fingerprint) : undefined;
  const layout = chosenLayout(headings, now ?? before) ?? found;
  summary.remembered = before !== undefined && layout !== found;
  summary.columns = describeColumns(headings, layout, decoded);
  if (!layout) return undefined;
  const preamble = readPreamble(decoded.slice(0, layout.headingAt));
  summary.layout = layout.kind;
  summary.unknownColumns = layout.unknown.slice(0, 100).map((text) => text.slice(0, 200));
  summary.year = preamble.get("year") ?? "";
  const reading: SheetReading = {
    name: source.name,
    layout,
    from1904: source.from1904,
    decode: choices.keepLegacy ? (text) => text : decode,
    codes: choices.codes,
    groups: choices.groups,
    preamble,
  };
  return { reading, dataAt: layout.dataAt };
}

function chosenLayout(headings: Headings, fields: readonly (ColumnField | "")[] | null | undefined) {
  return fields ? chooseColumns(headings, fields) : undefined;
}

const samplesShown = 3;

/** The columns with what stands under their headings: up to the first row that may be secret, of which nothing is shown. */
function describeColumns(
  { headings, dataAt }: Headings,
  layout: Layout | undefined,
  rows: readonly (readonly string[])[],
): SheetColumn[] {
  const fields = new Map([...(layout?.columns ?? [])].map(([field, column]) => [column, field]));
  const below = rows.slice(dataAt);
  const secret = below.findIndex((cells) => cells.some(maySaySecret));
  const open = secret === -1 ? below : below.slice(0, secret);
  const width = Math.max(headings.length, ...open.map((cells) => cells.length));
  return Array.from({ length: Math.min(width, 256) }, (_, column): SheetColumn => ({
    heading: (headings[column] ?? "").slice(0, 200),
    samples: [...new Set(open.map((cells) => cleanText(cells[column] ?? "").slice(0, 80)))]
      .filter((text) => text !== "")
      .slice(0, samplesShown),
    field: fields.get(column) ?? "",
  })).filter(
    ({ heading, samples }, column) => column < headings.length || heading !== "" || samples.length > 0,
  );
}
