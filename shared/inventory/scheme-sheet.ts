import { columnName } from "#shared/inventory/cell-name.ts";
import { headingDepth } from "#shared/inventory/find-layout.ts";
import { headingKey } from "#shared/inventory/headings.ts";
import type { SchemeLine } from "#shared/inventory/scheme-lines.ts";
import type { SheetRow } from "#shared/inventory/sheet-row.ts";

type Column = "notation" | "title" | "parent" | "note";

/** The columns of a sheet of groups: what they are headed with when written, and known by when read. */
const columns: Record<Column, { heading: string; width: number; known: readonly string[] }> = {
  notation: { heading: "Ký hiệu", width: 14, known: ["ky hieu", "ky hieu nhom", "so ky hieu"] },
  title: {
    heading: "Nhóm",
    width: 60,
    known: ["nhom", "ten nhom", "tieu de", "tieu de nhom", "nhom tai lieu", "ten nhom tai lieu"],
  },
  parent: {
    heading: "Nhóm cha (ký hiệu)",
    width: 20,
    known: ["nhom cha", "ky hieu nhom cha", "thuoc nhom"],
  },
  note: { heading: "Ghi chú", width: 30, known: ["ghi chu"] },
};

const names = ["notation", "title", "parent", "note"] as const satisfies Column[];

/** The headings of a sheet of groups, and their widths in characters; the official words, whatever language is shown. */
export const schemeHeadings: readonly { heading: string; width: number }[] = names.map(
  (name) => columns[name],
);

/** The last column of a sheet of groups: `D`. */
export const lastSchemeColumn = columnName(names.length - 1);

/** A row of a sheet of groups. */
export function cellsOfLine(line: Omit<SchemeLine, "row">): string[] {
  return names.map((name) => line[name]);
}

/**
 * Gathers the groups of a sheet from its rows as they come: under the first row, near its top, that has a column of
 * titles beside one of notations or parents. `found` stays false where there is none.
 */
export function gatherSchemeLines(): {
  add: (rows: readonly SheetRow[]) => void;
  found: () => boolean;
  lines: SchemeLine[];
} {
  const lines: SchemeLine[] = [];
  let at: Partial<Record<Column, number>> | undefined;
  let looked = 0;
  return {
    add(rows) {
      for (const { row, cells } of rows) {
        if (at) lines.push(...readRow(row, cells, at));
        else if (looked < headingDepth) at = findColumns(cells);
        looked += 1;
      }
    },
    found: () => at !== undefined,
    lines,
  };
}

function findColumns(cells: readonly string[]): Partial<Record<Column, number>> | undefined {
  const keys = cells.map(headingKey);
  const at: Partial<Record<Column, number>> = {};
  for (const name of names) {
    const column = keys.findIndex((key) => columns[name].known.includes(key));
    if (column !== -1) at[name] = column;
  }
  return at.title !== undefined && (at.notation !== undefined || at.parent !== undefined) ? at : undefined;
}

function readRow(row: number, cells: readonly string[], at: Partial<Record<Column, number>>): SchemeLine[] {
  const text = (name: Column) => cells[at[name] ?? -1] ?? "";
  const line = {
    row,
    notation: text("notation"),
    title: text("title"),
    parent: text("parent"),
    note: text("note"),
  };
  const filled = names.map((name) => line[name].trim()).filter((one) => one !== "");
  // The row "(1) (2) (3)" under official headings is no group.
  return filled.every((one) => /^\(\d\)$/.test(one)) ? [] : [line];
}
