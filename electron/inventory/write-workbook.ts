import { columnName } from "#shared/inventory/cell-name.ts";
import { type CellComment, commentParts, legacyDrawing } from "./comment-parts.ts";
import { escape } from "./escape-xml.ts";
import { packParts } from "./pack-parts.ts";
import { pagePart, printNames, type PrintSetup } from "./print-setup.ts";

/** What a cell to write holds: text, a number, a day (`yyyy-mm-dd`, written as Excel's serial), or nothing. */
export type CellToWrite =
  | string
  | number
  | { day: string }
  | { heading: string }
  /** A text that is shown to have a problem. */
  | { marked: string; severity: "error" | "warning" }
  | { printed: string | number; look: PrintLook }
  | undefined;

/** A row at a place of its own (from 1, later than the row before), where rows are not one under another. */
export type PlacedRow = { row: number; cells: readonly CellToWrite[] };

/** How a text of a printed form stands: see `stylesPart`. */
export type PrintLook = "title" | "line" | "bold-line" | "italic-line" | "cell" | "middle-cell" | "left-line";

export type SheetToWrite = {
  name: string;
  rows: Iterable<readonly CellToWrite[] | PlacedRow>;
  /** Column widths in characters, from the first. */
  widths?: readonly number[];
  /** Merged ranges: `A1:C1`. */
  merged?: readonly string[];
  /** Rows from the top that stay in view. */
  frozenRows?: number;
  /** Comments at cells, in the order of the rows. */
  comments?: readonly CellComment[];
  /** Columns from this one on are hidden: to read back, not to look at. */
  hiddenFrom?: number;
  /** Heights of rows in points, where their texts do not give them. */
  heights?: ReadonlyMap<number, number>;
  print?: PrintSetup;
};

const namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell formats of `stylesPart`: 0 text as it stands, 1 a heading, 2 a day, 3 wrapped text, 4 and 5 text with a problem. */
const styles = { heading: 1, day: 2, text: 3, error: 4, warning: 5 } as const;

/** Cell formats of printed forms, after those. */
const looks: Record<PrintLook, number> = {
  title: 6,
  line: 7,
  "bold-line": 8,
  "italic-line": 9,
  cell: 10,
  "middle-cell": 11,
  "left-line": 12,
};

/** The bytes of an XLSX workbook of the given sheets, written row by row. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  return await packParts([
    { path: "[Content_Types].xml", text: contentTypesPart(numbered) },
    {
      path: "_rels/.rels",
      text: relationsPart([
        `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`,
      ]),
    },
    {
      path: "xl/workbook.xml",
      text: `${declaration}<workbook xmlns="${namespace}" xmlns:r="${relations}"><sheets>${numbered
        .map(({ name, number }) => `<sheet name="${escape(name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join("")}</sheets>${printNames(sheets)}</workbook>`,
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      text: relationsPart([
        ...numbered.map(
          ({ number }) =>
            `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
        ),
        `<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/>`,
      ]),
    },
    { path: "xl/styles.xml", text: stylesPart },
    ...numbered.map((sheet) => ({
      path: `xl/worksheets/sheet${sheet.number}.xml`,
      text: sheetPart(sheet),
    })),
    ...numbered.flatMap(({ number, comments = [] }) => commentParts(number, comments)),
  ]);
}

function* sheetPart(sheet: SheetToWrite): Generator<string> {
  const { rows, widths = [], merged = [], frozenRows = 0, comments = [], hiddenFrom, heights } = sheet;
  yield `${declaration}<worksheet xmlns="${namespace}" xmlns:r="${relations}">`;
  if (sheet.print) yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  if (frozenRows > 0) {
    yield `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  }
  if (widths.length > 0) {
    const columns = widths.map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hiddenFrom !== undefined && index >= hiddenFrom ? ' hidden="1"' : ""}/>`,
    );
    yield `<cols>${columns.join("")}</cols>`;
  }
  yield "<sheetData>";
  let row = 0;
  for (const given of rows) {
    row = "cells" in given ? given.row : row + 1;
    const cells = "cells" in given ? given.cells : given;
    const height = heights?.get(row);
    const tall = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    yield `<row r="${row}"${tall}>${cells.map((cell, column) => cellText(cell, `${columnName(column)}${row}`)).join("")}</row>`;
  }
  yield "</sheetData>";
  if (merged.length > 0) {
    yield `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
  }
  if (sheet.print) yield pagePart(sheet.print);
  if (comments.length > 0) yield legacyDrawing;
  yield "</worksheet>";
}

function cellText(cell: CellToWrite, at: string): string {
  if (cell === undefined || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return inlineText(cell, at, styles.text);
  if ("marked" in cell) return inlineText(cell.marked, at, styles[cell.severity]);
  if ("printed" in cell && typeof cell.printed === "number")
    return `<c r="${at}" s="${looks[cell.look]}"><v>${cell.printed}</v></c>`;
  if ("printed" in cell) return inlineText(String(cell.printed), at, looks[cell.look]);
  if ("heading" in cell) return inlineText(cell.heading, at, styles.heading);
  return `<c r="${at}" s="${styles.day}"><v>${serialOfDay(cell.day)}</v></c>`;
}

function inlineText(text: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

/** Excel's serial of a day from March 1900 on, in the 1900 system. */
export function serialOfDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function relationsPart(rows: readonly string[]): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}

function contentTypesPart(sheets: readonly { number: number; comments?: readonly CellComment[] }[]): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/styles.xml", "styles"],
    ...sheets.map(({ number }) => [`/xl/worksheets/sheet${number}.xml`, "worksheet"]),
    ...sheets.flatMap(({ number, comments = [] }) =>
      comments.length > 0 ? [[`/xl/comments${number}.xml`, "comments"]] : [],
    ),
  ];
  const overrides = parts.map(
    ([path, kind]) => `<Override PartName="${String(path)}" ContentType="${type}.${String(kind)}+xml"/>`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join("")}</Types>`;
}

const border =
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border>';
const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const filled = (at: number) =>
  `<xf fontId="0" fillId="${at}" borderId="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
const printed = (font: number, across: string, up: string, edge = 0) =>
  `<xf fontId="${font}" borderId="${edge}" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${across}" vertical="${up}" wrapText="1"/></xf>`;
const printedFormats = [
  printed(3, "center", "center"),
  printed(2, "center", "top"),
  printed(4, "center", "top"),
  printed(5, "center", "top"),
  printed(2, "left", "top", 1),
  printed(2, "center", "top", 1),
  printed(2, "left", "top"),
].join("");
const letters = (size: number, cut = "") =>
  `<font>${cut}<sz val="${size}"/><name val="Times New Roman"/></font>`;
const stylesPart = `${declaration}<styleSheet xmlns="${namespace}"><fonts count="6">${letters(12)}${letters(12, "<b/>")}${letters(13)}${letters(14, "<b/>")}${letters(13, "<b/>")}${letters(13, "<i/>")}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("FFFFC7CE")}${fill("FFFFEB9C")}</fills><borders count="2"><border/>${border}</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="13"><xf fontId="0"/><xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf fontId="0" numFmtId="14" applyNumberFormat="1"/><xf fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${filled(2)}${filled(3)}${printedFormats}</cellXfs></styleSheet>`;
