import { fold } from "#shared/base/fold.ts";
import type { ColumnField } from "#shared/inventory/column-field.ts";
import type { FileFields } from "#shared/inventory/line.ts";
import type { SheetReading } from "#shared/inventory/row-reader.ts";
import type { SheetRow } from "#shared/inventory/sheet-row.ts";

/** True where a row says anything of an item. */
export function hasItem(row: SheetRow, sheet: SheetReading): boolean {
  const leading = sheet.layout.kind === "item-inventory";
  for (const [field, column] of sheet.layout.columns) {
    const mine = field.startsWith("item.") || (leading && field === "row");
    if (mine && ((row.cells[column] ?? "").trim() !== "" || row.valueless?.includes(column))) return true;
  }
  return false;
}

const footWords =
  /^(muc luc nay gom|viet bang chu|bang chu|nguoi lap|tong cong|tong so|cong:?$|ngay .* thang .* nam|thu truong|nguoi (giao|nhan)|\(?ky)/;

/** True for a row that is no line of the inventory: a section's name, or words of the form's foot. */
export function isAside(row: SheetRow, sheet: SheetReading): boolean {
  const filled = row.cells.filter((text) => text.trim() !== "");
  if (filled.length > 3) return false;
  const first = fold(sheet.decode(filled[0] ?? "").trim());
  if (footWords.test(first)) return true;
  const { columns } = sheet.layout;
  const at = (field: ColumnField) => {
    const column = columns.get(field);
    return column === undefined ? "" : (row.cells[column] ?? "").trim();
  };
  const running = at("row");
  // A section: "II" or "B" where numbers run, and a name.
  if (running !== "" && /^[ivxa-h]+\.?$/i.test(running)) return true;
  const named: ColumnField[] = [
    ...(["file.title", "file.code", "file.notation", "file.number"] as const),
    ...([
      "item.subject",
      "item.typeAndSubject",
      "item.number",
      "item.numberAndSymbol",
      "item.symbol",
    ] as const),
  ];
  const inColumn = [...columns].some(
    ([field, column]) => field !== "row" && (row.cells[column] ?? "").trim() !== "",
  );
  return (
    !inColumn && !row.valueless && !named.some((field) => at(field) !== "") && !/^\d+[.)]?$/.test(running)
  );
}

/** The file of the row before, where this row says the same of it; the same object, so that it is planned once. */
export function repeatedFile(row: SheetRow, { layout, before }: SheetReading): FileFields | undefined {
  if (!before || layout.kind !== "contractor-46" || row.fonts || row.valueless) return undefined;
  for (const [field, column] of layout.columns) {
    if (!field.startsWith("file.")) continue;
    if ((row.cells[column] ?? "") !== (before.cells[column] ?? "")) return undefined;
  }
  return before.file;
}
