const day = 86_400_000;

/** Least number of backups that are kept, whatever is asked. */
export const leastGenerations = 3;

/**
 * True where a backup by itself is due: none was made for a day, or none since the daily hour last came (`turnAt`). All in
 * milliseconds; `lastAt` is 0 for never.
 */
export function isBackupDue(now: number, lastAt: number, turnAt: number): boolean {
  const elapsed = now - lastAt;
  // A clock that was set back must not stop the backups until it has caught up.
  return elapsed >= day || elapsed < 0 || lastAt < turnAt;
}

/**
 * The generations that may go, of all by their names (which sort by time): the newest `keep` stay, and those that
 * `stays` says so of, for instance the last one that was verified.
 */
export function generationsToDrop(
  names: readonly string[],
  keep: number,
  stays: (name: string) => boolean,
): string[] {
  const newestFirst = [...names].sort().reverse();
  return newestFirst.slice(Math.max(keep, leastGenerations)).filter((name) => !stays(name));
}
