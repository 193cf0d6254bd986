import type { workbookLayouts } from "#shared/contract/workbook.ts";
import type { ColumnField } from "#shared/inventory/column-field.ts";
import type { Meaning } from "#shared/inventory/heading-meaning.ts";
import { headingKey, meaningOf } from "#shared/inventory/headings.ts";

export type WorkbookLayout = (typeof workbookLayouts)[number];

/** How a sheet is read: which column holds which field, as found in its headings. */
export type Layout = {
  kind: WorkbookLayout;
  /** Columns by field, from 0. */
  columns: Map<ColumnField, number>;
  /** Each column's heading as written, for messages. */
  headings: string[];
  /** Place of the (first) heading row among the rows looked at, and of the first row after the headings. */
  headingAt: number;
  dataAt: number;
  /** Headings no field was found for. */
  unknown: string[];
};

/** Rows at the top in which headings are looked for. */
export const headingDepth = 25;

type Candidate = { keys: string[]; shown: string[]; at: number; height: number; count: number };

/**
 * The layout of a sheet, out of its first rows (texts, already in Unicode): headings in one row, or in two where the
 * upper row groups columns ("Thời gian bắt đầu" over Ngày | Tháng | Năm). Nothing where no inventory is recognised.
 */
export function findLayout(rows: readonly (readonly string[])[]): Layout | undefined {
  let best: Candidate | undefined;
  for (const [at, row] of rows.slice(0, headingDepth).entries()) {
    const next = rows[at + 1];
    for (const candidate of [oneRow(row, at), ...(next ? [twoRows(row, next, at)] : [])]) {
      if (!best || candidate.count > best.count) best = candidate;
    }
  }
  if (!best || best.count < 2) return undefined;
  const { columns, unknown, kind } = assign(best.keys, best.shown);
  if (!kind) return undefined;
  let dataAt = best.at + best.height;
  while (isColumnNumbers(rows[dataAt])) dataAt += 1;
  return { kind, columns, headings: best.shown, headingAt: best.at, dataAt, unknown };
}

/** Where a table may begin in a sheet that is not recognised: its headings, for a person to say what they mean. */
export type Headings = Pick<Layout, "headings" | "headingAt" | "dataAt">;

/** The first row that looks like headings: three texts or more, none of them a number. */
export function guessHeadings(rows: readonly (readonly string[])[]): Headings | undefined {
  const at = rows.slice(0, headingDepth).findIndex((row) => {
    const texts = row.filter((text) => text !== "");
    return texts.length >= 3 && texts.every((text) => /\p{L}/u.test(text));
  });
  return at === -1 ? undefined : { headings: [...(rows[at] ?? [])], headingAt: at, dataAt: at + 1 };
}

/** The layout in which each column holds what a person said of it; nothing where that makes no inventory. */
export function chooseColumns(under: Headings, fields: readonly (ColumnField | "")[]): Layout | undefined {
  const columns = new Map<ColumnField, number>();
  const unknown: string[] = [];
  for (const [column, heading] of under.headings.entries()) {
    const field = fields[column] ?? "";
    if (field !== "" && !columns.has(field)) columns.set(field, column);
    else if (headingKey(heading) !== "") unknown.push(heading);
  }
  const kind = kindOf([...columns.keys()].map(onlyMeaning));
  return kind && { ...under, kind, columns, unknown };
}

function onlyMeaning(field: ColumnField): Meaning {
  return field.startsWith("item.") ? { item: field } : { file: field };
}

/** What tells sheets of one template from those of another: their headings, as they are compared. */
export function fingerprint(headings: readonly string[]): string {
  return headings.map(headingKey).join("|").slice(0, 8000);
}

function oneRow(row: readonly string[], at: number): Candidate {
  return scored(row.map(headingKey), [...row], at, 1);
}

function twoRows(upper: readonly string[], lower: readonly string[], at: number): Candidate {
  const keys: string[] = [];
  const shown: string[] = [];
  let group = "";
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const above = upper[column] ?? "";
    const below = lower[column] ?? "";
    // A group's name stands in the first of its merged columns only.
    if (above !== "") group = above;
    else if (below === "") group = "";
    const joined = headingKey(`${group} ${below}`);
    const own = below === "" ? headingKey(above) : headingKey(below);
    const grouped = below !== "" && group !== "" && meaningOf(joined) !== undefined;
    keys.push(grouped ? joined : own);
    shown.push(below === "" ? above : grouped || above === "" ? `${group} ${below}`.trim() : below);
  }
  return scored(keys, shown, at, 2);
}

function scored(keys: string[], shown: string[], at: number, height: number): Candidate {
  const known = new Set(keys.filter((key) => meaningOf(key) !== undefined));
  // One row wins a tie: the row below may hold data that reads like a heading.
  const total = keys.filter((key) => meaningOf(key) !== undefined).length;
  return { keys, shown, at, height, count: known.size + (total - known.size) * 0.5 - (height - 1) * 0.25 };
}

function assign(keys: readonly string[], shown: readonly string[]) {
  const found = keys.map(meaningOf);
  const kind = kindOf(found);
  const columns = new Map<ColumnField, number>();
  const unknown: string[] = [];
  let ofItem = kind === "item-inventory";
  for (const [column, meaning] of found.entries()) {
    const text = shown[column] ?? "";
    if (!meaning) {
      if (text !== "" && headingKey(text) !== "") unknown.push(text);
      continue;
    }
    // In a sheet of both, what may mean either belongs to the file until the first column of items.
    if (kind === "contractor-46" && meaning.item && !meaning.file) ofItem = true;
    if (kind === "contractor-46" && meaning.file && !meaning.item) ofItem = false;
    const preferred = ofItem ? (meaning.item ?? meaning.file) : (meaning.file ?? meaning.item);
    const other = ofItem ? meaning.file : meaning.item;
    const field = [preferred, kind === "contractor-46" ? other : undefined].find(
      (choice) => choice !== undefined && !columns.has(choice),
    );
    if (field === undefined) unknown.push(text);
    else columns.set(field, column);
  }
  return { kind, columns, unknown };
}

function kindOf(found: readonly (Meaning | undefined)[]): WorkbookLayout | undefined {
  const has = (...fields: ColumnField[]) =>
    found.some((meaning) => {
      const only = meaning?.file && meaning.item ? undefined : (meaning?.file ?? meaning?.item);
      return only !== undefined && fields.includes(only);
    });
  const ofItems = has("item.subject", "item.typeAndSubject");
  if (has("file.title")) return ofItems || has("item.ordinal") ? "contractor-46" : "file-inventory";
  return ofItems ? "item-inventory" : undefined;
}

/** The row "(1) (2) (3) …" under the headings of the official forms. */
function isColumnNumbers(row: readonly string[] | undefined): boolean {
  const numbers = (row ?? []).map((text) => /^[([]?(\d{1,2})[)\]]?$/.exec(text)?.[1] ?? text).filter(Boolean);
  // Some offices letter the first columns: A, B, 1, 2, 3.
  const counted = numbers.filter((text) => !/^[A-D]$/.test(text));
  return counted.length >= 3 && counted.every((text, index) => Number(text) === index + 1);
}
