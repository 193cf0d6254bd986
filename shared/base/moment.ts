const dayLength = 86_400_000;

/** Days from 1 January 1970 to a day (`yyyy-mm-dd`) of the Gregorian calendar; below zero before it. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const shifted = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    inYear -
    719_468
  );
}

/** The day (`yyyy-mm-dd`) some days from 1 January 1970. */
export function dayOfNumber(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const inCalendar = month < 10 ? month + 3 : month - 9;
  const year = yearInEra + era * 400 + (inCalendar <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(inCalendar, 2)}-${padded(date, 2)}`;
}

/** Whether a text is a day of the calendar, `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOfNumber(dayNumber(text)) === text;
}

/** A moment in milliseconds since 1970 as ISO 8601 in UTC, to the millisecond. */
export function writeMoment(ms: number): string {
  const days = Math.floor(ms / dayLength);
  const rest = ms - days * dayLength;
  const time = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60];
  return `${dayOfNumber(days)}T${time.map((part) => padded(part, 2)).join(":")}.${padded(rest % 1000, 3)}Z`;
}

/** Milliseconds since 1970 of a moment as `writeMoment` writes it; `NaN` for anything else. */
export function readMoment(text: string): number {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?Z$/.exec(text);
  if (!parts) return Number.NaN;
  const [, day = "", hours, minutes, seconds, ms = "0"] = parts;
  const inDay = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(ms);
  return dayNumber(day) * dayLength + inDay;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
