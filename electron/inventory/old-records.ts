import { DeskFault } from "#shared/contract/fault.ts";
import { readOldTexts } from "./old-texts.ts";
import { isLegacyFont } from "./read-styles.ts";
import { countUpTo, type WorkbookLimits } from "./workbook-limits.ts";

/** A sheet of an old workbook: where its records begin and end, and where the workbook says where they begin. */
export type OldSheet = {
  at: number;
  end: number;
  saidAt: number;
  /** True for a sheet of cells that is shown: no chart, no macro sheet, not hidden. */
  shown: boolean;
  /** Old one-byte fonts, by row and column counted from 0. */
  fonts: Map<number, Map<number, string>>;
  /** By row, a bit for each column whose number names a text of the workbook's table. */
  named: Map<number, Uint8Array>;
};

export type OldOutline = {
  /** In the order of the workbook's tabs. */
  sheets: OldSheet[];
  /** True for Excel 5 and 95, whose texts stand in a code page. */
  before97: boolean;
  macroSheets: boolean;
  texts: string[];
  /** Where the records of the workbook itself end. */
  globalsEnd: number;
};

/** True where a cell's number names a text of the table. */
export function namesText({ named }: OldSheet, row: number, column: number): boolean {
  return (((named.get(row)?.[column >> 3] ?? 0) >> (column & 7)) & 1) === 1;
}

/* Record numbers of [MS-XLS] 2.3. */
const bof = 0x0809;
const eof = 0x000a;
const filePass = 0x002f;
const font = 0x0031;
const boundSheet = 0x0085;
const xf = 0x00e0;
const formula = 0x0006;
const sharedTable = 0x00fc;
const goesOn = 0x003c;
const namedText = 0x00fd;
const number = 0x027e;
const texts = new Set([namedText, 0x0204, 0x00d6]);
const values = new Set([...texts, 0x0203, 0x027e, 0x00bd, 0x0205, formula]);
/** Besides the values: dates from 1904, code page, sheets, formats, and the text of a formula. */
const alsoRead = new Set([bof, eof, 0x0022, 0x0042, boundSheet, xf, 0x041e, 0x0207]);
/** A record that no reader looks into (the selected cells): what is not to be read is called so. */
const passedOver = 0x001d;

const damaged = (detail: string) => new DeskFault("workbook-unreadable", { detail });

/**
 * Walks the records of an old workbook (BIFF 5 and 8) before anything parses them, and leaves in `stream` only what
 * the values of shown sheets need: formulas, links, pictures, macros and hidden sheets are not looked into. Faults:
 * `workbook-encrypted`, `workbook-too-large`, and `workbook-unreadable` where a record or a sheet does not end.
 */
export function outlineOldWorkbook(stream: Buffer, limits: WorkbookLimits): OldOutline {
  const outline: OldOutline = { sheets: [], before97: false, macroSheets: false, texts: [], globalsEnd: 0 };
  const fontNames: string[] = [];
  const fontOfFormat: number[] = [];
  const countRows = countUpTo(limits.rows, "rows");
  const countTexts = countUpTo(limits.sharedTextBytes, "bytes of texts");
  const table: Buffer[] = [];
  const filled = new Uint8Array(65_536);
  let sheet: OldSheet | undefined;
  let began = 0;
  let depth = 0;
  let at = 0;
  /** The last record that does not go on with another. */
  let before = 0;

  const pass = () => stream.writeUInt16LE(passedOver, at);
  const lookAtValue = (record: number, body: Buffer) => {
    const [row, column] = [body.readUInt16LE(0), body.readUInt16LE(2)];
    if (!sheet?.shown || depth !== 1 || column >= limits.columns) {
      pass();
      return;
    }
    if (filled[row] === 0) {
      filled[row] = 1;
      countRows(1);
    }
    // The value of a formula stands beside it; its tokens are not read.
    if (record === formula) body.writeUInt16LE(0, 20);
    if (!texts.has(record)) return;
    if (record === namedText) nameText(sheet, row, column, body);
    const name = fontNames[fontOfFormat[body.readUInt16LE(4)] ?? 0] ?? "";
    if (!isLegacyFont(name)) return;
    const inRow = sheet.fonts.get(row) ?? new Map<number, string>();
    sheet.fonts.set(row, inRow.set(column, name));
  };
  /** Makes a number of the record: of the same length, and read without the table. */
  const nameText = ({ named }: OldSheet, row: number, column: number, body: Buffer) => {
    stream.writeUInt16LE(number, at);
    body.writeUInt32LE(((body.readUInt32LE(6) << 2) | 2) >>> 0, 6);
    const inRow = named.get(row) ?? new Uint8Array(Math.ceil(limits.columns / 8));
    inRow[column >> 3] = (inRow[column >> 3] ?? 0) | (1 << (column & 7));
    named.set(row, inRow);
  };
  const lookAtGlobals = (record: number, body: Buffer) => {
    if (record === filePass) throw new DeskFault("workbook-encrypted");
    if (record === font) {
      fontNames.push(fontName(body, outline.before97));
      // Font 4 is never written: numbers above it are one too high.
      if (fontNames.length === 4) fontNames.push("");
    } else if (record === xf) fontOfFormat.push(body.readUInt16LE(0));
    else if (record === boundSheet) {
      const [hidden, kind] = [(body[4] ?? 0) & 3, body[5]];
      outline.sheets.push({
        ...{ at: body.readUInt32LE(0), end: 0, saidAt: at + 4, shown: hidden === 0 && kind === 0 },
        ...{ fonts: new Map(), named: new Map() },
      });
      if (kind === 1 || kind === 6) outline.macroSheets = true;
    } else if (record === sharedTable || (record === goesOn && before === sharedTable)) {
      countTexts(body.length);
      table.push(Buffer.from(body));
    }
  };

  for (; at + 4 <= stream.length;) {
    const record = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (depth === 0 && record !== bof) break;
    if (end > stream.length) throw damaged("a record does not end");
    const body = stream.subarray(at + 4, end);
    if (record === bof) {
      if (depth === 0) {
        if (at === 0) outline.before97 = isBefore97(body);
        began = at;
        sheet = outline.sheets.find((one) => one.at === at);
        filled.fill(0);
      }
      depth += 1;
    } else if (record === eof) {
      depth -= 1;
      if (depth === 0 && began === 0) outline.globalsEnd = end;
      if (depth === 0 && sheet) sheet.end = end;
    } else {
      if (began === 0) lookAtGlobals(record, body);
      if (values.has(record)) lookAtValue(record, body);
      else if (!alsoRead.has(record)) pass();
    }
    if (record !== goesOn) before = record;
    at = end;
  }
  if (outline.globalsEnd === 0 || outline.sheets.some(({ end }) => end === 0))
    throw damaged("a sheet does not end");
  if (table.length > 0) outline.texts = readOldTexts(table, limits.cellLength);
  return outline;
}

function isBefore97(body: Buffer): boolean {
  const version = body.readUInt16LE(0);
  if (version !== 0x0500 && version !== 0x0600) throw damaged(`BIFF ${version.toString(16)}`);
  return version === 0x0500;
}

function fontName(body: Buffer, before97: boolean): string {
  const length = body[14] ?? 0;
  if (before97) return body.toString("latin1", 15, 15 + length);
  return (body[15] ?? 0) & 1
    ? body.toString("utf16le", 16, 16 + length * 2)
    : body.toString("latin1", 16, 16 + length);
}
