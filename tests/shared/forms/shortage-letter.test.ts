import { expect, test } from "vitest";
import { type Lack, lackCodes } from "#shared/archive/lack.ts";
import { shortageLetter, shortagesOf } from "#shared/forms/shortage-letter.ts";

const lacks = lackCodes.map((code): Lack => ({
  ...{ code, fileId: "f", itemId: "", label: `H05.${code}` },
  // Of a gap these are its first number and its last.
  ...(code.endsWith("-gap") ? { expected: 3, found: 5 } : { expected: 5, found: 3 }),
}));
const words = {
  ...{ parent: "UBND Huyện Tuy Phước", agency: "Phòng Nội vụ", place: "Tuy Phước", date: "2025-05-20" },
  ...{ preparer: "Lê Văn C", position: "", year: "" },
};
const about = {
  ...{ batch: { number: "2025-001", name: "Đợt 1" }, unit: "Xã Phước Thắng", before: "2025-05-25" },
  ...{ listed: 12, received: 10 },
};

test("the letter asks a unit for its paper and its list alone, not for the center's own work", () => {
  expect(shortagesOf(lacks).map(({ code }) => code)).toEqual([
    "not-received",
    "no-items",
    "pages-missing",
    "leaves-missing",
    "box-gap",
    "file-gap",
    "leaf-gap",
  ]);
  const form = shortageLetter(about, lacks, ({ label }) => `Về ${label}`, words);
  expect(form.rows).toEqual([
    ["1", "H05.not-received", "Về H05.not-received", "Chưa nhận được hồ sơ giấy"],
    ["2", "H05.no-items", "Về H05.no-items", "Mục lục chưa có văn bản nào của hồ sơ"],
    ["3", "H05.pages-missing", "Về H05.pages-missing", "Thiếu trang: mục lục ghi 5, thực có 3"],
    ["4", "H05.leaves-missing", "Về H05.leaves-missing", "Thiếu tờ: mục lục ghi 5, thực có 3"],
    ["5", "H05.box-gap", "Về H05.box-gap", "Khuyết hộp số 3–5"],
    ["6", "H05.file-gap", "Về H05.file-gap", "Khuyết hồ sơ số 3–5"],
    ["7", "H05.leaf-gap", "Về H05.leaf-gap", "Khuyết tờ số 3–5: không thuộc văn bản nào trong mục lục"],
  ]);
  expect(form.facts.join("\n")).toContain("theo mục lục có 12 hồ sơ, đã nhận 10 hồ sơ");
  expect(form.totals.join("\n")).toContain("giao về Phòng Nội vụ trước ngày 25/05/2025");
});

test("without a day it asks for the earliest", () => {
  const form = shortageLetter({ ...about, before: "" }, lacks, () => "", { ...words, agency: "" });
  expect(form.totals.join("\n")).toContain("giao về trung tâm số hóa sớm nhất.");
});
