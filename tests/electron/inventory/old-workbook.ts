import { utils, type WorkBook, type WorkSheet, write } from "@e965/xlsx";

/** The bytes of an old workbook (.xls), as the library writes them. */
export function oldWorkbook(
  sheets: Record<string, WorkSheet>,
  more: Partial<WorkBook> & { before97?: boolean } = {},
): Buffer {
  const { before97 = false, ...book } = more;
  const bytes: unknown = write(
    { SheetNames: Object.keys(sheets), Sheets: sheets, ...book },
    { type: "buffer", bookType: before97 ? "biff5" : "biff8", bookSST: !before97 },
  );
  if (!Buffer.isBuffer(bytes)) throw new Error("the library wrote no bytes");
  return bytes;
}

/** Texts, numbers and cells as the library describes them. */
export function oldSheet(rows: unknown[][]): WorkSheet {
  return utils.aoa_to_sheet(rows);
}

/** The bytes with one run of bytes put in another's place, wherever it stands; both are of one length. */
export function replaced(bytes: Buffer, found: Buffer, by: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(found); at !== -1; at = copy.indexOf(found, at + 1)) by.copy(copy, at);
  return copy;
}
