import { type Static, Type } from "typebox";

const minuteOfDay = Type.Integer({ minimum: 0, maximum: 1439 });

/**
 * When and how fast objects go to the province. Minutes count from midnight of the machine's own day; `from` equal to
 * `to` is the whole day, and a span may go over midnight. A rate of 0 is as fast as the line is.
 */
export const uploadPaceSchema = Type.Object({
  paused: Type.Boolean(),
  /** A line paid by the megabyte: only the words of pages go, never pictures or documents. */
  metered: Type.Boolean(),
  from: minuteOfDay,
  to: minuteOfDay,
  kilobytesPerSecond: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
});

export type UploadPace = Static<typeof uploadPaceSchema>;

export const usualPace: UploadPace = { paused: false, metered: false, from: 0, to: 0, kilobytesPerSecond: 0 };

/** Why not everything may go now. */
export const uploadLimits = ["none", "paused", "out-of-hours", "metered"] as const;

export type UploadLimit = (typeof uploadLimits)[number];

/** What holds uploads back at a minute of the day: all of them, or on a metered line all but words. */
export function limitOf(pace: UploadPace, minute: number): UploadLimit {
  if (pace.paused) return "paused";
  if (!isWithin(pace, minute)) return "out-of-hours";
  return pace.metered ? "metered" : "none";
}

/** Minutes until uploads may go by the hours; 0 within them. */
export function minutesUntilOpen(pace: UploadPace, minute: number): number {
  return isWithin(pace, minute) ? 0 : (pace.from - minute + 1440) % 1440;
}

function isWithin({ from, to }: UploadPace, minute: number): boolean {
  if (from === to) return true;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
