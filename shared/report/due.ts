import { writeMoment } from "#shared/base/moment.ts";
import { dayAfter, dayInVietnam, minuteInVietnam, momentInVietnam } from "#shared/base/vietnam-time.ts";

/** Minutes from midnight: when the district is reminded, when its report is due, and when the province's is. */
export const reportHours = { reminded: 12 * 60 + 30, stated: 12 * 60 + 45, due: 13 * 60, rolledUp: 14 * 60 };

/** `quiet`: before the reminder; `soon`: until the hour; `late`: after it; `done`: it was made. */
export type ReportDue = { state: "quiet" | "soon" | "late" | "done"; minutes: number };

/**
 * How a day's report stands at a moment (milliseconds since 1970): `minutes` are those left until 13:00, or gone by
 * since. A clock that is known to be wrong is set right first by `drift`, how far it is ahead.
 */
export function reportDue(now: number, made: boolean, drift = 0): ReportDue {
  const minutes = reportHours.due - minuteInVietnam(now - drift);
  if (made) return { state: "done", minutes };
  if (minutes <= 0) return { state: "late", minutes: Math.abs(minutes) };
  return { state: minutes <= reportHours.due - reportHours.reminded ? "soon" : "quiet", minutes };
}

/** How long a district that reported is taken to go on reporting, in days. */
const habit = 7;

/**
 * Whether a report is looked for on a day (all days `yyyy-mm-dd`): within a campaign, its last day not included, or
 * where one was made in the week before. So an archive whose campaign is long over is not told that it is late.
 */
export function reportExpected(
  day: string,
  reported: Iterable<string>,
  campaign: { from: string; before: string },
): boolean {
  if (day >= campaign.from && day < campaign.before) return true;
  const since = dayAfter(day, -habit);
  for (const one of reported) if (one >= since && one < day) return true;
  return false;
}

/**
 * The day and the hour that figures counted now are stated for: now, set right by `drift`, to the minute. Figures of a
 * clock a day wrong are so of the right day wherever the province was heard at least once.
 */
export function statedMoment(now: number, drift = 0): { day: string; asOf: string } {
  const right = Math.floor((now - drift) / 60_000) * 60_000;
  return { day: dayInVietnam(right), asOf: writeMoment(right) };
}

/** Whether something that came at a moment was late for the report of a day. */
export function cameLate(day: string, at: number): boolean {
  return at > momentInVietnam(day, reportHours.due);
}
