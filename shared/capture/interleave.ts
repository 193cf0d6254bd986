/**
 * The order in which two stacks make one document: of the pages as they stand, the first `fronts` are the fronts, the
 * rest the backs, from the last sheet up where `reversed`. Where one stack is longer, its last pages come at the end.
 */
export function interleave<Page>(pages: readonly Page[], fronts: number, reversed: boolean): Page[] {
  const front = pages.slice(0, fronts);
  const backs = pages.slice(fronts);
  if (reversed) backs.reverse();
  const order: Page[] = [];
  for (let sheet = 0; sheet < Math.max(front.length, backs.length); sheet += 1) {
    order.push(...front.slice(sheet, sheet + 1), ...backs.slice(sheet, sheet + 1));
  }
  return order;
}
