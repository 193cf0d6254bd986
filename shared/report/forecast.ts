import { dayAfter, daysBetween } from "#shared/base/vietnam-time.ts";

/** Pages captured in a day, A4 equivalents. */
export type DayOfWork = { day: string; pages: number };

/** What work is left and by when. */
export type Plan = { pagesLeft: number; day: string; deadline: string };

export type Forecast = {
  /** Pages a day, the mean of the last days on which work was done; 0 where there was none. */
  rate: number;
  /** How many days the mean is of. */
  days: number;
  /** Days of work until the deadline, today and the day before it included; 0 once it has passed. */
  daysLeft: number;
  /** Pages a day that the deadline wants; nothing where no day is left. */
  neededRate: number | undefined;
  /** The day on which the last page is captured at this rate; nothing where there is no rate. */
  doneOn: string | undefined;
  inTime: boolean;
};

/** Days on which work was done that the rate is the mean of. */
const rateDays = 3;

/**
 * How the work will go on at the rate of the last three days on which pages were captured; the present day, which is
 * not over, is not one of them unless there is no other. The deadline is the day before which all must be done.
 */
export function forecast(history: readonly DayOfWork[], plan: Plan): Forecast {
  const worked = history
    .filter(({ day, pages }) => pages > 0 && day <= plan.day)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const over = worked.filter(({ day }) => day < plan.day);
  const counted = (over.length > 0 ? over : worked).slice(-rateDays);
  const rate = counted.length === 0 ? 0 : counted.reduce((sum, { pages }) => sum + pages, 0) / counted.length;
  const daysLeft = Math.max(0, daysBetween(plan.day, plan.deadline));
  const more = rate > 0 ? Math.ceil(plan.pagesLeft / rate) : undefined;
  const doneOn =
    plan.pagesLeft === 0 ? plan.day : more === undefined ? undefined : dayAfter(plan.day, more - 1);
  return {
    rate,
    days: counted.length,
    daysLeft,
    neededRate: daysLeft === 0 ? undefined : plan.pagesLeft / daysLeft,
    doneOn,
    inTime: doneOn !== undefined && doneOn < plan.deadline,
  };
}

/** What a person tries: how many scanners and people, hours a day, and how many pages each makes in an hour. */
export type Resources = {
  scanners: number;
  people: number;
  hours: number;
  pagesPerScanner: number;
  pagesPerPerson: number;
};

/** Pages a day that resources can make, and which of the two holds the other up. */
export function capacity(with_: Resources): { pages: number; limit: "scanners" | "people" } {
  const scanned = with_.scanners * with_.hours * with_.pagesPerScanner;
  const handled = with_.people * with_.hours * with_.pagesPerPerson;
  return scanned < handled ? { pages: scanned, limit: "scanners" } : { pages: handled, limit: "people" };
}

/** The scanners and people that a rate of pages a day needs, at the hours and the speed tried. */
export function needed(rate: number, with_: Resources): { scanners: number; people: number } {
  const count = (each: number) => (each * with_.hours > 0 ? Math.ceil(rate / (each * with_.hours)) : 0);
  return { scanners: count(with_.pagesPerScanner), people: count(with_.pagesPerPerson) };
}

/**
 * The plan line: how many of all pages should be captured at the end of each day from the first of the campaign until
 * the day before its deadline, the same number each day.
 */
export function planLine(first: string, deadline: string, pages: number): DayOfWork[] {
  const days = daysBetween(first, deadline);
  return Array.from({ length: Math.max(0, days) }, (_, at) => ({
    day: dayAfter(first, at),
    pages: Math.round((pages * (at + 1)) / days),
  }));
}
