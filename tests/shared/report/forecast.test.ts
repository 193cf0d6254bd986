import { expect, test } from "vitest";
import { capacity, forecast, needed, planLine } from "#shared/report/forecast.ts";

const plan = { pagesLeft: 9000, day: "2025-05-26", deadline: "2025-06-05" };
const history = [
  { day: "2025-05-19", pages: 5000 },
  { day: "2025-05-22", pages: 800 },
  { day: "2025-05-23", pages: 1000 },
  { day: "2025-05-24", pages: 0 },
  { day: "2025-05-25", pages: 1200 },
  { day: "2025-05-26", pages: 100 },
];

test("the rate is that of the last three days of work; today, which is not over, is left out", () => {
  expect(forecast(history, plan)).toEqual({
    rate: 1000,
    days: 3,
    daysLeft: 10,
    neededRate: 900,
    doneOn: "2025-06-03",
    inTime: true,
  });
});

test("a slower rate says the day and that it is too late", () => {
  expect(forecast(history, { ...plan, pagesLeft: 20_000 })).toMatchObject({
    doneOn: "2025-06-14",
    inTime: false,
    neededRate: 2000,
  });
});

test("the first day counts itself; without work there is no day", () => {
  expect(forecast([{ day: plan.day, pages: 300 }], plan)).toMatchObject({ rate: 300, days: 1 });
  expect(forecast([], plan)).toMatchObject({ rate: 0, doneOn: undefined, inTime: false });
});

test("nothing left is done today, and a deadline that has passed wants no rate", () => {
  expect(forecast([], { ...plan, pagesLeft: 0 })).toMatchObject({ doneOn: plan.day, inTime: true });
  expect(forecast(history, { ...plan, day: "2025-06-05" })).toMatchObject({
    daysLeft: 0,
    neededRate: undefined,
  });
});

test("what if: the smaller of scanners and people is what a day makes", () => {
  const tried = { scanners: 2, people: 4, hours: 8, pagesPerScanner: 100, pagesPerPerson: 30 };
  expect(capacity(tried)).toEqual({ pages: 960, limit: "people" });
  expect(capacity({ ...tried, people: 9 })).toEqual({ pages: 1600, limit: "scanners" });
  expect(needed(2000, tried)).toEqual({ scanners: 3, people: 9 });
});

test("the plan line climbs by the same number each day and ends the day before the deadline", () => {
  const line = planLine("2025-05-16", "2025-05-20", 1000);
  expect(line).toEqual([
    { day: "2025-05-16", pages: 250 },
    { day: "2025-05-17", pages: 500 },
    { day: "2025-05-18", pages: 750 },
    { day: "2025-05-19", pages: 1000 },
  ]);
  expect(planLine("2025-05-20", "2025-05-20", 1000)).toEqual([]);
});
