/** From here on a difference of clocks is shown to people, in milliseconds. */
export const shownDrift = 2 * 60_000;

/** How far a machine's clock is ahead of the province's (below zero: behind), and when that was measured (ISO 8601). */
export type MeasuredClock = { aheadMs: number; at: string };

/** Whether a clock is so far off that people are told. */
export function isOff(aheadMs: number): boolean {
  return Math.abs(aheadMs) > shownDrift;
}

/** A round trip longer than this says too little about the time, in milliseconds. */
const longestTrip = 30_000;

/**
 * How many milliseconds this machine's clock is ahead of another's (below zero: behind), by an answer that names the
 * other's time, cut to the second (`NaN` where it names none). Half of the round trip is taken off; nothing where the answer says no time or took long.
 */
export function driftOf(named: number, sentAt: number, gotAt: number): number | undefined {
  const trip = gotAt - sentAt;
  if (Number.isNaN(named) || trip < 0 || trip > longestTrip) return undefined;
  return Math.round(sentAt + trip / 2 - (named + 500));
}

/** A time span in whole days, hours and minutes. */
export function partsOfSpan(ms: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}
