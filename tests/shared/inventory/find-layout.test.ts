import { describe, expect, test } from "vitest";
import { workbookLayouts } from "#shared/contract/workbook.ts";
import { findLayout } from "#shared/inventory/find-layout.ts";
import { templateOf } from "#shared/inventory/template.ts";

const fieldsOf = (...rows: string[][]) => {
  const layout = findLayout(rows);
  return layout && { ...layout, columns: Object.fromEntries(layout.columns) };
};

test.each(workbookLayouts)("the template of %s is known again, every column of it", (kind) => {
  const { headings } = templateOf(kind);
  const layout = findLayout([["TIÊU ĐỀ CHUNG"], headings]);
  expect(layout).toMatchObject({ kind, headingAt: 1, dataAt: 2, unknown: [] });
  expect([...(layout?.columns.values() ?? [])].sort((a, b) => a - b)).toEqual(headings.map((_, at) => at));
});

describe("headings as offices write them", () => {
  test("accents, case, line breaks and what stands in parentheses do not matter", () => {
    const layout = fieldsOf([
      "SO TT/STT",
      "Số,\nký hiệu HS",
      "TIÊU ĐỀ\n HỒ SƠ (ghi rõ)",
      "thoi gian tai lieu",
      "THBQ",
    ]);
    expect(layout).toMatchObject({
      kind: "file-inventory",
      columns: { row: 0, "file.notation": 1, "file.title": 2, "file.span": 3, "file.retention": 4 },
    });
  });

  test("two rows, the upper merged over the columns it groups", () => {
    const layout = fieldsOf(
      [
        "STT",
        "Hồ sơ số",
        "Tiêu đề hồ sơ",
        "Thời gian bắt đầu",
        "",
        "",
        "Thời gian kết thúc",
        "",
        "",
        "Ghi chú",
      ],
      ["", "", "", "Ngày", "Tháng", "Năm", "Ngày", "Tháng", "Năm", ""],
      ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
      ["1", "05", "Hồ sơ kế hoạch", "1", "2", "2015", "3", "4", "2016", ""],
    );
    expect(layout).toMatchObject({ kind: "file-inventory", headingAt: 0, dataAt: 3, unknown: [] });
    expect(layout?.columns).toMatchObject({
      "file.start.day": 3,
      "file.start.year": 5,
      "file.end.month": 7,
      "file.note": 9,
    });
  });

  test("two rows, the upper only naming the two halves", () => {
    const layout = fieldsOf(
      ["HỒ SƠ", "", "", "VĂN BẢN", "", "", ""],
      ["Mã hồ sơ", "Tiêu đề hồ sơ", "Ghi chú", "STT văn bản", "Tên loại", "Trích yếu", "Ghi chú"],
    );
    expect(layout).toMatchObject({ kind: "contractor-46", unknown: [] });
    expect(layout?.columns).toMatchObject({
      "file.note": 2,
      "item.ordinal": 3,
      "item.subject": 5,
      "item.note": 6,
    });
  });

  test("field names in English in the first row", () => {
    expect(fieldsOf(["FileCode", "Title", "Maintenance", "StartDate", "EndDate"])).toMatchObject({
      kind: "file-inventory",
      columns: { "file.code": 0, "file.title": 1, "file.retention": 2, "file.start": 3, "file.end": 4 },
    });
    expect(
      fieldsOf(["FileCode", "DocOrdinal", "TypeName", "CodeNumber", "IssuedDate", "Subject"]),
    ).toMatchObject({
      kind: "item-inventory",
    });
  });

  test("headings nobody knows are told", () => {
    expect(fieldsOf(["Tiêu đề hồ sơ", "Ghi chú", "Màu bìa"])?.unknown).toEqual(["Màu bìa"]);
  });

  test("a heading below other tables of text is found within the first rows", () => {
    const lead = Array.from({ length: 18 }, (_, at) => [`Dòng ${at}`]);
    expect(fieldsOf(...lead, ["STT", "Tiêu đề hồ sơ", "Ghi chú"])?.headingAt).toBe(18);
  });

  test("a sheet of something else has no layout", () => {
    expect(fieldsOf(["Họ tên", "Lương", "Ghi chú"], ["An", "5", ""])).toBeUndefined();
    expect(findLayout([])).toBeUndefined();
  });
});
