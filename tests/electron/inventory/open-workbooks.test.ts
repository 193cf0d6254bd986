import { Check } from "typebox/value";
import { describe, expect, test } from "vitest";
import { writeTemplate } from "#electron/inventory/write-template.ts";
import { type CellToWrite, writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { fileSchema } from "#shared/archive/file.ts";
import { itemSchema } from "#shared/archive/item.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";
import { contractorRow, dossier, openDesk, said } from "./workbook-desk.ts";

describe("the contractors' sheet", () => {
  test("gives a file once, with its items, whether its columns are repeated or not", async () => {
    const desk = await openDesk();
    const bytes = await writeTemplate("contractor-46", [
      contractorRow({
        ...dossier,
        24: 1,
        25: "Quyết định",
        26: "01",
        27: "QĐ-UBND",
        28: 5,
        29: 6,
        30: 2015,
        31: "UBND xã",
        32: "Cấp đất",
        34: 3,
      }),
      contractorRow({ ...dossier, 24: 2, 25: "biên bản thanh lý", 30: 2015, 32: "Thanh lý" }),
      contractorRow({ 24: 3, 25: "BC", 32: "Báo cáo năm" }),
    ]);
    const report = await desk.read(bytes);
    expect(report).toMatchObject({ files: 1, items: 3, refusedRows: 0, skippedRows: 0, more: false });
    expect(report.sheets).toMatchObject([
      { layout: "contractor-46", headingRow: 1, rows: 3, unknownColumns: [] },
    ]);
    expect(report.preview).toEqual([
      { code: "H05.02.2015.12", title: "Hồ sơ cấp đất", items: 3, dates: "2015 – 2016" },
    ]);
    expect(said(report.problems)).toEqual([
      [2, "warning", "empty-code", "H05.02.2015.12"],
      [3, "warning", "code-not-known", "biên bản thanh lý"],
    ]);
    expect(desk.files()).toEqual([]);

    expect(await desk.write(report.token)).toMatchObject({ files: 1, items: 3 });
    const [file] = desk.files();
    expect(file).toMatchObject({
      code: "H05.02.2015.12",
      retention: "01",
      inventory: "01",
      box: "05",
      scope: "52.550.21952",
      updatedBy: "Lê Thị Mẫu",
    });
    const items = desk.items(file?.id ?? "");
    expect(items).toMatchObject([
      { ordinal: 1, type: "02", number: "01", symbol: "QĐ-UBND", issuedDate: "2015-06-05", pageCount: 3 },
      { ordinal: 2, type: "", note: "Tên loại: biên bản thanh lý", issuedDate: "2015" },
      { ordinal: 3, type: "14", subject: "Báo cáo năm" },
    ]);
    expect(Check(fileSchema, file)).toBe(true);
    for (const item of items) {
      expect(Check(itemSchema, item)).toBe(true);
      expect(item.scope).toBe("52.550.21952");
    }
  });

  test("a second import writes nothing, also where rows have no ordinal", async () => {
    const desk = await openDesk();
    const bytes = await writeTemplate("contractor-46", [
      contractorRow({ ...dossier, 24: 1, 32: "Một" }),
      contractorRow({ 32: "Hai" }),
      contractorRow({ 32: "Hai" }),
    ]);
    const first = await desk.read(bytes);
    expect(await desk.write(first.token)).toMatchObject({ files: 1, items: 3 });
    const again = await desk.read(bytes);
    expect(again).toMatchObject({ files: 0, items: 0, refusedRows: 0, skippedRows: 3 });
    expect(await desk.write(again.token)).toMatchObject({ files: 0, items: 0 });
    expect(desk.items(desk.files()[0]?.id ?? "").map((item) => item.subject)).toEqual(["Một", "Hai", "Hai"]);
  });

  test("two readings of one sheet, both written, write it once", async () => {
    const desk = await openDesk();
    const bytes = await writeTemplate("contractor-46", [contractorRow({ ...dossier, 24: 1, 32: "Một" })]);
    const [one, two] = [await desk.read(bytes), await desk.read(bytes)];
    expect(await desk.write(one.token)).toMatchObject({ files: 1, items: 1 });
    expect(await desk.write(two.token)).toMatchObject({ files: 0, items: 0 });
    await expect(desk.write(one.token)).rejects.toMatchObject({ code: "workbook-forgotten" });
  });

  test("one code with two titles, one ordinal twice, no title: each row is refused and told", async () => {
    const desk = await openDesk();
    const bytes = await writeTemplate("contractor-46", [
      contractorRow({ ...dossier, 24: 1, 32: "Một" }),
      contractorRow({ ...dossier, 5: "Tên khác hẳn", 24: 2, 32: "Hai" }),
      contractorRow({ ...dossier, 24: 1, 32: "Ba" }),
      contractorRow({ ...dossier, 4: "13", 5: "", 24: 1, 32: "Bốn" }),
      contractorRow({ ...dossier, 24: 4 }),
    ]);
    const report = await desk.read(bytes);
    expect(report).toMatchObject({ files: 1, items: 1, refusedRows: 4 });
    expect(said(report.problems.filter((problem) => problem.severity === "error"))).toEqual([
      [3, "error", "code-twice", "H05.02.2015.12"],
      [4, "error", "ordinal-twice", "1"],
      [5, "error", "empty-title", "H05.02.2015.13"],
      [6, "error", "empty-title", ""],
    ]);
  });

  test("secrets stay out, with all that belongs to a secret file, and none of their words are told", async () => {
    const desk = await openDesk();
    const bytes = await writeTemplate("contractor-46", [
      contractorRow({ ...dossier, 24: 1, 32: "Nội dung kín một", 38: "Mật" }),
      contractorRow({ ...dossier, 24: 2, 32: "Tuyên truyền bảo vệ bí mật nhà nước" }),
      contractorRow({
        ...dossier,
        4: "14",
        7: "Tối mật",
        5: "Nội dung kín hai",
        24: 1,
        25: "không rõ",
        32: "Nội dung kín ba",
      }),
      contractorRow({ 24: 2, 32: "Nội dung kín bốn" }),
    ]);
    const report = await desk.read(bytes);
    expect(report).toMatchObject({ files: 1, items: 1, refusedRows: 3 });
    expect(said(report.problems.filter((problem) => problem.code === "secret"))).toEqual([
      [2, "error", "secret", "Mật"],
      [4, "error", "secret", "Tối mật"],
      [5, "error", "secret", ""],
    ]);
    expect(JSON.stringify(report)).not.toContain("Nội dung kín");
    await desk.write(report.token);
    expect(desk.items(desk.files()[0]?.id ?? "").map((item) => item.ordinal)).toEqual([2]);
  });
});

describe("the official forms", () => {
  test("a list of files, with its retention above the table and a foot below", async () => {
    const desk = await openDesk();
    const bytes = await writeTemplate(
      "file-inventory",
      [
        ["I", undefined, "Lĩnh vực địa chính"],
        [1, "01.ĐC", "Hồ sơ địa chính", "01/2015 - 12/2016", "", "40/75", "Thiếu bìa"],
        [2, "02.ĐC", "Hồ sơ đo đạc", { day: "2015-06-05" }, "5 năm", 12],
        [3, "02.ĐC", "Hồ sơ đo đạc", "31/02/2015", "20 năm", "nhiều"],
        ["Mục lục này gồm: 03 hồ sơ (đơn vị bảo quản)"],
        [undefined, undefined, undefined, undefined, "Người lập"],
      ],
      ["Thời hạn bảo quản: Vĩnh viễn", "Năm 2015"],
    );
    const report = await desk.read(bytes);
    expect(report).toMatchObject({ files: 2, items: 0, refusedRows: 1 });
    expect(report.sheets).toMatchObject([{ layout: "file-inventory", headingRow: 4, rows: 3 }]);
    await desk.write(report.token);
    expect(desk.files().sort((a, b) => a.code.localeCompare(b.code))).toMatchObject([
      {
        code: "H05.02.2015.01.ĐC",
        startDate: "2015-01",
        endDate: "2016-12",
        retention: "01",
        leafCount: 40,
        pageCount: 75,
        note: "Thiếu bìa",
      },
      {
        code: "H05.02.2015.02.ĐC",
        startDate: "2015-06-05",
        retention: "07",
        leafCount: 12,
        note: "Thời hạn bảo quản: 5 năm",
      },
    ]);
    expect(said(report.problems)).toContainEqual([9, "error", "code-twice", "H05.02.2015.02.ĐC"]);
    expect(said(report.problems)).toContainEqual([9, "warning", "date-not-read", "31/02/2015"]);
  });

  const itemRows: CellToWrite[][] = [
    [1, "123/QĐ-UBND", "05/06/2015", "Quyết định về việc cấp đất", "UBND xã", "1-3"],
    [2, "64-CP", 42160, "V/v mời họp", "Chính phủ", 4, "Bản sao"],
  ];

  test("a list of items finds its file by the line above the table, by number too", async () => {
    const desk = await openDesk();
    desk.journal.write(
      "files",
      [sampleFile("file-a", { fondsId: "fonds-1", code: "H05.02.2015.07", notation: "07" })],
      "screen",
    );
    for (const above of ["Mã hồ sơ: H05.02.2015.07", "Hồ sơ số: 07"]) {
      const report = await desk.read(await writeTemplate("item-inventory", itemRows, [above]));
      expect(report).toMatchObject({ files: 0, items: 2, refusedRows: 0, problems: [] });
      if (above.startsWith("Hồ")) await desk.write(report.token);
    }
    expect(desk.items("file-a")).toMatchObject([
      {
        ordinal: 1,
        type: "02",
        number: "123",
        symbol: "QĐ-UBND",
        issuedDate: "2015-06-05",
        leaves: "1-3",
        pageCount: 3,
      },
      {
        ordinal: 2,
        type: "",
        number: "64",
        symbol: "CP",
        issuedDate: "2015-06-05",
        issuer: "Chính phủ",
        note: "Bản sao",
      },
    ]);
  });

  test("a list of items that names no file belongs to the file of the call, or is refused", async () => {
    const desk = await openDesk();
    desk.journal.write("files", [sampleFile("file-a", { fondsId: "fonds-1" })], "screen");
    const bytes = await writeTemplate("item-inventory", itemRows);
    expect(await desk.read(bytes, { fileId: "file-a" })).toMatchObject({ items: 2, refusedRows: 0 });
    const lost = await desk.read(bytes);
    expect(lost).toMatchObject({ items: 0, refusedRows: 2 });
    expect(lost.problems.map((problem) => problem.code)).toEqual(["file-not-named", "file-not-named"]);
  });

  test("a workbook of two sheets under English field names, the items first", async () => {
    const desk = await openDesk();
    const bytes = await writeWorkbook([
      {
        name: "VB",
        rows: [
          ["FileCode", "DocOrdinal", "TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "Subject"],
          ["H05.1", 1, "02", "5", "QĐ-UB", "05/06/2015", "Cấp đất"],
          ["H05.9", 1, "02", "6", "QĐ-UB", "", "Lạc"],
        ],
      },
      {
        name: "HS",
        rows: [
          ["FileCode", "Title", "Maintenance", "StartDate", "EndDate"],
          ["H05.1", "Hồ sơ đất", "01", "01/01/2015", "31/12/2015"],
        ],
      },
      {
        name: "Khác",
        rows: [
          ["Tên", "Lương"],
          ["An", 5],
        ],
      },
    ]);
    const report = await desk.read(bytes);
    expect(report).toMatchObject({ files: 1, items: 1, refusedRows: 1 });
    expect(report.sheets.map((sheet) => sheet.layout)).toEqual(["item-inventory", "file-inventory", null]);
    expect(said(report.problems)).toEqual([[3, "error", "file-not-named", ""]]);
    await desk.write(report.token);
    expect(desk.items(desk.files()[0]?.id ?? "")).toMatchObject([{ subject: "Cấp đất", type: "02" }]);
  });

  test("text separated by semicolons is read like a sheet", async () => {
    const desk = await openDesk();
    const text =
      '\ufeffSTT;Số, ký hiệu hồ sơ;Tiêu đề hồ sơ;Thời gian tài liệu\r\n1;01;"Hồ sơ ""đất"";\nnăm 2015";2015\r\n';
    const report = await desk.read(Buffer.from(text, "utf8"), { name: "ho-so.csv" });
    expect(report.preview).toMatchObject([{ code: "H05.02.2015.01", title: 'Hồ sơ "đất"; năm 2015' }]);
  });

  test("an empty template is made, and read back as holding no line", async () => {
    const desk = await openDesk();
    for (const layout of ["contractor-46", "file-inventory", "item-inventory"] as const) {
      const { digest } = await desk.handlers["workbook.template"]({ layout });
      const report = await desk.handlers["workbook.read"]({ digest, name: "mau.xlsx", fondsId: "fonds-1" });
      expect(report).toMatchObject({ files: 0, items: 0, refusedRows: 0, sheets: [{ layout, rows: 0 }] });
    }
  });
});
