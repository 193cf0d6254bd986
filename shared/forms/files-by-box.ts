import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Box } from "#shared/archive/box.ts";
import { idOfBox } from "#shared/archive/box-id.ts";
import { placeOfBox } from "#shared/archive/box-place.ts";
import { byNumber, byPlace } from "#shared/forms/place-order.ts";

/** A box, the files in it in their order, and where it stands: as its files say, or its own record where they do not. */
export type FilledBox = { inventory: string; box: string; files: ArchiveFile[]; place: string };

/** The boxes that files stand in, in order of inventory and box; files in no box are in none. */
export function filesByBox(files: readonly ArchiveFile[], written: readonly Box[]): FilledBox[] {
  const places = new Map(written.map((box) => [box.id, placeOfBox(box)]));
  const boxes = new Map<string, FilledBox>();
  for (const file of files) {
    const { inventory, box } = file;
    if (box === "") continue;
    const key = JSON.stringify([inventory, box]);
    const held = boxes.get(key) ?? { inventory, box, files: [], place: "" };
    held.files.push(file);
    boxes.set(key, held);
  }
  for (const held of boxes.values()) {
    held.files.sort(byPlace);
    held.place = placeOfFiles(held.files, places);
  }
  return [...boxes.values()].sort(
    (one, other) => byNumber(one.inventory, other.inventory) || byNumber(one.box, other.box),
  );
}

/** Several places are named one by one. */
function placeOfFiles(files: readonly ArchiveFile[], places: ReadonlyMap<string, string>): string {
  const told = files.map(
    ({ location, fondsId, inventory, box: number }) =>
      location || (places.get(idOfBox({ fondsId, inventory, number })) ?? ""),
  );
  return [...new Set(told)].filter((place) => place !== "").join("; ");
}
