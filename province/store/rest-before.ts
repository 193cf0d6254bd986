/** When work that follows others is due: the first and the last of what came since it was last done, in milliseconds. */
export type Came = { first: number; last: number };

const quiet = 500;
const most = 30_000;

/**
 * Milliseconds until work that only follows others may begin: until nothing came for half a second, so that it takes no
 * time from who pushes, and at most half a minute after the first that waits for it.
 */
export function restBefore({ first, last }: Came, now: number): number {
  return Math.max(0, Math.min(last + quiet, first + most) - now);
}
