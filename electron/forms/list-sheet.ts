import { columnName } from "#shared/inventory/cell-name.ts";
import { motto, nation, upper } from "#shared/forms/form-words.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { countedRows, type ListForm, rowsOutOfRows } from "#shared/forms/list-form.ts";
import type { Measure } from "#shared/forms/sheet.ts";
import type { CellToWrite, PrintLook, SheetToWrite } from "#electron/inventory/write-workbook.ts";

/** Characters across an A4 page on its side, at the size of the table's letters. */
const charactersAcross = 122;
/** The size of letters in a workbook, whatever the list's own: a sheet of smaller ones is printed smaller. */
const sheetSize = 13;

/**
 * A list as a sheet that prints as its PDF does, and that an import reads back exactly: what the official columns cannot
 * say stands in hidden ones, outside of the printed area.
 */
export function listSheet(list: ListForm, name: string, measure: Measure): SheetToWrite {
  const columns = list.columns.length;
  const total = list.columns.reduce((sum, { share }) => sum + share, 0);
  const room = charactersAcross * Math.max(1, sheetSize / list.size);
  const widths = list.columns.map(({ share }) => Math.round((share / total) * room * 10) / 10);
  const last = columnName(columns - 1);
  const half = Math.floor(columns / 2);
  const left = columnName(half - 1);
  const right = columnName(half);
  const put = (text: string | number, look: PrintLook): CellToWrite => ({ printed: text, look });
  const across = (one: CellToWrite, other: CellToWrite): CellToWrite[] => {
    const cells: CellToWrite[] = Array.from({ length: columns });
    cells[0] = one;
    cells[half] = other;
    return cells;
  };
  const [parent, agency] = list.agencies;
  const head: CellToWrite[][] = [
    across(put(upper(parent), "line"), put(nation, "bold-line")),
    across(put(upper(agency), "bold-line"), put(motto, "bold-line")),
    [],
    [put(list.title, "title")],
    ...list.facts.map((fact) => [put(fact, "line")]),
    [],
  ];
  const headings: CellToWrite[] = [
    ...list.columns.map(({ heading }) => ({ heading })),
    ...list.hidden.headings.map((heading) => ({ heading })),
  ];
  const numbers = list.columns.map((_, at): CellToWrite => ({ heading: `(${at + 1})` }));
  const looks = list.columns.map(({ align }): PrintLook => (align === "center" ? "middle-cell" : "cell"));
  const footAt = head.length + 2 + list.rows.length + 2;
  const counted = rowsOutOfRows(countedRows(list), countedRows(list));
  const { role, how, name: signer } = list.signature;
  const foot: CellToWrite[][] = [
    [],
    ...list.totals.map((text) => [put(text, "left-line")]),
    // In the row of a total: an import must not take a name in a column for a line of the list.
    across(
      put(`${counted}\nMã danh sách (SHA-256): ${list.code}`, "left-line"),
      put(`${list.placeAndDate}\n${role}\n${how}\n\n\n\n\n${signer}`, "line"),
    ),
  ];
  const signAt = footAt + list.totals.length;
  function* rows(): Generator<readonly CellToWrite[]> {
    yield* head;
    yield headings;
    yield numbers;
    for (const [at, row] of list.rows.entries()) {
      const shown = row.map((text, column): CellToWrite =>
        put(list.figures?.[at]?.[column] ?? text, looks[column] ?? "cell"),
      );
      yield [...shown, ...(list.hidden.rows[at] ?? [])];
    }
    yield* foot;
  }
  const wide = (row: number) => `A${row}:${last}${row}`;
  const halves = (row: number) => [`A${row}:${left}${row}`, `${right}${row}:${last}${row}`];
  const factRows = list.facts.map((_, at) => 5 + at);
  const totalRows = list.totals.map((_, at) => footAt + at);
  return {
    name,
    rows: rows(),
    widths: [...widths, ...list.hidden.headings.map(() => 14)],
    merged: [
      ...halves(1),
      ...halves(2),
      wide(4),
      ...factRows.map(wide),
      ...totalRows.map(wide),
      ...halves(signAt),
    ],
    frozenRows: head.length + 2,
    hiddenFrom: columns,
    heights: new Map([
      [4, linesOf(list.title) * 18] as const,
      ...factRows.map((row, at) => [row, linesOf(list.facts[at] ?? "") * 17] as const),
      [signAt, 17 * (8 + linesOf(signer))],
      ...rowHeights(list, widths, head.length, measure),
    ]),
    print: {
      landscape: true,
      titleRows: [head.length + 1, head.length + 2],
      area: `A1:${last}${signAt}`,
      footer: `Mã danh sách (SHA-256): ${list.code}. ${counted}`,
    },
  };
}

/** Heights of the headings and the rows: not every office program finds those of rows whose texts are broken. */
function rowHeights(
  list: ListForm,
  widths: readonly number[],
  above: number,
  measure: Measure,
): [row: number, height: number][] {
  const tall = (texts: readonly string[], size: number, face: "regular" | "bold") => {
    const lines = texts.map(
      (text, at) => breakLines(text, pointsAcross(widths[at] ?? 0), { size, face }, measure).length,
    );
    return Math.max(1, ...lines) * size * 1.25 + 4;
  };
  return [
    [
      above + 1,
      tall(
        list.columns.map(({ heading }) => heading),
        sheetSize,
        "bold",
      ),
    ],
    [above + 2, 18],
    ...list.rows.map((row, at): [number, number] => [above + 3 + at, tall(row, sheetSize, "regular")]),
  ];
}

/** Points that a text has in a column of some characters, as Excel counts them, less its margins. */
function pointsAcross(characters: number): number {
  return characters * 5.25 - 3;
}

/** Lines that a text of the head takes; merged cells do not find their own height. */
function linesOf(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 105)), 0);
}

/** Names of sheets as Excel wants them: no signs it refuses, at most 31 letters, each once. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[\\/?*[\]:']/g, ".").trim() || "Danh sách";
    let unique = plain.slice(0, 31);
    for (let at = 2; taken.has(unique.toLowerCase()); at += 1) {
      const ending = ` (${at})`;
      unique = plain.slice(0, 31 - ending.length) + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
