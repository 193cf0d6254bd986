import { expect, test } from "vitest";
import { momentInVietnam } from "#shared/base/vietnam-time.ts";
import { campaignOf, letterMilestones } from "#shared/rules/milestones.ts";
import { cameLate, reportDue, reportExpected, statedMoment } from "#shared/report/due.ts";

const day = "2025-05-20";
const at = (hour: number, minute: number) => momentInVietnam(day, hour * 60 + minute);

test("the report is asked for from 12:30 and late from 13:00", () => {
  expect(reportDue(at(12, 29), false)).toEqual({ state: "quiet", minutes: 31 });
  expect(reportDue(at(12, 30), false)).toEqual({ state: "soon", minutes: 30 });
  expect(reportDue(at(12, 59), false)).toEqual({ state: "soon", minutes: 1 });
  expect(reportDue(at(13, 0), false)).toEqual({ state: "late", minutes: 0 });
  expect(reportDue(at(15, 30), false)).toEqual({ state: "late", minutes: 150 });
  expect(reportDue(at(15, 30), true).state).toBe("done");
});

test("what reaches the province at 13:00 is in time, a moment after is late", () => {
  expect(cameLate(day, at(13, 0))).toBe(false);
  expect(cameLate(day, at(13, 0) + 1)).toBe(true);
});

test("a clock that is known to be a day wrong is set right first", () => {
  const dayAhead = 24 * 3_600_000;
  expect(statedMoment(at(12, 45) + dayAhead, dayAhead)).toEqual({
    day,
    asOf: new Date(at(12, 45)).toISOString(),
  });
  expect(reportDue(at(12, 40) + dayAhead + 600_000, false, dayAhead + 600_000)).toEqual({
    state: "soon",
    minutes: 20,
  });
});

test("midnight in Vietnam ends the day", () => {
  expect(statedMoment(at(23, 59)).day).toBe(day);
  expect(statedMoment(at(24, 0)).day).toBe("2025-05-21");
});

test("a report is looked for within the campaign, and where one was made in the week before", () => {
  const campaign = campaignOf(letterMilestones);
  expect(campaign).toEqual({ from: "2025-05-19", before: "2025-06-30" });
  expect(reportExpected("2025-05-18", [], campaign)).toBe(false);
  expect(reportExpected("2025-05-19", [], campaign)).toBe(true);
  expect(reportExpected("2025-06-29", [], campaign)).toBe(true);
  expect(reportExpected("2025-06-30", [], campaign)).toBe(false);
  expect(reportExpected("2025-07-06", ["2025-06-29"], campaign)).toBe(true);
  expect(reportExpected("2025-07-07", ["2025-06-29"], campaign)).toBe(false);
  expect(reportExpected("2025-07-07", ["2025-07-07"], campaign), "today's own does not ask for itself").toBe(
    false,
  );
});
