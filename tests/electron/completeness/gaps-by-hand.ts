import type { Records } from "#shared/archive/collections.ts";
import type { GapKind } from "#shared/completeness/gap.ts";
import { readLeaves } from "#shared/archive/leaf-span.ts";
import type { Held } from "#tests/electron/report/count-by-hand.ts";

const standing = <Kind extends { withdrawn: string }>(records: readonly Kind[]) =>
  records.filter(({ withdrawn }) => withdrawn === "");

/**
 * The numbers that lack among some files, number by number: a second count in its own words. Each is written
 * `<fonds or file>/<inventory>/<box>/<number>`.
 */
export function gapsByHand(held: Held, files: readonly Records["files"][], kind: GapKind): string[] {
  const lacking: string[] = [];
  if (kind === "leaf") {
    for (const file of files) {
      const claimed = new Set<number>();
      for (const { leaves } of standing(held.items).filter(({ fileId }) => fileId === file.id)) {
        const [first, last] = readLeaves(leaves) ?? [1, 0];
        for (let leaf = first; leaf <= last; leaf += 1) claimed.add(leaf);
      }
      if (claimed.size === 0) continue;
      for (let leaf = 1; leaf <= Math.max(...claimed); leaf += 1)
        if (!claimed.has(leaf)) lacking.push(`${file.id}///${leaf}`);
    }
    return lacking.sort();
  }
  for (const fondsId of new Set(files.map((file) => file.fondsId))) {
    const rows: { inventory: string; box: string; number: number }[] = files
      .filter((file) => file.fondsId === fondsId)
      .map(({ inventory, box, notation }) => ({
        ...{ inventory, box: kind === "file" ? box : "" },
        number: Number(kind === "file" ? notation : box),
      }));
    if (kind === "box")
      for (const box of standing(held.boxes).filter((one) => one.fondsId === fondsId))
        rows.push({ inventory: box.inventory, box: "", number: Number(box.number.replace(/\D/g, "")) });
    const told = rows.filter(({ number }) => number > 0);
    for (const [inventory, box, own] of split(told, kind === "file"))
      for (let number = 1; number < Math.max(0, ...own); number += 1)
        if (number > Math.min(...own) && !own.includes(number))
          lacking.push(`${fondsId}/${inventory}/${box}/${number}`);
  }
  return lacking.sort();
}

type Told = { inventory: string; box: string; number: number };

/** The rows that numbers run in, by asking of every part of how many of its numbers another part has too. */
function split(told: readonly Told[], byBox: boolean): [string, string, number[]][] {
  const apart = (parts: string[], of: (one: Told) => string) =>
    parts.length > 1 &&
    parts.filter((part) => {
      const own = [...new Set(told.filter((one) => of(one) === part).map(({ number }) => number))];
      const twice = own.filter((number) => told.some((one) => of(one) !== part && one.number === number));
      return twice.length >= own.length - twice.length;
    }).length *
      2 >=
      parts.length;
  const parts = (of: (one: Told) => string) => [...new Set(told.map(of))];
  const inventories = parts(({ inventory }) => inventory);
  if (inventories.length > 1 && apart(inventories, ({ inventory }) => inventory))
    return inventories.flatMap((inventory) =>
      split(
        told.filter((one) => one.inventory === inventory),
        byBox,
      ),
    );
  const name = inventories.length === 1 ? (inventories[0] ?? "") : "";
  const boxOf = ({ inventory, box }: Told) => `${inventory}\n${box}`;
  const boxes = parts(boxOf);
  if (byBox && apart(boxes, boxOf))
    return boxes.map((part) => {
      const own = told.filter((one) => boxOf(one) === part);
      return [own[0]?.inventory ?? "", own[0]?.box ?? "", own.map(({ number }) => number)];
    });
  return [[name, "", told.map(({ number }) => number)]];
}
