import { columnOfCell } from "#shared/inventory/cell-name.ts";
import type { SheetSource } from "#shared/inventory/sheet-row.ts";
import type { CellComment } from "./comment-parts.ts";
import { type CellToWrite, type PlacedRow, type SheetToWrite, writeWorkbook } from "./write-workbook.ts";

/** A problem in words, at a cell (`F12`), or at the row where `cell` is empty. */
export type NotedProblem = {
  sheet: string;
  row: number;
  cell: string;
  severity: "error" | "warning";
  text: string;
};

export type Marking = {
  /** Sheets to show. */
  sheets: readonly string[];
  problems: readonly NotedProblem[];
  /** Rows of which nothing is repeated (`sheet\nrow`): they bear a mark of secrecy. */
  hidden: ReadonlySet<string>;
  /** A last sheet that lists all problems: its name, headings and rows. */
  list: { name: string; headings: readonly string[]; rows: readonly (readonly (string | number)[])[] };
};

/** As many boxes as Excel still opens quickly; what is beyond is coloured and stands in the list. */
const mostComments = 10_000;

/** The bytes of a workbook: the rows as they were read, each problem coloured and told in a comment at its cell. */
export async function markProblems(
  sources: AsyncIterable<SheetSource> | Iterable<SheetSource>,
  { sheets, problems, hidden, list }: Marking,
): Promise<Uint8Array<ArrayBuffer>> {
  const marked: SheetToWrite[] = [];
  let room = mostComments;
  for await (const { name, rows } of sources) {
    if (!sheets.includes(name)) continue;
    const byRow = new Map<number, NotedProblem[]>();
    for (const problem of problems) {
      if (problem.sheet !== name) continue;
      const same = byRow.get(problem.row);
      if (same) same.push(problem);
      else byRow.set(problem.row, [problem]);
    }
    const placed: PlacedRow[] = [];
    const comments: CellComment[] = [];
    for await (const slice of rows) {
      for (const { row, cells } of slice) {
        const shown = hidden.has(`${name}\n${row}`) ? [] : cells.map(cellOf);
        for (const [column, noted] of byCell(byRow.get(row) ?? [])) {
          const severity = noted.some((problem) => problem.severity === "error") ? "error" : "warning";
          while (shown.length <= column) shown.push(undefined);
          const text = hidden.has(`${name}\n${row}`) ? "" : (cells[column] ?? "");
          shown[column] = { marked: text, severity };
          if (room-- > 0)
            comments.push({ column, row, text: noted.map((problem) => problem.text).join("\n") });
        }
        placed.push({ row, cells: shown });
      }
    }
    marked.push({ name: name === "" ? "CSV" : name, rows: placed, comments });
  }
  const headings: CellToWrite[] = list.headings.map((heading) => ({ heading }));
  marked.push({
    name: freeName(list.name, marked),
    rows: [headings, ...list.rows],
    widths: [16, 8, 8, 24, 12, 40, 50],
    frozenRows: 1,
  });
  return new Uint8Array(await writeWorkbook(marked));
}

function byCell(problems: readonly NotedProblem[]): Map<number, NotedProblem[]> {
  const cells = new Map<number, NotedProblem[]>();
  for (const problem of problems) {
    const column = problem.cell === "" ? 0 : columnOfCell(problem.cell);
    cells.set(column, [...(cells.get(column) ?? []), problem]);
  }
  return new Map([...cells].sort(([one], [other]) => one - other));
}

/** Texts as they were read; a plain number or a day is one again. */
function cellOf(text: string): CellToWrite {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  return /^(19|20)\d\d-\d\d-\d\d$/.test(text) && !text.startsWith("1900") ? { day: text } : text;
}

function freeName(name: string, sheets: readonly { name: string }[]): string {
  let free = name;
  while (sheets.some((sheet) => sheet.name.toLowerCase() === free.toLowerCase())) free += "_";
  return free;
}
