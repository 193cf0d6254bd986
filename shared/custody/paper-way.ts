import type { Custody } from "#shared/archive/custody.ts";

export type CustodyPoint = Custody["point"];

/** What is asked of an event to tell where paper is. */
export type PaperEvent = Pick<Custody, "id" | "point" | "at">;

/** Points at which paper lies where it belongs, or was given back; at the others it is on its way. */
const resting: readonly CustodyPoint[] = ["received", "back-in-box", "on-shelf", "returned"];

/** Points at which a file is out of its box: what happens to the box then does not move it. */
export const outOfBox: readonly CustodyPoint[] = [
  ...(["out-of-box", "unbound", "at-scanner", "rebound", "in-repair", "in-safe"] as const),
];

/** Whether paper whose last event this is is on its way: not where it belongs. */
export function isAway(event: PaperEvent | undefined): boolean {
  return event !== undefined && !resting.includes(event.point);
}

/** The event that happened last; of two of one moment the one whose id comes later. */
export function lastOf<Event extends PaperEvent>(events: readonly Event[]): Event | undefined {
  return events.reduce<Event | undefined>(
    (last, event) => (last && comesAfter(last, event) ? last : event),
    undefined,
  );
}

function comesAfter(one: PaperEvent, other: PaperEvent): boolean {
  return one.at === other.at ? one.id > other.id : one.at > other.at;
}

/**
 * Where a file is: where it was last seen itself while it is out of its box; else with its box, whatever was seen
 * later. A box has no box.
 */
export function whereNow<Event extends PaperEvent>(
  own: readonly Event[],
  box: readonly Event[],
): { event: Event; withBox: boolean } | undefined {
  const last = lastOf(own);
  const lastOfBox = lastOf(box);
  if (!lastOfBox) return last && { event: last, withBox: false };
  if (!last) return { event: lastOfBox, withBox: true };
  if (outOfBox.includes(last.point) || comesAfter(last, lastOfBox)) return { event: last, withBox: false };
  return { event: lastOfBox, withBox: true };
}
