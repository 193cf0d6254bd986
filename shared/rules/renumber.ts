import type { Item } from "#shared/archive/item.ts";
import { readLeaves, writeLeaves } from "#shared/archive/leaf-span.ts";
import { wholeNumber } from "./number-series.ts";

/** One change of a renumbering, to be shown before it is made. */
export type Renumbering<Value> = { id: string; from: Value; to: Value };

/** `place`: as they lie now; `number`: by document number, then date (the rule of cataloguers); `date`: then number. */
export const fileOrders = ["place", "number", "date"] as const;
export type FileOrder = (typeof fileOrders)[number];

/** Above every number that is one. */
const unnumbered = 1e9;

type Placed = Pick<Item, "id" | "ordinal" | "number" | "issuedDate">;

/** Items of a file in an order; those without a number or date keep their place at the end, as they lie. */
export function orderItems<Kind extends Placed>(items: readonly Kind[], order: FileOrder): Kind[] {
  const byPlace = (a: Placed, b: Placed) => a.ordinal - b.ordinal || compare(a.id, b.id);
  const byNumber = (a: Placed, b: Placed) =>
    (wholeNumber(a.number) ?? unnumbered) - (wholeNumber(b.number) ?? unnumbered);
  const byDate = (a: Placed, b: Placed) => compare(a.issuedDate || "~", b.issuedDate || "~");
  const steps = {
    place: [byPlace],
    number: [byNumber, byDate, byPlace],
    date: [byDate, byNumber, byPlace],
  }[order];
  return [...items].sort((a, b) => steps.reduce((met, step) => met || step(a, b), 0));
}

/** Ordinals from 1 without a gap, in an order; only what changes. */
export function renumberOrdinals(items: readonly Placed[], order: FileOrder): Renumbering<number>[] {
  return orderItems(items, order).flatMap(({ id, ordinal }, index) =>
    ordinal === index + 1 ? [] : [{ id, from: ordinal, to: index + 1 }],
  );
}

/**
 * Leaves that run on from 1 through the items as they lie, each keeping how many it has; only what changes. `unknown`
 * are the items whose leaves do not read: they stop the renumbering, for all behind them would be wrong.
 */
export function renumberLeaves(items: readonly (Placed & Pick<Item, "leaves">)[]): {
  changes: Renumbering<string>[];
  unknown: string[];
} {
  const unknown: string[] = [];
  const changes: Renumbering<string>[] = [];
  let next = 1;
  for (const { id, leaves } of orderItems(items, "place")) {
    const span = readLeaves(leaves);
    if (!span) {
      unknown.push(id);
      continue;
    }
    const to = writeLeaves([next, next + span[1] - span[0]]);
    next += span[1] - span[0] + 1;
    if (to !== leaves) changes.push({ id, from: leaves, to });
  }
  return unknown.length > 0 ? { changes: [], unknown } : { changes, unknown };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
