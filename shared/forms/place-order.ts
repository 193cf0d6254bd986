import type { ArchiveFile } from "#shared/archive/file.ts";

const collator = new Intl.Collator("vi", { numeric: true });

/** Hồ sơ số: the number of a file in its box or inventory, as the sheet it came from gave it, or its notation. */
export function fileNumber(file: Pick<ArchiveFile, "notation" | "ext">): string {
  const number: unknown = "number" in file.ext ? file.ext.number : undefined;
  return typeof number === "string" && number !== "" ? number : file.notation;
}

/** The order in which files stand: inventory, box, number, code; numbers in texts as numbers. */
export function byPlace(one: ArchiveFile, other: ArchiveFile): number {
  return (
    collator.compare(one.inventory, other.inventory) ||
    collator.compare(one.box, other.box) ||
    collator.compare(fileNumber(one), fileNumber(other)) ||
    collator.compare(one.code, other.code) ||
    (one.id < other.id ? -1 : 1)
  );
}

/** The order of numbers of boxes and inventories as people count: 2 before 10. */
export function byNumber(one: string, other: string): number {
  return collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
}
