import { expect, test } from "vitest";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { sampleGroup } from "#tests/helpers/sample-scheme.ts";
import { openDesk, said } from "./workbook-desk.ts";

const groups = [
  sampleGroup("g1", { ordinal: 1, notation: "I", title: "Hành chính" }),
  sampleGroup("g2", { ordinal: 1, parentId: "g1", notation: "1", title: "Tổ chức" }),
  sampleGroup("g3", { ordinal: 2, notation: "II", title: "Tổ chức" }),
];

const sheetOf = (...named: string[]) =>
  writeWorkbook([
    {
      name: "Mục lục hồ sơ",
      rows: [
        ["Mã hồ sơ", "Tiêu đề hồ sơ", "Thời hạn bảo quản", "Khung phân loại"],
        ...named.map((name, at) => [`X.${at + 1}`, `Hồ sơ thứ ${at + 1}`, "Vĩnh viễn", name]),
      ],
    },
  ]);

test("the group column puts files into the fonds' groups; what names none is told at its row and cell", async () => {
  const desk = await openDesk();
  desk.journal.write("groups", groups, "screen");
  const report = await desk.read(await sheetOf("I.1", "hành chính", "Tài chính", "Tổ chức", ""));
  expect(report.sheets[0]?.columns.at(-1)).toMatchObject({ heading: "Khung phân loại", field: "file.group" });
  expect(said(report.problems)).toEqual([
    [4, "warning", "group-not-known", "Tài chính"],
    [5, "warning", "group-not-one", "Tổ chức"],
  ]);
  expect(report.problems.map(({ cell, column }) => [cell, column])).toEqual([
    ["D4", "Khung phân loại"],
    ["D5", "Khung phân loại"],
  ]);
  await desk.write(report.token);
  const files = desk.files().sort((one, other) => (one.code < other.code ? -1 : 1));
  expect(files.map(({ groupId, ext }) => [groupId, ext])).toEqual([
    ["g2", {}],
    ["g1", {}],
    ["", { group: "Tài chính" }],
    ["", { group: "Tổ chức" }],
    ["", {}],
  ]);
});

test("the same sheet fills in the groups that were made since, and then changes nothing", async () => {
  const desk = await openDesk();
  const bytes = await sheetOf("I.1");
  const first = await desk.read(bytes);
  expect(said(first.problems)).toEqual([[2, "warning", "group-not-known", "I.1"]]);
  await desk.write(first.token);
  desk.journal.write("groups", groups, "screen");
  const again = await desk.read(bytes);
  expect(again.changes).toMatchObject([{ field: "groupId", was: "", becomes: "g2", conflict: false }]);
  await desk.handlers["workbook.write"]({ token: again.token, updates: true });
  expect(desk.files()).toMatchObject([{ groupId: "g2" }]);
  expect(await desk.read(bytes)).toMatchObject({ changesInAll: 0, files: 0, problems: [] });
});
