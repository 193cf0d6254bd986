import { expect, test } from "vitest";
import { momentInVietnam } from "#shared/base/vietnam-time.ts";
import { reportHours } from "#shared/report/due.ts";
import { rollUp } from "#shared/report/roll-up.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { campaignDays, districts, firstDay, makeCampaign, reportOf, rowOf } from "./campaign.ts";

const at14 = (day: string) => momentInVietnam(day, reportHours.rolledUp);

test("each day of a campaign of 35 days is rolled up right at 14:00, however its reports came", () => {
  const seed = Number(process.env["MUCLUC_SEED"] ?? 851);
  for (let world = 0; world < 12; world += 1) {
    const { arrived, truth } = makeCampaign(seeded(seed + world));
    for (const day of campaignDays) {
      const rolled = rollUp(districts, arrived, day, at14(day));
      let pages = 0;
      let today = 0;
      for (const row of rolled.rows) {
        const right = truth.get(`${row.district} ${day}`);
        const where = `seed ${seed + world}, ${row.district} on ${day}`;
        expect(row.state, where).toBe(right?.state);
        expect(row.total.captured.pages, where).toBe(right?.pages);
        expect(row.total.today.pages, where).toBe(right?.today);
        pages += right?.pages ?? 0;
        today += right?.today ?? 0;
      }
      expect(rolled.total.captured.pages).toBe(pages);
      expect(rolled.total.today.pages).toBe(today);
    }
  }
});

const [first] = districts;
const district = first?.scope ?? "";
const one = [{ scope: district, name: "Huyện 1" }];
const at = (minute: number, day = firstDay) => momentInVietnam(day, minute);

test("of two reports of one version from two desks the one that came first counts, the other stands beside it", () => {
  const a = reportOf(district, firstDay, { version: 1, arrivedAt: at(770), rows: [rowOf("u", 100, 100)] });
  const b = reportOf(district, firstDay, {
    ...{ version: 1, arrivedAt: at(771), desk: "b", rows: [rowOf("u", 90, 90)] },
  });
  const [row] = rollUp(one, [b, a], firstDay, at14(firstDay)).rows;
  expect(row?.report?.id).toBe(a.id);
  expect(row?.beside.map(({ id }) => id)).toEqual([b.id]);
  const mended = reportOf(district, firstDay, {
    ...{ version: 2, arrivedAt: at(790), reason: "Gộp hai máy", rows: [rowOf("u", 190, 190)] },
  });
  const [settled] = rollUp(one, [mended, b, a], firstDay, at14(firstDay)).rows;
  expect(settled).toMatchObject({ beside: [], total: { captured: { pages: 190 } } });
});

test("a message counts until the report it stands for comes, and they are one", () => {
  const rows = [rowOf("u", 60, 60), rowOf("v", 40, 40)];
  const whole = reportOf(district, firstDay, { version: 1, arrivedAt: at(900), rows });
  const message = { ...whole, by: "message" as const, arrivedAt: at(775), rows: [rowOf(district, 100, 100)] };
  const [early] = rollUp(one, [message], firstDay, at14(firstDay)).rows;
  expect(early).toMatchObject({
    state: "reported",
    report: { by: "message" },
    total: { captured: { pages: 100 } },
  });
  const [later] = rollUp(one, [message, whole], firstDay, at(1000)).rows;
  expect(later).toMatchObject({ state: "reported", report: { by: "sync" }, beside: [] });
});

test("who has not reported keeps the totals of the last report, and nothing of the day", () => {
  const before = reportOf(district, firstDay, {
    version: 1,
    arrivedAt: at(770),
    rows: [rowOf("u", 100, 100)],
  });
  const next = campaignDays[1] ?? "";
  const [row] = rollUp(one, [before], next, at14(next)).rows;
  expect(row).toMatchObject({
    state: "missing",
    figuresOf: firstDay,
    total: { captured: { pages: 100 }, today: { pages: 0 } },
  });
  expect(rollUp(one, [], next, at14(next)).rows[0]).toMatchObject({ state: "missing", figuresOf: "" });
});

test("a correction of the day before is told with its reason and what it changed", () => {
  const next = campaignDays[1] ?? "";
  const sent = reportOf(district, firstDay, { version: 1, arrivedAt: at(770), rows: [rowOf("u", 100, 100)] });
  const mended = reportOf(district, firstDay, {
    ...{ version: 2, arrivedAt: at(480, next), reason: "Thiếu một hộp", rows: [rowOf("u", 130, 130)] },
  });
  expect(rollUp(one, [sent, mended], next, at14(next)).rows[0]?.corrected).toEqual([
    { day: firstDay, version: 2, reason: "Thiếu một hộp", pages: 130, was: 100 },
  ]);
});

test("figures that cannot be are found", () => {
  const next = campaignDays[1] ?? "";
  const sent = reportOf(district, firstDay, {
    version: 1,
    arrivedAt: at(770),
    rows: [rowOf("u", 1000, 1000)],
  });
  const shrunk = reportOf(district, next, {
    ...{ version: 1, arrivedAt: at(770, next), rows: [rowOf("u", 900, 30)] },
  });
  const codes = (report: typeof sent) =>
    rollUp(one, [sent, report], next, at14(next)).rows[0]?.findings.map(({ code }) => code);
  expect(codes(shrunk)).toContain("shrank");
  const jumped = reportOf(district, next, {
    ...{ version: 1, arrivedAt: at(770, next), rows: [rowOf("u", 9000, 8000)] },
  });
  expect(codes(jumped)).toEqual(["jumped"]);
  const other = reportOf(district, next, {
    ...{ version: 1, arrivedAt: at(770, next), rows: [rowOf("u", 1100, 90)] },
  });
  expect(codes(other)).toEqual(["day-differs"]);
  const right = reportOf(district, next, {
    ...{ version: 1, arrivedAt: at(770, next), rows: [rowOf("u", 1100, 100)] },
  });
  expect(codes(right)).toEqual([]);
});
