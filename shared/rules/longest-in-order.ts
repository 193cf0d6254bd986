/**
 * Places of one longest run of texts that never falls, anywhere in the list (patience sorting, n log n). What is not
 * among them is the fewest texts that break the order.
 */
export function longestInOrder(texts: readonly string[]): Set<number> {
  const tails: number[] = [];
  const before = new Array<number>(texts.length).fill(-1);
  for (const [place, text] of texts.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((texts[tails[middle] ?? -1] ?? "") <= text) low = middle + 1;
      else high = middle;
    }
    before[place] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = place;
  }
  const kept = new Set<number>();
  for (let place = tails.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) kept.add(place);
  return kept;
}
