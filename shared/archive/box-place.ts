import type { Box } from "#shared/archive/box.ts";

/** What a room, a shelf and a tier are called, as within a sentence: `kho`, `giá`, `tầng`. */
export type PlaceNames = { room: string; shelf: string; tier: string };

const official: PlaceNames = { room: "kho", shelf: "giá", tier: "tầng" };

/** Where a box stands, in one line: `Kho 2, giá 14, ngăn 3`; empty where nothing is said of it. */
export function placeOfBox(
  box: Pick<Box, keyof PlaceNames | "withdrawn"> | undefined,
  names: PlaceNames = official,
): string {
  if (!box || box.withdrawn !== "") return "";
  const parts = (["room", "shelf", "tier"] as const).flatMap((part) =>
    box[part] === "" ? [] : [named(box[part], names[part])],
  );
  const line = parts.join(", ");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** A bare number or letter gets its name before it; what says a word of its own (`Ngăn 3`) stands as it is. */
function named(text: string, name: string): string {
  return /\p{L}{2}/u.test(text) ? text : `${name} ${text}`;
}
