import { blankFile, blankItem } from "#shared/archive/blank.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import type { FileToWrite, ItemToWrite } from "#shared/inventory/plan-import.ts";

/** The record of a file that an inventory lists; what the sheet says beyond its fields stands in `ext`. */
export function fileRecord(
  { id, fields }: FileToWrite,
  { scope, fondsId }: { scope: string; fondsId: string },
  stamp: Stamp,
): ArchiveFile {
  const { ext, number, ...own } = fields;
  const record = makeRecord<ArchiveFile>({ ...blankFile, ...own, id, scope, fondsId }, stamp);
  return { ...record, ext: number === "" || number === own.notation ? ext : { ...ext, number } };
}

/** The record of an item that an inventory lists, before anything of it is captured. */
export function itemRecord({ id, fileId, fields }: ItemToWrite, scope: string, stamp: Stamp): Item {
  const { ext, ...own } = fields;
  const record = makeRecord<Item>({ ...blankItem, ...own, id, scope, fileId }, stamp);
  return { ...record, ext };
}
