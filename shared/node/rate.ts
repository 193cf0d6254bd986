export type Rate = { device: number; stranger: number };

const span = 60_000;
const mostKeys = 10_000;

/** Counts requests in fixed windows of a minute; the figures are requests a window. */
export function countRequests(rate: Rate) {
  const windows = new Map<string, { since: number; count: number }>();
  const current = (key: string, now: number) => {
    const known = windows.get(key);
    if (known && now - known.since < span && now >= known.since) return known;
    // A flood of addresses must not fill the memory: the oldest counts go first.
    if (windows.size >= mostKeys) {
      const [oldest] = windows.keys();
      if (oldest !== undefined) windows.delete(oldest);
    }
    const fresh = { since: now, count: 0 };
    windows.delete(key);
    windows.set(key, fresh);
    return fresh;
  };
  const waitOf = (window: { since: number; count: number }, kind: keyof Rate, now: number) =>
    window.count > rate[kind] ? window.since + span - now : 0;
  return {
    /** Counts a request; answers how many milliseconds to wait where it is one too many, else 0. */
    add(key: string, kind: keyof Rate, now: number): number {
      const window = current(key, now);
      window.count += 1;
      return waitOf(window, kind, now);
    },
  };
}
