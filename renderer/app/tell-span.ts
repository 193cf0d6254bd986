import { partsOfSpan } from "#shared/base/clock-drift.ts";
import type { Words } from "#shared/text/vi.ts";

/** A time span in words, in days and hours or in hours and minutes. */
export function tellSpan(ms: number, words: Pick<Words["clock"], "days" | "hours" | "minutes">): string {
  const { days, hours, minutes } = partsOfSpan(ms);
  return [
    days > 0 ? words.days(days) : "",
    hours > 0 ? words.hours(hours) : "",
    minutes > 0 && days === 0 ? words.minutes(minutes) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
