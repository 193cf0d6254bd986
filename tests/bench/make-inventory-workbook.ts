import { documentTypeName } from "#shared/archive/codes.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import { templateOf } from "#shared/inventory/template.ts";
import { writeTemplate } from "#electron/inventory/write-template.ts";

/**
 * The records as a contractor's sheet of 46 columns would carry them: a row for each item, file after file, each
 * repeating what its file is.
 */
export function makeInventoryWorkbook(
  fonds: Fonds,
  files: readonly ArchiveFile[],
  items: readonly Item[],
): Promise<Buffer> {
  const byId = new Map(files.map((file) => [file.id, file]));
  const order = new Map(files.map((file, at) => [file.id, at]));
  const placeOf = (item: Item) => order.get(item.fileId) ?? 0;
  const inOrder = [...items].sort((one, other) => placeOf(one) - placeOf(other));
  const rows = inOrder.map((item, at) => {
    const file = byId.get(item.fileId);
    return file ? rowOf(fonds, file, item, at) : [];
  });
  return writeTemplate("contractor-46", rows);
}

const width = templateOf("contractor-46").headings.length;

function rowOf(fonds: Fonds, file: ArchiveFile, item: Item, at: number): string[] {
  const [year = "", month = "", day = ""] = item.issuedDate.split("-");
  const [startYear = "", startMonth = "", startDay = ""] = file.startDate.split("-");
  const [endYear = "", endMonth = "", endDay = ""] = file.endDate.split("-");
  const row = [
    ...[
      String(at + 1),
      fonds.name,
      file.inventory,
      file.box,
      file.notation,
      file.title,
      "Vĩnh viễn",
      "Công khai",
    ],
    ...["Tiếng Việt", startDay, startMonth, startYear, endDay, endMonth, endYear, "100", "", "", ""],
    ...[String(file.leafCount), "Tốt", "", file.code, ""],
    ...[
      String(item.ordinal),
      documentTypeName(item.type),
      item.number,
      item.symbol,
      day,
      month,
      year,
      item.issuer,
    ],
    ...[
      item.subject,
      "Tiếng Việt",
      String(item.pageCount),
      "",
      "",
      "",
      "Công khai",
      "",
      "",
      "Tốt",
      "",
      item.leaves,
    ],
  ];
  return Array.from({ length: width }, (_, column) => row[column] ?? "");
}
