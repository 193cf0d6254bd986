import type { Report } from "#shared/archive/report.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { expect, test } from "vitest";
import { momentInVietnam } from "#shared/base/vietnam-time.ts";
import { dailyReport, rolledUpReport } from "#shared/forms/daily-report.ts";
import { drawList, planList } from "#shared/forms/lay-out-list.ts";
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
  const [progress, volume, groups] = dailyReport(report, "Huyện Tuy Phước", words);
  expect(progress?.rows.map(([place, name]) => [place, name])).toEqual([
    ["1", "52.550.21952"],
    ["2", "52.550.21955"],
    ["", "CỘNG"],
  ]);
  expect(progress?.groupRows).toBe(1);
  // Trang lũy kế, % trang: as text and as numbers.
  expect(progress?.rows[2]?.slice(7, 9)).toEqual(["400", "1"]);
  expect(progress?.figures?.[2]?.slice(7, 9)).toEqual([400, 1]);
  expect(progress?.totals.join("\n")).toContain("tài liệu rách, dính");
  expect(groups?.figures?.[2]?.slice(2)).toEqual([200, 0, 0, 0, 0, 200]);
  for (const list of [progress, volume, groups])
    for (const row of list?.rows ?? []) expect(row).toHaveLength(list?.columns.length ?? 0);
});

test("on paper it is signed once, under its first table, and no sum stands on a page alone with the signature", () => {
  const many = Array.from({ length: 14 }, (_, at) => rowOf(`52.550.${at}`, 300, 20));
  const lists = dailyReport(sampleReport("R", { rows: many, remark: "Thêm máy quét" }), "", words);
  const measure = (text: string, size: number) => text.length * size * 0.45;
  const sheets = lists.map((list) => [...drawList(planList(list, measure), measure)]);
  const said = sheets.map((pages) =>
    pages.map(({ marks }) => marks.map((mark) => (mark.kind === "text" ? mark.text : ""))),
  );
  expect(said.map((pages) => pages.flat().filter((text) => text === "(Ký và ghi rõ họ tên)").length)).toEqual(
    [1, 0, 0],
  );
  expect(said.map((pages) => pages.length)).toEqual([2, 1, 1]);
  for (const unit of ["52.550.12", "52.550.13", "CỘNG"]) expect(said[0]?.at(-1)).toContain(unit);
});

test("it has every column that a day's report is asked for, each with its own figure", () => {
  const row: ReportRow = {
    ...{ unit: "52.550", name: "UBND huyện", level: "district" },
    listed: { metres: 1.5, boxes: 2, files: 3, items: 4, leaves: 5, pages: 100 },
    handedOver: { files: 6, items: 0, pages: 8 },
    today: { files: 9, items: 10, pages: 11 },
    captured: { files: 12, items: 13, pages: 50 },
    ...{ checked: 15, returned: 16, confirmed: 17, signed: 18, packed: 19, sent: 20 },
    groups: [21, 22, 23, 24, 25],
  };
  const lists = dailyReport(sampleReport("R", { rows: [row] }), "", words);
  const said = Object.assign(
    {},
    ...lists.map(({ columns, rows: [first] }) =>
      Object.fromEntries(columns.map(({ heading }, at) => [heading, first?.[at]])),
    ),
  ) as object;
  expect(said).toEqual({
    ...{ STT: "1", "Đơn vị": "UBND huyện", Cấp: "Huyện" },
    ...{ "Danh mục: mét giá": "1,5", "Danh mục: hộp": "2", "Danh mục: hồ sơ": "3", "Danh mục: văn bản": "4" },
    ...{ "Danh mục: tờ": "5", "Danh mục: trang A4": "100" },
    ...{ "Đã giao: hồ sơ": "6", "Đã giao: trang A4": "8", "% hồ sơ đã giao": "200" },
    ...{ "Trong ngày: hồ sơ": "9", "Trong ngày: văn bản": "10", "Trong ngày: trang A4": "11" },
    ...{ "Lũy kế: hồ sơ": "12", "Lũy kế: văn bản": "13", "Lũy kế: trang A4": "50", "% trang": "50" },
    ...{ "Đã kiểm tra": "15", "Trả lại làm lại": "16", "Đủ dữ liệu": "17" },
    ...{ "Ký số": "18", "Đóng gói": "19", "Gửi tỉnh": "20" },
    ...{ "Quyết định": "21", "Kế hoạch": "22", "Báo cáo": "23", "Thường xuyên sử dụng": "24", Khác: "25" },
    Cộng: "115",
  });
});

test("it says what is left and wanted a day until each deadline that held when it was made", () => {
  const own = { ...rowOf("52.550", 300, 20), level: "district" } as const;
  const all = [own, ...rows];
  const left = (some: readonly ReportRow[]) =>
    some.reduce((sum, { listed, captured }) => sum + listed.pages - captured.pages, 0);
  const deadlines = [
    { of: "district", before: "2025-06-05" },
    { of: "all", before: "2025-06-20" },
  ] satisfies Report["deadlines"];
  const notes = (day: string, some = all) =>
    dailyReport(sampleReport("R", { rows: some, day, deadlines }), "", words)[0]?.totals.slice(-2);
  const number = (value: number) => value.toLocaleString("vi-VN");
  expect(notes("2025-05-20")).toEqual([
    `Thời hạn tài liệu cấp huyện, trước 05/06/2025: còn 16 ngày, còn ${number(left([own]))} trang A4, cần ${number(Math.ceil(left([own]) / 16))} trang mỗi ngày.`,
    `Thời hạn toàn bộ tài liệu, trước 20/06/2025: còn 31 ngày, còn ${number(left(all))} trang A4, cần ${number(Math.ceil(left(all) / 31))} trang mỗi ngày.`,
  ]);
  expect(notes("2025-06-05")?.[0]).toContain("đã hết hạn");
  expect(notes("2025-05-20", rows)?.[0]).toContain("đã số hóa xong theo danh mục");
  // What earlier versions made says none.
  expect(dailyReport(sampleReport("R", { rows }), "", words)[0]?.totals.join()).not.toContain("Thời hạn");
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
  const deadlines = [
    { of: "district", before: "2025-06-05" },
    { of: "all", before: "2025-06-20" },
  ] as const;
  const [progress] = rolledUpReport(rollUp(districts, arrived, firstDay, at(840)), words, deadlines);
  // That of the districts' own bodies cannot be told while one has not told which are its own.
  expect(progress?.totals.filter((line) => line.startsWith("Thời hạn"))).toEqual([
    expect.stringMatching(/^Thời hạn toàn bộ tài liệu, trước 20\/06\/2025: còn 35 ngày/),
  ]);
  expect(progress?.facts.join("\n")).toContain("Đã báo cáo: 2/11");
  expect(progress?.totals[0]).toMatch(/^Chưa báo cáo.*Huyện 3 \(chưa có số liệu\)/);
  expect(progress?.totals[1]).toBe("Báo cáo sau 13 giờ: Huyện 2.");
  expect(progress?.figures?.at(-1)?.[7]).toBe(800);
});
