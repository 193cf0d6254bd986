import { readFile, stat } from "node:fs/promises";
import type { CellObject } from "@e965/xlsx";
import { DeskFault } from "#shared/contract/fault.ts";
import type { SheetRow, SheetSource } from "#shared/inventory/sheet-row.ts";
import { numberText } from "./number-text.ts";
import { namesText, type OldOutline, type OldSheet, outlineOldWorkbook } from "./old-records.ts";
import { type CellFormat, digitsOfCode, shownByCode } from "./read-styles.ts";
import type { WorkbookLimits } from "./workbook-limits.ts";

const sliceSize = 1000;

/** The visible sheets of an old workbook (.xls of Excel 5 to 2003), in order; its bytes are held in memory. */
export async function* readOldWorkbook(path: string, limits: WorkbookLimits): AsyncGenerator<SheetSource> {
  const { size } = await stat(path);
  if (size > limits.compoundBytes) {
    throw new DeskFault("workbook-too-large", { detail: `more than ${limits.compoundBytes} bytes` });
  }
  // A megabyte of code that most readings never need.
  const library = await import("@e965/xlsx");
  const { stream, macros } = openCompound(library.CFB as CompoundReader, await readFile(path));
  const outline = outlineOldWorkbook(stream, limits);
  if (outline.before97) library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  for (const sheet of outline.sheets) {
    if (!sheet.shown) continue;
    const book = library.read(alone(stream, outline, sheet), {
      ...{ type: "buffer", dense: true, cellNF: true },
      ...{ cellFormula: false, cellHTML: false, cellText: false },
    });
    const name = book.SheetNames[0] ?? "";
    const from1904 = book.Workbook?.WBProps?.date1904 === true;
    const rows = rowsOf(book.Sheets[name]?.["!data"] ?? [], sheet, {
      ...{ from1904, limits, texts: outline.texts, formatOf: formatsByCode() },
    });
    yield { name, from1904, rows, macros: macros || outline.macroSheets };
  }
}

/** The records of a workbook of this sheet alone: the cells of one sheet at a time are held in memory. */
function alone(stream: Buffer, { globalsEnd, sheets }: OldOutline, sheet: OldSheet): Buffer {
  const part = Buffer.concat([stream.subarray(0, globalsEnd), stream.subarray(sheet.at, sheet.end)]);
  for (const one of sheets) part.writeUInt32LE(one === sheet ? globalsEnd : 0xffff_ffff, one.saidAt);
  return part;
}

type Entry = { content?: Uint8Array | number[]; size: number };
type CompoundReader = {
  read(bytes: Buffer, options: { type: "buffer" }): { FullPaths: string[] };
  find(container: object, path: string): Entry | null;
};

/** The stream of records within the compound file, as a copy that may be written to. */
function openCompound(reader: CompoundReader, bytes: Buffer): { stream: Buffer; macros: boolean } {
  const container = reader.read(bytes, { type: "buffer" });
  const entry = reader.find(container, "/Workbook") ?? reader.find(container, "/Book");
  if (!entry?.content) throw new DeskFault("workbook-unreadable", { detail: "no workbook in the file" });
  const stream = Buffer.from(entry.content);
  if (stream.length < entry.size) throw new DeskFault("workbook-unreadable", { detail: "the file is cut" });
  return { stream, macros: container.FullPaths.some((path) => path.includes("_VBA_PROJECT_CUR")) };
}

type Context = {
  from1904: boolean;
  limits: WorkbookLimits;
  texts: readonly string[];
  formatOf: ReturnType<typeof formatsByCode>;
};

type Cells = (readonly (CellObject | undefined)[] | undefined)[];

async function* rowsOf(cells: Cells, sheet: OldSheet, context: Context): AsyncGenerator<SheetRow[]> {
  let slice: SheetRow[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const row = rowOf(at, cells[at] ?? [], sheet, context);
    // A cell takes some 500 bytes: what is read is let go before the next sheet comes.
    cells[at] = undefined;
    if (row) slice.push(row);
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
    // Lets the desk's next question in between.
    await Promise.resolve();
  }
  if (slice.length > 0) yield slice;
}

function rowOf(
  at: number,
  cells: readonly (CellObject | undefined)[],
  sheet: OldSheet,
  context: Context,
): SheetRow | undefined {
  const row: SheetRow = { row: at + 1, cells: [] };
  for (let column = 0; column < Math.min(cells.length, context.limits.columns); column += 1) {
    const cell = cells[column];
    const whole = cell && namesText(sheet, at, column) ? namedText(cell, context) : textOf(cell, context);
    const text = whole.slice(0, context.limits.cellLength);
    row.cells.push(text);
    if (cell?.t === "e") (row.valueless ??= []).push(column);
    const font = sheet.fonts.get(at)?.get(column);
    if (font !== undefined && text !== "") (row.fonts ??= new Map()).set(column, font);
  }
  while (row.cells.at(-1) === "" && !row.valueless?.includes(row.cells.length - 1)) row.cells.pop();
  return row.cells.some((text) => text.trim() !== "") || row.valueless ? row : undefined;
}

function namedText({ v: value }: CellObject, { texts }: Context): string {
  const text = typeof value === "number" ? texts[value] : undefined;
  if (text === undefined) throw new DeskFault("workbook-unreadable", { detail: "a text is missing" });
  return text;
}

function textOf(cell: CellObject | undefined, { from1904, formatOf }: Context): string {
  if (!cell) return "";
  const { t: type, v: value, z: format } = cell;
  if (type === "s" && typeof value === "string") return value;
  if (type === "b") return value === true ? "1" : "0";
  if (type !== "n" || typeof value !== "number") return "";
  return numberText(String(value), formatOf(typeof format === "string" ? format : ""), from1904);
}

/** What a format code says, found once for each: a workbook has a few codes for all its cells. */
function formatsByCode() {
  const known = new Map<string, Pick<CellFormat, "shows" | "digits">>();
  return (code: string) => {
    let format = known.get(code);
    if (!format) known.set(code, (format = { shows: shownByCode(code), digits: digitsOfCode(code) }));
    return format;
  };
}
