import { expect, it } from "vitest";
import { oddRetentions, suggestRetention } from "#shared/rules/retention.ts";

const old = "Thông tư 09/2011/TT-BNV";
const later = "Thông tư 10/2022/TT-BNV";

it.each([
  ["Tập lưu quyết định cá biệt năm 2016", "2016-12-31", "01", 0, old],
  ["Hồ sơ xây dựng, ban hành quy chế làm việc", "2016", "01", 0, old],
  ["Báo cáo tổng kết công tác năm 2016", "2016-12", "01", 0, old],
  ["Kế hoạch phát triển kinh tế - xã hội năm 2017", "2017", "01", 0, old],
  ["Báo cáo 6 tháng đầu năm 2016", "2016", "05", 0, old],
  ["Báo cáo tháng 3 năm 2016", "2016", "06", 0, old],
  ["Báo cáo đột xuất về tình hình bão lụt năm 2016", "2016", "06", 0, old],
  ["Sổ đăng ký công văn đến năm 2015", "2015", "05", 0, old],
  ["Tập lưu công văn đi năm 2016", "2016", "03", 0, old],
  ["Báo cáo tổng kết công tác năm 2016", "", "01", 0, old],
  ["Hồ sơ quy hoạch cán bộ", "2023-02-15", "06", 0, later],
  ["Phiếu lấy ý kiến quy hoạch cán bộ", "2024", "07", 5, later],
  ["Hồ sơ dự thầu không trúng thầu", "2024", "07", 5, later],
  ["Báo cáo tổng kết công tác năm 2024", "2024-12-31", "01", 0, old],
])("%s (ended %s) is suggested %s", (title, endDate, code, years, source) => {
  expect(suggestRetention({ title, endDate })).toMatchObject({ code, years, source });
});

it("nothing is suggested where no line of a schedule fits", () => {
  expect(suggestRetention({ title: "Hồ sơ địa chính thôn Kim Tây", endDate: "2016" })).toBeUndefined();
});

it("the type of a document counts as a word of it, and decisions are kept for ever", () => {
  const plan = { title: "Phát triển kinh tế - xã hội năm 2017", endDate: "2017" };
  expect(suggestRetention(plan)).toBeUndefined();
  expect(suggestRetention({ ...plan, type: "10" })?.code).toBe("01");
  const decision = suggestRetention({ title: "V/v giao đất ở", endDate: "2016", type: "02" });
  expect(decision?.code).toBe("01");
  expect(decision?.basis).toMatch(/vĩnh viễn$/);
});

it("files of another class are told among files that are mostly permanent", () => {
  const files = (["01", "01", "02", "", "01"] as const).map((retention, index) => ({
    id: `f${String(index)}`,
    retention,
  }));
  expect(oddRetentions(files)).toEqual(["f2"]);
  expect(oddRetentions(files.slice(1, 3))).toEqual([]);
});
