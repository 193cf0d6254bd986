/** Vietnam keeps one time, seven hours ahead of UTC, the whole year. */
const ahead = 7 * 3_600_000;
const dayLength = 86_400_000;

/** The day in Vietnam (`yyyy-mm-dd`) of a moment in milliseconds since 1970. */
export function dayInVietnam(ms: number): string {
  return new Date(ms + ahead).toISOString().slice(0, 10);
}

/** Minutes from midnight in Vietnam of a moment in milliseconds since 1970. */
export function minuteInVietnam(ms: number): number {
  return Math.floor((((ms + ahead) % dayLength) + dayLength) / 60_000) % 1440;
}

/** The moment, in milliseconds since 1970, of a day (`yyyy-mm-dd`) in Vietnam at some minutes from its midnight. */
export function momentInVietnam(day: string, minute: number): number {
  return Date.parse(`${day}T00:00:00.000Z`) - ahead + minute * 60_000;
}

/** The day some days after (before, where below zero) another, both `yyyy-mm-dd`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** How many days lie between two days, `yyyy-mm-dd`; below zero where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}
