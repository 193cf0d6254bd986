import { type Static, Type } from "typebox";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { conditionCodes } from "#shared/archive/codes.ts";
import type { HandoverCount } from "#shared/archive/handover.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { Choice } from "#shared/base/schema.ts";
import { datesOf } from "#shared/forms/dates-covered.ts";
import { byPlace, fileNumber } from "#shared/forms/place-order.ts";

/** A file as the list attached to minutes names it (mục lục hồ sơ kèm theo); 0 where nothing was counted. */
export const attachedFileSchema = Type.Object({
  id: Type.String(),
  fondsId: Type.String(),
  code: Type.String(),
  inventory: Type.String(),
  box: Type.String(),
  number: Type.String(),
  title: Type.String(),
  dates: Type.String(),
  leaves: Type.Integer(),
  condition: Choice(conditionCodes),
  items: Type.Integer(),
  objects: Type.Integer(),
});

export type AttachedFile = Static<typeof attachedFileSchema>;

/** The list of some files in the order in which they stand; `held` tells what is listed and captured in each. */
export function attachedList(
  files: readonly ArchiveFile[],
  held: (fileId: string) => { items: number; objects: number },
): AttachedFile[] {
  return [...files].sort(byPlace).map((file) => ({
    ...{ id: file.id, fondsId: file.fondsId, code: file.code, inventory: file.inventory, box: file.box },
    ...{ number: fileNumber(file), title: file.title, dates: datesOf(file) },
    ...{ leaves: file.leafCount, condition: file.condition, ...held(file.id) },
  }));
}

/** The list as the text that is hashed and kept: its SHA-256 is that of its bytes. */
export function writeAttachedList(list: readonly AttachedFile[]): string {
  return canonicalJson(list);
}

export function digestOfList(list: readonly AttachedFile[]): string {
  return digestOfText(writeAttachedList(list));
}

/** The code on each page that ties the paper to the list: the first 12 digits of its SHA-256, by fours. */
export function shortCode(digest: string): string {
  return (digest.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join("-");
}

/** The box of a file, told apart from those of other fonds and inventories; empty where it stands in none. */
export function boxKey({ fondsId, inventory, box }: Pick<ArchiveFile, "fondsId" | "inventory" | "box">) {
  return box === "" ? "" : [fondsId, inventory, box].map(encodeURIComponent).join(":");
}

/** What a list amounts to; shelf metres are measured, not listed. */
export function countOf(list: readonly AttachedFile[], metres: number): HandoverCount {
  const sum = (of: (file: AttachedFile) => number) => list.reduce((total, file) => total + of(file), 0);
  return {
    boxes: new Set(list.map(boxKey).filter((key) => key !== "")).size,
    files: list.length,
    items: sum(({ items }) => items),
    leaves: sum(({ leaves }) => leaves),
    metres,
    objects: sum(({ objects }) => objects),
  };
}
