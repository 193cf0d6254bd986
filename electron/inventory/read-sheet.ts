import { columnOfCell } from "#shared/inventory/cell-name.ts";
import type { SheetRow } from "#shared/inventory/sheet-row.ts";
import type { SharedTexts } from "./read-shared-texts.ts";
import type { CellFormat } from "./read-styles.ts";
import { numberText } from "./number-text.ts";
import { attributeOf, decodeXml, scanXml } from "./scan-xml.ts";
import type { WorkbookLimits } from "./workbook-limits.ts";

export type SheetContext = {
  shared: SharedTexts;
  formats: readonly CellFormat[];
  from1904: boolean;
  limits: WorkbookLimits;
  countRows: (more: number) => void;
};

/** The rows of a sheet that hold something, a slice for each piece of its XML; a cell that is only styled costs nothing. */
export async function* readSheet(
  pieces: AsyncIterable<string>,
  context: SheetContext,
): AsyncGenerator<SheetRow[]> {
  let ready: SheetRow[] = [];
  const scanner = scanXml(rowListener(context, (row) => ready.push(row)));
  for await (const piece of pieces) {
    scanner.write(piece);
    if (ready.length === 0) continue;
    context.countRows(ready.length);
    yield ready;
    ready = [];
  }
  scanner.end();
}

function rowListener(context: SheetContext, give: (row: SheetRow) => void) {
  const { shared, formats, limits } = context;
  let row = 0;
  let column = -1;
  let found: SheetRow | undefined;
  let attributes = "";
  let value = "";
  let inline = "";
  let formula = false;
  let within = "";
  let phonetic = false;

  const put = (text: string) => {
    if (text === "" || column >= limits.columns) return;
    found ??= { row, cells: [] };
    while (found.cells.length <= column) found.cells.push("");
    found.cells[column] = text.length > limits.cellLength ? text.slice(0, limits.cellLength) : text;
  };
  const setFont = (font: string | undefined) => {
    if (!font || !found || found.cells[column] === undefined || found.cells[column] === "") return;
    (found.fonts ??= new Map()).set(column, font);
  };
  const finishCell = () => {
    // A cell that is only styled ends here: not even its reference is looked at.
    if (value === "" && inline === "" && !formula) return;
    const reference = attributeOf(attributes, "r");
    if (reference !== undefined) column = columnOfCell(reference);
    const format = formats[Number(attributeOf(attributes, "s") ?? 0)];
    const type = attributeOf(attributes, "t") ?? "n";
    if (type === "e" || (formula && value === "" && inline === "")) {
      if (type !== "e" && type === "str") return;
      put("\u0000");
      if (found) (found.valueless ??= []).push(column);
      if (found) found.cells[column] = "";
      return;
    }
    if (type === "s") {
      put(shared.texts[Number(value)] ?? "");
      setFont(shared.fonts.get(Number(value)));
    } else if (type === "inlineStr") put(flatten(inline));
    else if (type === "str") put(flatten(decodeXml(value)));
    else if (type === "d") put(value.slice(0, 10));
    else if (type === "b") put(value === "1" ? "1" : "0");
    else put(numberText(value, format, context.from1904));
    setFont(format?.legacyFont);
  };

  return {
    open(name: string, raw: string) {
      within = name;
      if (name === "c") {
        column += 1;
        attributes = raw;
        value = "";
        inline = "";
        formula = false;
      } else if (name === "row") {
        const number = attributeOf(raw, "r");
        row = number === undefined ? row + 1 : Number(number);
        column = -1;
        found = undefined;
      } else if (name === "f") formula = true;
      else if (name === "rPh") phonetic = true;
    },
    close(name: string) {
      within = "";
      if (name === "c") finishCell();
      else if (name === "rPh") phonetic = false;
      else if (
        name === "row" &&
        found &&
        found.cells.some((text) => text.trim() !== "" || found?.valueless)
      ) {
        give(found);
      }
    },
    text(raw: string) {
      // Past the longest cell nothing is gathered: one endless cell must not fill the memory.
      if (within === "v" && value.length <= limits.cellLength) value += raw;
      else if (within === "t" && !phonetic && inline.length <= limits.cellLength) inline += decodeXml(raw);
    },
  };
}

/** The text cut loose from the piece of XML it stands in, so that the piece can be let go. */
function flatten(text: string): string {
  return text === "" ? "" : Buffer.from(text, "utf8").toString("utf8");
}
