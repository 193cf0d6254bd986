import { cellName } from "#shared/inventory/cell-name.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import type { Layout } from "#shared/inventory/find-layout.ts";
import type { ColumnField } from "#shared/inventory/column-field.ts";
import type { GroupNames } from "#shared/inventory/group-names.ts";
import type { FileFields, LegacyCell, RowProblem } from "#shared/inventory/line.ts";
import { codeKey, type ConfirmedCodes } from "#shared/inventory/propose-code.ts";
import type { CodeReading } from "#shared/inventory/read-code.ts";
import { joinDate, readDate } from "#shared/inventory/read-date.ts";
import type { SheetRow } from "#shared/inventory/sheet-row.ts";
import { readCount } from "#shared/inventory/split-symbol.ts";

export type SheetReading = {
  name: string;
  layout: Layout;
  from1904: boolean;
  /** A cell's text in Unicode, whatever its font. */
  decode: (text: string, font?: string) => string;
  /** What a person confirmed values to mean that no list has. */
  codes: ConfirmedCodes;
  /** The groups of the fonds' classification scheme. */
  groups: GroupNames;
  /** What the lines above the table say for all its rows ("Hồ sơ số: 05"). */
  preamble: ReadonlyMap<ColumnField | "year", string>;
  /** The file that the last row named without a problem: the rows after it mostly repeat it, cell by cell. */
  before?: { cells: readonly string[]; file: FileFields };
};

/**
 * Reads fields out of one row and gathers what is wrong. What cannot be read is not dropped: `kept` has it under its
 * heading, for the record's note.
 */
export type RowReader = {
  text(field: ColumnField): string;
  /** A text of at most `limit` characters; a longer one is cut, and whole in `overlong`. */
  limited(field: ColumnField, limit: number): string;
  date(field: "file.start" | "file.end" | "item.date"): string;
  count(field: ColumnField, limit: number): number;
  /** The code of a list; what the list does not know, and nobody confirmed, is kept. */
  code<Code extends string>(field: ColumnField, reading: CodeReading<Code>, unread: Code): Code;
  warn(field: ColumnField | "", code: RowProblem["code"], found: string): void;
  refuse(field: ColumnField | "", code: RowProblem["code"], found: string): void;
  keep(field: ColumnField, text: string): void;
  problems: RowProblem[];
  kept: string[];
  overlong: Record<string, string>;
  /** Cells in an old encoding, as they stand and as they were read. */
  legacy: LegacyCell[];
};

export function readerOf(row: SheetRow, sheet: SheetReading): RowReader {
  const { columns, headings } = sheet.layout;
  const problems: RowProblem[] = [];
  const kept: string[] = [];
  const overlong: Record<string, string> = {};
  const legacy: LegacyCell[] = [];
  const texts = new Map<ColumnField, string>();

  const headingOf = (field: ColumnField | "") => {
    const column = field === "" ? undefined : columns.get(field);
    return column === undefined ? "" : (headings[column] ?? "").slice(0, 200);
  };
  const say =
    (severity: RowProblem["severity"]) =>
    (field: ColumnField | "", code: RowProblem["code"], found: string, list?: RowProblem["list"]) => {
      const column = field === "" ? undefined : columns.get(field);
      problems.push({
        sheet: sheet.name,
        row: row.row,
        cell: column === undefined ? "" : cellName(column, row.row),
        column: headingOf(field),
        code,
        severity,
        found: found.slice(0, 200),
        ...(list ? { list } : {}),
      });
    };
  const warn = say("warning");
  const refuse = say("error");
  const keep = (field: ColumnField, text: string) => kept.push(`${headingOf(field)}: ${text}`);

  const text = (field: ColumnField): string => {
    const known = texts.get(field);
    if (known !== undefined) return known;
    const column = columns.get(field);
    const raw = column === undefined ? "" : (row.cells[column] ?? "");
    let read = raw;
    if (column !== undefined && raw !== "") {
      const font = row.fonts?.get(column);
      const decoded = sheet.decode(raw, font);
      read = cleanText(decoded);
      if (decoded !== raw) {
        warn(field, "legacy-font", raw);
        legacy.push({
          cell: cellName(column, row.row),
          before: raw.slice(0, 200),
          after: read.slice(0, 200),
        });
      }
    }
    if (column !== undefined && row.valueless?.includes(column)) warn(field, "formula-no-value", "");
    if (read === "") read = sheet.preamble.get(field) ?? "";
    texts.set(field, read);
    return read;
  };

  const unreadDate = (field: ColumnField, found: string) => {
    warn(field, "date-not-read", found);
    keep(field, found);
    return "";
  };

  return {
    text,
    limited(field, limit) {
      const whole = text(field);
      if (whole.length <= limit) return whole;
      warn(field, "too-long", whole);
      overlong[field] = whole;
      return cut(whole, limit);
    },
    date(field) {
      if (!columns.has(`${field}.year`)) {
        const whole = text(field);
        return whole === "" ? "" : (readDate(whole, sheet.from1904) ?? unreadDate(field, whole));
      }
      // "Ngày bắt đầu" beside "Tháng bắt đầu" and "Năm bắt đầu" is the day alone.
      const dayField = columns.has(`${field}.day`) ? (`${field}.day` as const) : field;
      const [day, month, year] = [text(dayField), text(`${field}.month`), text(`${field}.year`)];
      const joined = joinDate(day, month, year);
      if (joined !== undefined) return joined;
      // A whole date in one of the three columns is a date too.
      for (const part of [year, day]) {
        const whole = part.length > 4 ? readDate(part, sheet.from1904) : undefined;
        if (whole !== undefined && whole !== "") return whole;
      }
      return unreadDate(`${field}.year`, [day, month, year].filter((part) => part !== "").join("/"));
    },
    count(field, limit) {
      const found = text(field);
      const number = readCount(found);
      if (number !== undefined && number <= limit) return number;
      warn(field, "number-not-read", found);
      keep(field, found);
      return 0;
    },
    code(field, { list, codes, read, other }, unread) {
      const found = text(field);
      const code = read(found);
      if (code !== undefined) return code;
      const confirmed = sheet.codes.get(codeKey(list, found));
      const chosen = codes.find((known) => known === confirmed);
      if (chosen === undefined) warn(field, "code-not-known", found, list);
      if (chosen === undefined || chosen === "" || chosen === other) keep(field, found);
      return chosen === undefined || chosen === "" ? unread : chosen;
    },
    warn,
    refuse,
    keep,
    problems,
    kept,
    overlong,
    legacy,
  };
}

/** The text cut to a length without splitting a character that takes two units. */
export function cut(text: string, limit: number): string {
  const end = /[\ud800-\udbff]$/.test(text.slice(0, limit)) ? limit - 1 : limit;
  return text.slice(0, end).trimEnd();
}
