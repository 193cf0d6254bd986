import { expect, test } from "vitest";
import { boxContents } from "#shared/forms/box-contents.ts";
import { fileInventories } from "#shared/forms/file-inventory.ts";
import type { FormWords } from "#shared/forms/form-words.ts";
import { itemInventory } from "#shared/forms/item-inventory.ts";
import { listSheet, sheetNames } from "#electron/forms/list-sheet.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { openDesk } from "#tests/electron/inventory/workbook-desk.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";

const words: FormWords = {
  parent: "Ủy ban nhân dân huyện Tuy Phước",
  agency: "Ủy ban nhân dân xã Mẫu",
  place: "Xã Mẫu",
  date: "2025-06-05",
  preparer: "Nguyễn Văn Mẫu",
  position: "Công chức Văn phòng",
  year: "",
};

const files = [
  sampleFile("f1", { retention: "01", notation: "01" }),
  sampleFile("f2", { retention: "01", notation: "02", startDate: "1998", endDate: "", leafCount: 0 }),
  sampleFile("f3", { retention: "06", notation: "03", startDate: "1998-05", endDate: "2001", pageCount: 0 }),
  sampleFile("f4", {
    retention: "07",
    notation: "04",
    startDate: "",
    endDate: "2001-02-03",
    note: "Bản sao; thiếu tờ 5",
  }),
  sampleFile("f5", {
    retention: "",
    notation: "05",
    leafCount: 0,
    pageCount: 0,
    title: 'Hồ sơ <đất> & "rừng": xã',
  }),
];

/** Letters of one width: the heights of rows do not matter to a reader. */
const measure = (text: string, size: number) => text.length * size * 0.5;

test.each([false, true])("a list of files read back changes nothing (arranged: %s)", async (arranged) => {
  const { journal, read } = await openDesk();
  journal.write("files", files, "screen");
  const lists = fileInventories(files, { words, arranged });
  const names = sheetNames(lists.map(({ name }) => name));
  const report = await read(
    await writeWorkbook(lists.map((list, at) => listSheet(list, names[at] ?? "", measure))),
  );
  expect(report.sheets.map(({ layout, rows }) => [layout, rows])).toEqual([
    ["file-inventory", 2],
    ["file-inventory", 1],
    ["file-inventory", 1],
    ["file-inventory", 1],
  ]);
  expect(report).toMatchObject({ files: 0, items: 0, refusedRows: 0, skippedRows: files.length });
  expect({
    changes: report.changes,
    unknown: report.sheets.flatMap((sheet) => sheet.unknownColumns),
  }).toEqual({
    changes: [],
    unknown: [],
  });
  expect(report.problems.filter(({ code }) => code !== "already-listed")).toEqual([]);
});

test("the contents of boxes read back change nothing", async () => {
  const { journal, read } = await openDesk();
  journal.write("files", files, "screen");
  const lists = boxContents(files, { name: "Phông UBND xã Mẫu", code: "H05" }, [], words);
  const report = await read(await writeWorkbook(lists.map((list) => listSheet(list, list.name, measure))));
  expect(report.sheets.map(({ layout, rows }) => [layout, rows])).toEqual([["file-inventory", files.length]]);
  expect(report).toMatchObject({
    files: 0,
    items: 0,
    refusedRows: 0,
    skippedRows: files.length,
    changes: [],
  });
  expect(report.sheets.flatMap((sheet) => sheet.unknownColumns)).toEqual([]);
});

test("a list of items read back changes nothing", async () => {
  const { journal, read } = await openDesk();
  const file = sampleFile("f1", { code: "H05.01.f1" });
  const items = [
    sampleItem("i1", { fileId: "f1", ordinal: 1 }),
    sampleItem("i2", {
      fileId: "f1",
      ordinal: 2,
      number: "",
      symbol: "",
      issuedDate: "1998",
      type: "22",
      subject: "V/v đất đai",
    }),
    sampleItem("i3", {
      fileId: "f1",
      ordinal: 3,
      type: "14",
      subject: "tổng kết năm 1998",
      leaves: "7",
      pageCount: 0,
    }),
    sampleItem("i4", {
      fileId: "f1",
      ordinal: 5,
      number: "12a",
      symbol: "NQ/HĐND",
      type: "",
      note: "Bản sao",
    }),
  ];
  journal.write("files", [file], "screen");
  journal.write("items", items, "screen");
  const report = await read(
    await writeWorkbook([listSheet(itemInventory(file, items, words), "Văn bản", measure)]),
  );
  expect(report.sheets.map(({ layout, rows }) => [layout, rows])).toEqual([["item-inventory", 4]]);
  expect(report).toMatchObject({ files: 0, items: 0, refusedRows: 0, skippedRows: 4 });
  expect(report.changes).toEqual([]);
  expect(report.problems.filter(({ code }) => code !== "already-listed")).toEqual([]);
});
