import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { RowProblem } from "#shared/contract/workbook.ts";
import type { WorkbookLayout } from "#shared/inventory/find-layout.ts";

export type { RowProblem };

/** A cell in an encoding from before Unicode: as it stands, and as it is read. */
export type LegacyCell = { cell: string; before: string; after: string };

/** What a row says of a file; empty and 0 where it says nothing. */
export type FileFields = Pick<
  ArchiveFile,
  | "code"
  | "notation"
  | "inventory"
  | "box"
  | "groupId"
  | "title"
  | "retention"
  | "access"
  | "language"
  | "startDate"
  | "endDate"
  | "leafCount"
  | "pageCount"
  | "condition"
  | "keywords"
  | "note"
> & {
  /** "Hồ sơ số", by which sheets of items may name the file. */
  number: string;
  /** What the sheet says beyond a record's own fields, and texts too long for theirs. */
  ext: Record<string, string>;
};

/** What a row says of an item; `ordinal` 0 where it gives none. */
export type ItemFields = Pick<
  Item,
  | "ordinal"
  | "type"
  | "number"
  | "symbol"
  | "issuedDate"
  | "issuer"
  | "subject"
  | "signer"
  | "language"
  | "access"
  | "condition"
  | "leaves"
  | "pageCount"
  | "keywords"
  | "autograph"
  | "note"
> & { ext: Record<string, string> };

/** One row of an inventory, read by itself: what it says, and what is wrong with it. */
export type Line = {
  sheet: string;
  row: number;
  layout: WorkbookLayout;
  /** Absent where the row names no file: it belongs to the file of the row before. */
  file?: FileFields;
  item?: ItemFields;
  /** What the row's mark of secrecy stands on. */
  secret?: "file" | "item";
  problems: RowProblem[];
  /** Absent where all stands in Unicode. */
  legacy?: LegacyCell[];
};
