/**
 * A block of cells as a spreadsheet puts it on the clipboard: cells apart by tabs, rows by line ends; a cell with a
 * tab or a line end stands in quotes, its own quotes doubled. Quotes around anything else are the cell's own text.
 * The texts are in NFC.
 */
export function readTabSeparated(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.normalize("NFC").replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  let at = 0;
  for (;;) {
    const { cell, end } = readQuoted(source, at) ?? readPlain(source, at);
    rows.at(-1)?.push(cell);
    const mark = source[end];
    at = end + 1;
    if (mark === undefined) break;
    if (mark === "\n") {
      // The last row's own line end begins no further row.
      if (at >= source.length) break;
      rows.push([]);
    }
  }
  return rows;
}

const quoted = /"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)/y;

function readQuoted(source: string, at: number): { cell: string; end: number } | undefined {
  if (source[at] !== '"') return undefined;
  quoted.lastIndex = at;
  const found = quoted.exec(source);
  const inner = found?.[1];
  if (!found || inner === undefined || !/[\t\n]|""/.test(inner)) return undefined;
  return { cell: inner.replaceAll('""', '"'), end: at + found[0].length };
}

function readPlain(source: string, at: number): { cell: string; end: number } {
  let end = at;
  while (end < source.length && source[end] !== "\t" && source[end] !== "\n") end += 1;
  return { cell: source.slice(at, end), end };
}

/** The same block, written as a spreadsheet reads it. */
export function writeTabSeparated(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quote).join("\t")).join("\r\n");
}

function quote(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The block as an HTML table, whose cells a spreadsheet takes as text: `01` stays `01`. */
export function writeTable(block: readonly (readonly string[])[]): string {
  const rows = block.map((row) => `<tr>${row.map(tableCell).join("")}</tr>`);
  return `<table>${rows.join("")}</table>`;
}

function tableCell(cell: string): string {
  const safe = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<td style="mso-number-format:'\\@'">${safe.replaceAll(/\r?\n/g, "<br>")}</td>`;
}
