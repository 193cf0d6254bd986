import { type Clock, readClock } from "#shared/base/clock.ts";

/** The latest of the clocks; texts that are no clock do not count. */
export function greatestClock(clocks: Iterable<Clock>, floor: Clock): Clock {
  let greatest = floor;
  for (const clock of clocks) if (clock > greatest && readClock(clock)) greatest = clock;
  return greatest;
}
