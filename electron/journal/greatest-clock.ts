import { type Clock, readClock } from "#shared/base/clock.ts";

const day = 86_400_000;
/** No machine that runs this app was made before; a clock that says so has lost its battery. */
const clocksLost = Date.UTC(2025, 0, 1);

/**
 * The latest of the clocks up to `latest` (milliseconds); texts that are no clock do not count, nor does a clock
 * beyond: one machine in the year 2035 must not draw all others after it. Edits of what it wrote come after it all
 * the same (see `editRecord`).
 */
export function greatestClock(clocks: Iterable<Clock>, floor: Clock, latest = Infinity): Clock {
  let greatest = floor;
  for (const clock of clocks) {
    if (clock <= greatest) continue;
    const read = readClock(clock);
    if (read && read.ms <= latest) greatest = clock;
  }
  return greatest;
}

/** The latest time that a machine whose clock says `now` believes: a day ahead, or any where its own clock is lost. */
export function latestSane(now: number): number {
  return now < clocksLost ? Infinity : now + day;
}
