import type { Box } from "#shared/archive/box.ts";
import { idOfBox } from "#shared/archive/box-id.ts";
import { placeOfBox } from "#shared/archive/box-place.ts";
import { foldedWords } from "#shared/base/fold.ts";
import type { InventoryTree } from "#shared/contract/listing.ts";
import { byNumber } from "#shared/forms/place-order.ts";

/** A box as the screen lists it: what its files say, and what is written of it itself. */
export type BoxRow = {
  id: string;
  inventory: string;
  number: string;
  files: number;
  leaves: number;
  /** Where its files say that they stand. */
  told: readonly string[];
  box: Box | undefined;
};

/**
 * The boxes that the standing files of a fonds name, in the order of the tree; then those that are written of and
 * hold no file any more.
 */
export function joinBoxes(fondsId: string, tree: InventoryTree, boxes: readonly Box[]): BoxRow[] {
  const written = new Map(boxes.filter(isSaid).map((box) => [box.id, box]));
  const rows = tree.inventories.flatMap(({ inventory, boxes: named }) =>
    named
      .filter(({ box }) => box !== "")
      .map(({ box: number, files, leaves, locations }): BoxRow => {
        const id = idOfBox({ fondsId, inventory, number });
        return { id, inventory, number, files, leaves, told: locations, box: written.get(id) };
      }),
  );
  const listed = new Set(rows.map(({ id }) => id));
  const empty = [...written.values()]
    .filter(({ id }) => !listed.has(id))
    .map((box): BoxRow => {
      const { id, inventory, number } = box;
      return { id, inventory, number, files: 0, leaves: 0, told: [], box };
    });
  return [
    ...rows,
    ...empty.sort(
      (one, other) => byNumber(one.inventory, other.inventory) || byNumber(one.number, other.number),
    ),
  ];
}

/** Files of the fonds that name no box. */
export function filesInNone(tree: InventoryTree): number {
  const none = tree.inventories.flatMap(({ boxes }) => boxes.filter(({ box }) => box === ""));
  return none.reduce((sum, { files }) => sum + files, 0);
}

/** Whether neither the box nor any of its files says where it stands. */
export function isPlaceless({ box, told }: BoxRow): boolean {
  return placeOfBox(box) === "" && told.length === 0;
}

/** The rows that hold every word typed, accents and case aside: a number is met whole, so that 1 is not 12. */
export function narrowRows(rows: readonly BoxRow[], typed: string, placelessOnly: boolean): BoxRow[] {
  const asked = foldedWords(typed);
  return rows.filter((row) => {
    if (placelessOnly && !isPlaceless(row)) return false;
    const { number, inventory, told, box } = row;
    const held = foldedWords(
      ["hộp", number, "mục lục", inventory, placeOfBox(box), ...told, box?.note ?? ""].join(" "),
    );
    return asked.every((word) =>
      held.some((one) => (/^\d+$/.test(word) ? one === word : one.startsWith(word))),
    );
  });
}

function isSaid({ withdrawn, room, shelf, tier, condition, metres, note }: Box): boolean {
  return withdrawn === "" && (room + shelf + tier + condition + note !== "" || metres > 0);
}
