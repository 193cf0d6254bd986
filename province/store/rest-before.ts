/** When work that follows others is due: the first and the last of what came since it was last done, in milliseconds. */
export type Came = { first: number; last: number };

/** How what is done in slices goes on: it stops where it is told to, and rests between them while somebody sends. */
export type Pace = { isStopped: () => boolean; between: () => Promise<void> };

const quiet = 500;
const most = 30_000;

/**
 * Milliseconds until work that only follows others may begin: until nothing came for half a second, so that it takes no
 * time from who pushes, and at most half a minute after the first that waits for it.
 */
export function restBefore({ first, last }: Came, now: number): number {
  return Math.max(0, Math.min(last + quiet, first + most) - now);
}

/**
 * Milliseconds to rest after a slice that took so many: while something still comes, three times as long, so that what
 * only follows takes a quarter of the time at most; none once it is quiet.
 */
export function restBetween(lastCame: number, now: number, took: number): number {
  return now - lastCame < quiet ? 3 * took : 0;
}
