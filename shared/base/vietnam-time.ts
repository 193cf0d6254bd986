import { dayNumber, dayOfNumber, readMoment, writeMoment } from "#shared/base/moment.ts";

/** Vietnam keeps one time, seven hours ahead of UTC, the whole year. */
const ahead = 7 * 3_600_000;
const dayLength = 86_400_000;

/** The day in Vietnam (`yyyy-mm-dd`) of a moment in milliseconds since 1970. */
export function dayInVietnam(ms: number): string {
  return dayOfNumber(Math.floor((ms + ahead) / dayLength));
}

/** The day in Vietnam (`yyyy-mm-dd`) of a moment in ISO 8601, UTC. */
export function dayOfMoment(moment: string): string {
  return dayInVietnam(readMoment(moment));
}

/** Minutes from midnight in Vietnam of a moment in milliseconds since 1970. */
export function minuteInVietnam(ms: number): number {
  return Math.floor((((ms + ahead) % dayLength) + dayLength) / 60_000) % 1440;
}

/** The moment, in milliseconds since 1970, of a day (`yyyy-mm-dd`) in Vietnam at some minutes from its midnight. */
export function momentInVietnam(day: string, minute: number): number {
  return dayNumber(day) * dayLength - ahead + minute * 60_000;
}

/** The day some days after (before, where below zero) another, both `yyyy-mm-dd`. */
export function dayAfter(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/** How many days lie between two days, `yyyy-mm-dd`; below zero where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** A moment in milliseconds since 1970 in ISO 8601 as a clock in Vietnam shows it: `2025-06-12T11:45:37.690+07:00`. */
export function momentTextInVietnam(ms: number): string {
  return writeMoment(ms + ahead).replace("Z", "+07:00");
}
