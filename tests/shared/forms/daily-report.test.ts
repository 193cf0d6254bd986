import type { Report } from "#shared/archive/report.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { expect, test } from "vitest";
import { momentInVietnam } from "#shared/base/vietnam-time.ts";
import { dailyReport, rolledUpReport } from "#shared/forms/daily-report.ts";
import { rollUp } from "#shared/report/roll-up.ts";
import { sampleReport } from "#tests/helpers/sample-desk-records.ts";
import { districts, firstDay, reportOf, rowOf } from "#tests/shared/report/campaign.ts";

const words = {
  ...{ parent: "UBND huyện Tuy Phước", agency: "Phòng Nội vụ", place: "Tuy Phước", date: "2025-05-20" },
  ...{ preparer: "Lê Văn C", position: "", year: "" },
};
const rows = [rowOf("52.550.21952", 300, 20), rowOf("52.550.21955", 100, 0)];

test("a report on paper has a row a unit, numbered, and their sum, which is no unit", () => {
  const report = sampleReport("R", { rows, difficulties: ["paper-torn"], remark: "Thêm máy quét" });
  const [progress, groups] = dailyReport(report, "Huyện Tuy Phước", words);
  expect(progress?.rows.map(([place, name]) => [place, name])).toEqual([
    ["1", "52.550.21952"],
    ["2", "52.550.21955"],
    ["", "CỘNG"],
  ]);
  expect(progress?.groupRows).toBe(1);
  // Trang lũy kế, % trang: as text and as numbers.
  expect(progress?.rows[2]?.slice(12, 14)).toEqual(["400", "1"]);
  expect(progress?.figures?.[2]?.slice(12, 14)).toEqual([400, 1]);
  expect(progress?.totals.join("\n")).toContain("tài liệu rách, dính");
  expect(groups?.figures?.[2]?.slice(2)).toEqual([200, 0, 0, 0, 0, 200]);
  for (const list of [progress, groups])
    for (const row of list?.rows ?? []) expect(row).toHaveLength(list?.columns.length ?? 0);
});

test("says how many files are kept back for each reason, and of reports that do not know no number", () => {
  const totals = (difficulties: Report["difficulties"], held?: number[]) => {
    const some = rows.map((row, at) => (at < 2 && held ? { ...row, held } : row));
    return dailyReport(sampleReport("R", { rows: some, difficulties }), "", words)[0]?.totals.join("\n");
  };
  const codes = ["power-cut", "held-torn", "held-secret"] as const;
  expect(totals([...codes], [3, 0, 0, 1, 0, 0])).toContain(
    "mất điện; 6 hồ sơ giữ lại vì rách, mủn; 2 hồ sơ giữ lại vì có dấu độ mật.",
  );
  expect(totals([...codes])).toContain(
    "mất điện; hồ sơ giữ lại vì rách, mủn; hồ sơ giữ lại vì có dấu độ mật.",
  );
  expect(totalOf({ scope: "52.550", rows }).held).toBeUndefined();
});

test("its hour is Vietnam's, and a correction says that it is one and why", () => {
  const asOf = new Date(momentInVietnam("2025-05-20", 12 * 60 + 45)).toISOString();
  const facts = (version: number, reason: string) =>
    dailyReport(sampleReport("R", { rows, asOf, version, reason }), "", words)[0]?.facts.join("\n");
  expect(facts(1, "")).toContain("Số liệu đến 12 giờ 45 ngày 20/05/2025");
  expect(facts(1, "")).not.toContain("bản sửa");
  expect(facts(2, "Thiếu một hộp")).toContain("bản sửa lần 1 (Thiếu một hộp)");
});

test("the province's names who has not reported and who was late", () => {
  const at = (minute: number) => momentInVietnam(firstDay, minute);
  const [first, second] = districts.map(({ scope }) => scope);
  const arrived = [
    reportOf(first ?? "", firstDay, { version: 1, arrivedAt: at(770), rows }),
    reportOf(second ?? "", firstDay, { version: 1, arrivedAt: at(800), rows }),
  ];
  const [progress] = rolledUpReport(rollUp(districts, arrived, firstDay, at(840)), words);
  expect(progress?.facts.join("\n")).toContain("Đã báo cáo: 2/11");
  expect(progress?.totals[0]).toMatch(/^Chưa báo cáo.*Huyện 3 \(chưa có số liệu\)/);
  expect(progress?.totals[1]).toBe("Báo cáo sau 13 giờ: Huyện 2.");
  expect(progress?.figures?.at(-1)?.[12]).toBe(800);
});
