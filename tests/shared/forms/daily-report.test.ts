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
