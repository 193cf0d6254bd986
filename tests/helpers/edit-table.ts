import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bagTexts } from "#shared/node/packages/write-bag-folder.ts";
import { readWorkbook } from "#electron/inventory/read-workbook.ts";
import { workbookLimits } from "#electron/inventory/workbook-limits.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { type Parts, pathLike } from "#tests/helpers/package-parts.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** Changes a table of a tree by its rows, of which the first names the fields; the bag around it lists what is now there. */
export async function editTable(
  parts: Parts,
  sheet: string,
  change: (rows: string[][]) => void,
): Promise<void> {
  const path = pathLike(parts, /Metadata_Tong\.xlsx$/u);
  const place = join(temporaryFolder(), "tables.xlsx");
  writeFileSync(place, parts.get(path) ?? "");
  const sheets: { name: string; rows: string[][] }[] = [];
  for await (const { name, rows } of readWorkbook(place, workbookLimits)) {
    const read: string[][] = [];
    for await (const slice of rows) read.push(...slice.map(({ cells }) => [...cells]));
    sheets.push({ name, rows: read });
  }
  const found = sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(`no table ${sheet}`);
  change(found.rows);
  parts.set(path, Buffer.from(await writeWorkbook(sheets)));
  listAnew(parts);
}

/** Makes the bag around a tree list what is in it. */
function listAnew(parts: Parts): void {
  const files = [...parts]
    .filter(([path]) => path.startsWith("data/"))
    .map(([path, bytes]) => ({
      name: path.slice("data/".length),
      digest: createHash("sha256").update(bytes).digest("hex"),
    }));
  for (const [tag, text] of Object.entries(bagTexts(files, "").texts)) parts.set(tag, Buffer.from(text));
}

/** Sets a field of the row of so many (1 the first) in a table. */
export function setField(rows: string[][], row: number, field: string, value: string): void {
  const column = rows[0]?.indexOf(field) ?? -1;
  const cells = rows[row];
  if (column < 0 || !cells) throw new Error(`no ${field} in row ${row}`);
  cells[column] = value;
}
