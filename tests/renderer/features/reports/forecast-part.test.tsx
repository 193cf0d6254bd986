import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { ReportDraft } from "#shared/contract/reports.ts";
import { blankRow } from "#shared/report/sum-rows.ts";
import type { Milestones } from "#shared/rules/milestones.ts";
import { vi } from "#shared/text/vi.ts";
import { ForecastPart } from "#renderer/features/reports/forecast-part.tsx";
import { answeringDesk, renderScreen, sampleSession } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const words = vi.reports.forecast;
const row = blankRow({ unit: "52.550.21952", name: "Thị trấn Tuy Phước", level: "commune" });
const day = "2026-10-01";
const draft: ReportDraft = {
  ...{ scope: "52.550", day, asOf: `${day}T05:45:00.000Z`, atSeq: 1, heardAt: "", defects: [] },
  rows: [{ ...row, listed: { ...row.listed, pages: 5000 }, captured: { ...row.captured, pages: 1000 } }],
  ...{ made: [], due: { state: "quiet", minutes: 15 }, findings: [] },
  history: [{ day: "2026-09-30", pages: 100 }],
};

async function show(milestones: Milestones, shown = draft) {
  const work = await openWork(sampleChecker);
  const session = sampleSession(work);
  const rules = { ...session.rules, data: { ...session.rules.data, milestones } };
  const { desk } = answeringDesk({ "session.read": () => ({ ...session, rules }) });
  renderScreen(<ForecastPart draft={shown} />, { work, desk, session: { ...session, rules } });
}

it("reckons to the days of the campaign in force, and offers only those it has", async () => {
  const before = "2026-11-10";
  await show({ source: "Kế hoạch khác", milestones: [{ name: "communeDocuments", before, roles: [] }] });
  await screen.findByText(words.milestones.communeDocuments("10/11/2026"));
  expect(screen.getAllByRole("radio")).toHaveLength(1);
  screen.getByText(words.left("4.000"));
  // 40 days from the first of October on: a hundred pages a day.
  screen.getByText(words.needed("100", 40));
  screen.getByText(words.inTime);
});

it("calls nothing late of which nothing is left, also once the day has passed", async () => {
  const before = "2026-06-20";
  const done = draft.rows.map((one) => ({ ...one, captured: { ...one.captured, pages: 5000 } }));
  const milestones: Milestones["milestones"] = [{ name: "communeDocuments", before, roles: [] }];
  await show({ source: "Kế hoạch khác", milestones }, { ...draft, rows: done });
  await screen.findByText(words.none);
  for (const said of [words.over, words.late]) expect(screen.queryByText(said)).toBeNull();
});

it("says so where the rules set no day", async () => {
  await show({ source: "Kế hoạch khác", milestones: [] });
  await screen.findByText(words.noMilestone);
});
