/** A box or a file in the row of numbers of its fonds: its inventory list, the box a file lies in, its number as written. */
export type Numbered = { inventory: string; box: string; text: string };

/** Numbers of a row that nothing bears, both ends included. `inventory` and `box` are empty where the row crosses them. */
export type NumberGap = { inventory: string; box: string; from: number; to: number };

/** A gap wider than this is no gap: the numbers after it were counted anew, by a year or by another list. */
export const widestGap = 500;

/**
 * The numbers that lack within the rows of a fonds, between the first and the last of each: what comes before the first
 * may lie outside of the campaign. Whether numbers run on through the fonds or begin anew in each inventory list, and
 * of files in each box, is read off them: where at least half of the parts bear, for the most, numbers that another
 * part bears too, each part is a row of its own.
 */
export function numberGaps(placed: readonly Numbered[], byBox: boolean): NumberGap[] {
  const read = placed.flatMap((one) => {
    const number = numberOf(one.text);
    return number === undefined ? [] : [{ ...one, number }];
  });
  return rowsOf(read, byBox).flatMap(({ inventory, box, numbers }) =>
    gapsOf(numbers).map(([from, to]) => ({ inventory, box, from, to })),
  );
}

/** The one number in what a label says (`03`, `Hộp 3`, `HS-12`, `3a`); nothing where there is none or more than one. */
export function numberOf(text: string): number | undefined {
  const digits = /^[^\d]*0*(\d{1,9})\p{L}?\s*$/u.exec(text.normalize("NFC"))?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

type Read = Numbered & { number: number };
type Row = { inventory: string; box: string; numbers: number[] };

function rowsOf(read: readonly Read[], byBox: boolean): Row[] {
  const inventories = groupBy(read, ({ inventory }) => inventory);
  if (!beginAnew([...inventories.values()])) {
    const only = inventories.size === 1 ? (read[0]?.inventory ?? "") : "";
    return byBox ? rowsOfBoxes(only, read) : [{ inventory: only, box: "", numbers: read.map(numbered) }];
  }
  return [...inventories].flatMap(([inventory, own]) =>
    byBox ? rowsOfBoxes(inventory, own) : [{ inventory, box: "", numbers: own.map(numbered) }],
  );
}

function rowsOfBoxes(inventory: string, read: readonly Read[]): Row[] {
  const boxes = groupBy(read, (one) => JSON.stringify([one.inventory, one.box]));
  if (!beginAnew([...boxes.values()])) return [{ inventory, box: "", numbers: read.map(numbered) }];
  return [...boxes.values()].map((own) => ({
    ...{ inventory: own[0]?.inventory ?? "", box: own[0]?.box ?? "" },
    numbers: own.map(numbered),
  }));
}

/** Whether these parts each count from a beginning of their own. */
function beginAnew(parts: readonly (readonly Read[])[]): boolean {
  if (parts.length < 2) return false;
  const bearers = new Map<number, number>();
  const own = parts.map((part) => new Set(part.map(numbered)));
  for (const numbers of own)
    for (const number of numbers) bearers.set(number, (bearers.get(number) ?? 0) + 1);
  const shared = own.filter(
    (numbers) => [...numbers].filter((number) => (bearers.get(number) ?? 0) > 1).length * 2 >= numbers.size,
  );
  return shared.length * 2 >= parts.length;
}

function gapsOf(numbers: readonly number[]): [number, number][] {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  return sorted.flatMap((number, at): [number, number][] => {
    const last = sorted[at - 1];
    if (last === undefined || number === last + 1 || number - last - 1 > widestGap) return [];
    return [[last + 1, number - 1]];
  });
}

function numbered({ number }: Read): number {
  return number;
}

function groupBy(read: readonly Read[], key: (one: Read) => string): Map<string, Read[]> {
  const groups = new Map<string, Read[]>();
  for (const one of read) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
