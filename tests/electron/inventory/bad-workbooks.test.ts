import type { RowProblem } from "#shared/contract/workbook.ts";
import { Check } from "typebox/value";
import { describe, expect, test } from "vitest";
import { writeTemplate } from "#electron/inventory/write-template.ts";
import { type CellToWrite, writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { fileSchema } from "#shared/archive/file.ts";
import { itemSchema } from "#shared/archive/item.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { rawWorkbook, textRow } from "./raw-workbook.ts";
import { contractorRow, openDesk, said } from "./workbook-desk.ts";

describe("bad input", () => {
  test("TCVN3 text in an old font is read, and told", async () => {
    const desk = await openDesk();
    const styles = `<fonts><font><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>`;
    const inside = `<sheetData>${textRow(1, ["STT", "M· hå s¬", "Tiªu ®Ò hå s¬", "Thêi gian tµi liÖu"])}${textRow(2, ["1", "H05.1", "Hå s¬ cÊp ®Êt n¨m", "2005"])}</sheetData>`;
    const report = await desk.read(await rawWorkbook({ sheets: [{ name: "S", inside: [inside] }], styles }));
    expect(report.preview).toMatchObject([{ code: "H05.1", title: "Hồ sơ cấp đất năm" }]);
    expect(said(report.problems)).toEqual([[2, "warning", "legacy-font", "Hå s¬ cÊp ®Êt n¨m"]]);
  });

  test("a formula without a value and texts too long are told, and the long text is kept whole", async () => {
    const desk = await openDesk();
    const long = "Rất dài ".repeat(200).trim();
    const inside = `<sheetData>${textRow(1, ["Mã hồ sơ", "Tiêu đề hồ sơ", "Số tờ"])}<row r="2"><c t="inlineStr"><is><t>H05.1</t></is></c><c t="inlineStr"><is><t>${long}</t></is></c><c><f>SUM(A1)</f></c></row></sheetData>`;
    const report = await desk.read(await rawWorkbook({ sheets: [{ name: "S", inside: [inside] }] }));
    expect(report.problems.map((problem) => [problem.column, problem.code])).toEqual([
      ["Số tờ", "formula-no-value"],
      ["Tiêu đề hồ sơ", "too-long"],
    ]);
    await desk.write(report.token);
    const [file] = desk.files();
    expect(file?.title.length).toBeLessThanOrEqual(1000);
    expect(file?.ext).toEqual({ "whole.title": long });
    expect(Check(fileSchema, file)).toBe(true);
  });

  test("gets a coded fault", async () => {
    const desk = await openDesk();
    const sheet = (rows: CellToWrite[][]) => writeWorkbook([{ name: "S", rows }]);
    await expect(desk.read(await sheet([]))).rejects.toMatchObject({ code: "workbook-empty" });
    await expect(desk.read(await sheet([["Xin chào"]]))).rejects.toMatchObject({
      code: "workbook-no-headings",
    });
    await expect(desk.read(Buffer.from("PK\u0003\u0004nothing"))).rejects.toMatchObject({
      code: "workbook-unreadable",
    });
    await expect(desk.read(await sheet([]), { fileId: "none" })).rejects.toMatchObject({ code: "not-found" });
    const absent = { digest: "0".repeat(64), name: "a.xlsx", fondsId: "fonds-1" };
    await expect(desk.handlers["workbook.read"](absent)).rejects.toMatchObject({ code: "object-missing" });
    await expect(desk.handlers["workbook.read"]({ ...absent, fondsId: "no" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(desk.write("nothing")).rejects.toMatchObject({ code: "workbook-forgotten" });
    const elsewhere = await openDesk("52.551");
    await expect(elsewhere.handlers["workbook.read"](absent)).rejects.toMatchObject({
      code: "not-your-scope",
    });
  });

  test("more problems than a report holds leave no error untold", async () => {
    const desk = await openDesk();
    const rows = Array.from({ length: 2100 }, (_, at): CellToWrite[] => [
      at + 1,
      `${at + 1}`,
      `Hồ sơ ${at + 1}`,
      "2015",
    ]);
    rows.push([2101, "2101", undefined, "2015", "Vĩnh viễn", 1]);
    const report = await desk.read(await writeTemplate("file-inventory", rows));
    expect(report).toMatchObject({ files: 2100, refusedRows: 1, more: true });
    expect(report.problems).toHaveLength(2000);
    expect(said(report.problems).at(-1)).toEqual([2104, "error", "empty-title", "H05.02.2015.2101"]);
    // All of them are there to be looked at, some at a time, in the order of their rows.
    const { token, errors, warnings } = report;
    const pageOf = async (from: number, severity?: "error" | "warning") =>
      (
        await desk.handlers["workbook.problemRows"]({
          token,
          from,
          count: 500,
          ...(severity ? { severity } : {}),
        })
      ).problems;
    const whole: RowProblem[] = [];
    for (let page = await pageOf(0); page.length > 0; page = await pageOf(whole.length)) whole.push(...page);
    expect(whole).toHaveLength(errors + warnings);
    expect(whole.map(({ row }) => row)).toEqual(
      whole.map(({ row }) => row).sort((one, other) => one - other),
    );
    expect(said(await pageOf(0, "error"))).toEqual([[2104, "error", "empty-title", "H05.02.2015.2101"]]);
    expect(await pageOf(errors, "error")).toEqual([]);
  });

  test("a write that fails keeps the reading, and done again writes the rest", async () => {
    const desk = await openDesk();
    const rows = Array.from({ length: 900 }, (_, at): CellToWrite[] => [
      at + 1,
      `${at + 1}`,
      `Hồ sơ ${at + 1}`,
      "2015",
    ]);
    const report = await desk.read(await writeTemplate("file-inventory", rows));
    const write = desk.journal.write.bind(desk.journal);
    let calls = 0;
    desk.journal.write = (...call) => {
      calls += 1;
      if (calls === 2) throw new Error("the disk went away");
      return write(...call);
    };
    await expect(desk.write(report.token)).rejects.toThrow("the disk went away");
    desk.journal.write = write;
    const before = desk.files().length;
    expect(before).toBeGreaterThan(0);
    expect(await desk.write(report.token)).toMatchObject({ files: 900 - before, items: 0 });
    expect(new Set(desk.files().map((file) => file.code)).size).toBe(900);
    expect(desk.files()).toHaveLength(900);
  });
});

test.each([1, 2, 3, 4, 5, 6])(
  "every row is taken, refused or skipped, whatever stands in it (seed %d)",
  async (seed) => {
    const chance = seeded(seed);
    const pick = <Value>(...values: Value[]) => values[chance(values.length)];
    const desk = await openDesk();
    const rows = Array.from({ length: 120 }, () => {
      const [notation, title] =
        pick(["1", "Hồ sơ A"], ["1", "Hồ sơ B"], ["2", "Hồ sơ A"], ["3", ""], ["", "Hồ sơ C"], []) ?? [];
      return contractorRow({
        4: notation,
        5: title,
        6: pick<CellToWrite>("Vĩnh viễn", "lâu lắm", 20, undefined),
        7: pick("Công khai", "Mật", undefined, undefined, undefined),
        11: pick<CellToWrite>(2015, 2015, "hai nghìn"),
        24: pick<CellToWrite>(1 + chance(40), "x", undefined),
        25: pick("Quyết định", "gì đó", undefined),
        26: pick<CellToWrite>(chance(99), "1/QĐ-UBND", "2/M-UBND", undefined),
        32: pick("Trích yếu", "Việc khác", "", undefined),
        34: pick<CellToWrite>(3, "vài tờ", undefined),
      });
    });
    const bytes = await writeTemplate("contractor-46", rows);
    for (const pass of [1, 2]) {
      const report = await desk.read(bytes);
      const total = report.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
      const refused = new Set(
        report.problems.filter((found) => found.severity === "error").map((found) => found.row),
      );
      expect([pass, report.refusedRows]).toEqual([pass, refused.size]);
      const written = await desk.write(report.token);
      expect(written).toMatchObject({ files: report.files, items: report.items });
      const held = desk.files().reduce((sum, file) => sum + desk.items(file.id).length, 0);
      if (pass === 1) expect(held).toBe(report.items);
      else expect(written).toMatchObject({ files: 0, items: 0 });
      expect(total).toBeLessThanOrEqual(rows.length);
      const takenRows = total - report.refusedRows - (report.skippedRows ?? 0);
      if (pass === 1) expect(takenRows).toBeGreaterThanOrEqual(report.items);
      else expect(takenRows).toBe(0);
    }
    for (const file of desk.files()) {
      expect(Check(fileSchema, file)).toBe(true);
      const items = desk.items(file.id);
      expect(new Set(items.map((item) => item.ordinal)).size).toBe(items.length);
      for (const item of items) expect(Check(itemSchema, item)).toBe(true);
    }
  },
);
