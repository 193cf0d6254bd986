/** A page by its id, and its place in its item. */
export type Placed = { id: string; ordinal: number };

/** The greatest place that a page can have in its item. */
export const lastPlace = 99_999;

/** Pages of one item in their order; of two that two machines gave the same place, the lower id comes first. */
export function inPlaces<Page extends Placed>(pages: readonly Page[]): Page[] {
  return [...pages].sort((one, other) => one.ordinal - other.ordinal || (one.id < other.id ? -1 : 1));
}

/** Where `count` pages come to lie, and what becomes of the pages that are there. */
export type Room = { first: number; places: Placed[] };

/**
 * Makes room for pages before one of an item's pages, or behind them all where none (or one not there) is named. A
 * gap that was left for a page not scanned yet is kept. Answers only the pages whose place changes.
 */
export function makeRoom(pages: readonly Placed[], before: string | undefined, count: number): Room {
  const order = inPlaces(pages);
  const found = order.findIndex(({ id }) => id === before);
  const at = found < 0 ? order.length : found;
  const above = order[at - 1]?.ordinal ?? 0;
  const first = Math.max(above + 1, order[at]?.ordinal ?? above + 1);
  const behind = order.slice(at).map(({ id, ordinal }) => ({ id, ordinal: ordinal + count }));
  return { first, places: changed(pages, [...order.slice(0, at), ...strictly(behind, first + count)]) };
}

/** Closes the gaps that pages leave which go away; other gaps are kept. Answers the pages that move up. */
export function closeGaps(pages: readonly Placed[], gone: ReadonlySet<string>): Placed[] {
  let left = 0;
  const places: Placed[] = [];
  for (const { id, ordinal } of inPlaces(pages)) {
    if (gone.has(id)) left += 1;
    else places.push({ id, ordinal: ordinal - left });
  }
  return changed(pages, strictly(places, 1));
}

/**
 * Gives the places that an item's pages have to them in another order; a page not named keeps behind the one that it
 * stood behind. Answers only the pages whose place changes.
 */
export function giveOrder(pages: readonly Placed[], order: readonly string[]): Placed[] {
  const held = inPlaces(pages);
  const known = new Set(held.map(({ id }) => id));
  const sequence = [...new Set(order)].filter((id) => known.has(id));
  const named = new Set(sequence);
  for (const [at, { id }] of held.entries()) {
    if (named.has(id)) continue;
    const before = held[at - 1];
    sequence.splice(before ? sequence.indexOf(before.id) + 1 : 0, 0, id);
  }
  const places = sequence.map((id, at) => ({ id, ordinal: held[at]?.ordinal ?? at + 1 }));
  return changed(pages, strictly(places, 1));
}

/** Places that rise from page to page, from `least` on: two pages never share one. */
function strictly(places: readonly Placed[], least: number): Placed[] {
  let next = least;
  return places.map(({ id, ordinal }) => {
    const own = Math.max(next, ordinal);
    next = own + 1;
    return { id, ordinal: own };
  });
}

function changed(before: readonly Placed[], after: readonly Placed[]): Placed[] {
  const held = new Map(before.map(({ id, ordinal }) => [id, ordinal]));
  return after.filter(({ id, ordinal }) => held.get(id) !== ordinal);
}
