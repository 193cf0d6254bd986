/**
 * A moment on one device, as text that sorts by time: milliseconds (9 digits, base 36), a count within the
 * millisecond (4 digits), and the device. A hybrid logical clock: it follows the wall clock, never goes back, and
 * is always later than every clock the device has seen.
 */
export type Clock = string;

export type ClockState = { ms: number; count: number };

export const clockZero: ClockState = { ms: 0, count: 0 };

const countLimit = 36 ** 4 - 1;

/** The state after one more event at wall time `now` (milliseconds); works with a wall clock set back. */
export function tickClock(state: ClockState, now: number): ClockState {
  const ms = Math.floor(now);
  if (ms > state.ms) return { ms, count: 0 };
  return state.count < countLimit ? { ms: state.ms, count: state.count + 1 } : { ms: state.ms + 1, count: 0 };
}

/** The state after reading another device's clock: later events here come after it. */
export function seeClock(state: ClockState, clock: Clock): ClockState {
  const seen = readClock(clock);
  if (!seen) return state;
  const later = seen.ms > state.ms || (seen.ms === state.ms && seen.count > state.count);
  return later ? seen : state;
}

export function writeClock(state: ClockState, device: string): Clock {
  return `${state.ms.toString(36).padStart(9, "0")}${state.count.toString(36).padStart(4, "0")}-${device}`;
}

/** The time in a clock, or nothing where the text is no clock. */
export function readClock(clock: Clock): ClockState | undefined {
  if (!/^[0-9a-z]{13}-/.test(clock)) return undefined;
  return { ms: Number.parseInt(clock.slice(0, 9), 36), count: Number.parseInt(clock.slice(9, 13), 36) };
}

/** The clock, or where one of those seen is later the first moment of the same device after all of them. */
export function clockAfter(clock: Clock, seen: readonly Clock[]): Clock {
  const later = seen.filter((other) => other > clock && readClock(other));
  if (later.length === 0) return clock;
  return writeClock(tickClock(later.reduce(seeClock, clockZero), 0), clock.slice(14));
}

/** The device in a clock, without the mark of the part of it that wrote (`.s` the screen, `.d` the desk). */
export function deviceOfClock(clock: Clock): string {
  return clock.slice(14).replace(/\.[sd]$/, "");
}

/** The clock of each of the given fields. `clocks` names those that differ from its `*`. */
export function unpackClocks(
  clocks: Readonly<Record<string, Clock>>,
  fields: readonly string[],
): Map<string, Clock> {
  const base = clocks["*"] ?? "";
  const full = new Map<string, Clock>();
  for (const field of fields) {
    if (field !== "id" && field !== "clocks") full.set(field, clocks[field] ?? base);
  }
  return full;
}

/** The one short form of a record's clocks: `*` is the earliest of them, the others are named. */
export function packClocks(full: ReadonlyMap<string, Clock>): Record<string, Clock> {
  let base: Clock | undefined;
  for (const clock of full.values()) if (base === undefined || clock < base) base = clock;
  const packed: Record<string, Clock> = { "*": base ?? "" };
  for (const field of [...full.keys()].sort()) {
    const clock = full.get(field);
    if (clock !== undefined && clock !== base) packed[field] = clock;
  }
  return packed;
}
