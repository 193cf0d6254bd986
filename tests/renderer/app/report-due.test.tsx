import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { vi as all } from "#shared/text/vi.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { ReportDue } from "#renderer/app/report-due.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { sampleChecker } from "#tests/helpers/work.ts";

const words = all.reports;

function show(due: CallOutput<"reports.due">, at = "/", role = sampleChecker.role) {
  const asked: number[] = [];
  const { desk } = answeringDesk({
    "reports.due": () => {
      asked.push(1);
      return due;
    },
  });
  const profile = { ...sampleChecker, role };
  const shown = renderScreen(<ReportDue profile={profile} />, { desk, at });
  return { ...shown, asked };
}

it("tells of a report that is late, with the way to it", async () => {
  show({ state: "late", minutes: 75 });
  await screen.findByText(words.due.late("1 giờ 15 phút"));
  expect(screen.getByRole("link", { name: words.openDue }).getAttribute("href")).toBe("/reports");
  expect(await findBarriers()).toEqual([]);
});

it("says nothing while all is well", async () => {
  for (const state of ["quiet", "done"] as const) {
    const { asked, unmount } = show({ state, minutes: 90 });
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(screen.queryByRole("status")).toBeNull();
    unmount();
  }
});

it("is silent on the report's own screen, and to those who make no report", () => {
  const own = show({ state: "late", minutes: 5 }, "/reports");
  expect(screen.queryByRole("status")).toBeNull();
  own.unmount();
  const { asked } = show({ state: "late", minutes: 5 }, "/", "capture-operator");
  expect(screen.queryByRole("status")).toBeNull();
  expect(asked).toEqual([]);
});
