/** Where the pages behind a separator are: an item's; some item's of a file, to be said by a person; or nobody's. */
export type Belonging = { kind: "item" | "file"; id: string } | { kind: "nowhere" };

export const nowhere: Belonging = { kind: "nowhere" };

export const sheetRefusals = [
  "",
  "damaged",
  "two-codes",
  "unknown",
  "withdrawn",
  "other-unit",
  "other-batch",
] as const;

/** Why a separator is not followed; empty where it is. */
export type SheetRefusal = (typeof sheetRefusals)[number];

/** A separator as it was understood: where the pages behind it are, or why that is not to be had of it. */
export type Sheet = { to: Belonging; refusal: SheetRefusal };

/** Pages of an object that lie together and belong together, from one (counted from 0) on. */
export type Part = { first: number; pages: number; to: Belonging };

/** An object parted at its separators: pages that belong together, the separators, and where the next page is. */
export type Parted = { parts: Part[]; sheets: (Sheet & { page: number })[]; after: Belonging };

/**
 * Parts an object's pages at the separators among them; `before` is what the pages before this object ended with.
 * A separator is no page of anything. One that is refused ends what was before it all the same: the pages behind it
 * are nobody's, and never the item's before.
 */
export function partStack(pages: readonly (Sheet | undefined)[], before: Belonging): Parted {
  const parted: Parted = { parts: [], sheets: [], after: before };
  for (const [page, sheet] of pages.entries()) {
    if (sheet) {
      parted.sheets.push({ ...sheet, page });
      parted.after = sheet.refusal === "" ? sheet.to : nowhere;
      continue;
    }
    const last = parted.parts.at(-1);
    if (last && last.to === parted.after && last.first + last.pages === page) last.pages += 1;
    else parted.parts.push({ first: page, pages: 1, to: parted.after });
  }
  return parted;
}
