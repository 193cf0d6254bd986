import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { openPackage } from "#electron/inventory/open-package.ts";
import { readWorkbook } from "#electron/inventory/read-workbook.ts";
import { workbookLimits } from "#electron/inventory/workbook-limits.ts";
import { writeTemplate } from "#electron/inventory/write-template.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { rawWorkbook, textRow } from "./raw-workbook.ts";
import { contractorRow, dossier, openDesk } from "./workbook-desk.ts";

type TestDesk = Awaited<ReturnType<typeof openDesk>>;

async function ask(desk: TestDesk, bytes: Buffer, more: object = {}) {
  const { digest } = await desk.objects.put(bytes);
  return desk.handlers["workbook.read"]({ digest, name: "a.xlsx", fondsId: "fonds-1", ...more });
}

describe("columns a person chose", () => {
  const odd = () =>
    writeWorkbook([
      {
        name: "Sổ",
        rows: [
          ["Sổ theo dõi"],
          ["Ký hiệu riêng", "Việc gì", "Hồi nào", "Mã HS"],
          ["x", "Hồ sơ cấp đất", "03/2015", "H05.02.1"],
        ],
      },
    ]);

  test("make an inventory of a sheet that nobody recognises, and are remembered for its headings", async () => {
    const desk = await openDesk();
    const bytes = await odd();
    const first = await ask(desk, bytes);
    expect(first).toMatchObject({ files: 0, sheets: [{ layout: null, headingRow: 2, remembered: false }] });
    expect(first.sheets[0]?.columns).toMatchObject([
      { heading: "Ký hiệu riêng", samples: ["x"] },
      { heading: "Việc gì", samples: ["Hồ sơ cấp đất"], field: "" },
      { heading: "Hồi nào", samples: ["03/2015"] },
      { heading: "Mã HS", samples: ["H05.02.1"] },
    ]);
    const columns = ["", "file.title", "file.start", "file.code"];
    const chosen = await ask(desk, bytes, { mapping: [{ sheet: "Sổ", columns }] });
    expect(chosen).toMatchObject({ files: 1, sheets: [{ layout: "file-inventory", remembered: false }] });
    const later = await ask(desk, await odd());
    expect(later).toMatchObject({ files: 1, sheets: [{ remembered: true }] });
    await desk.write(later.token);
    expect(desk.files()).toMatchObject([{ code: "H05.02.1", title: "Hồ sơ cấp đất", startDate: "2015-03" }]);
    const forgotten = await ask(desk, bytes, { mapping: [{ sheet: "Sổ" }] });
    expect(forgotten).toMatchObject({ sheets: [{ layout: null, remembered: false }] });
    expect(await ask(desk, bytes)).toMatchObject({ sheets: [{ layout: null }] });
  });

  test("show no sample from the first row that may be secret", async () => {
    const desk = await openDesk();
    const bytes = await writeTemplate("contractor-46", [
      contractorRow({ ...dossier, 24: 1, 32: "Mở", 38: "Công khai" }),
      contractorRow({ ...dossier, 24: 2, 32: "Nội dung kín", 38: "Mật" }),
    ]);
    expect(JSON.stringify(await ask(desk, bytes))).not.toContain("Nội dung kín");
  });
});

describe("values no list has", () => {
  const bytes = () =>
    writeTemplate("contractor-46", [
      contractorRow({ ...dossier, 24: 1, 25: "Quyết định (sao y)", 32: "Một" }),
      contractorRow({ 24: 2, 25: "quyết định  (sao y)", 32: "Hai" }),
      contractorRow({ 24: 3, 25: "Lạ hoắc", 32: "Ba" }),
    ]);

  test("are listed once with a proposal, mean what was confirmed, and are remembered", async () => {
    const desk = await openDesk();
    const first = await ask(desk, await bytes());
    expect(first.unknownCodes).toEqual([
      { list: "type", value: "Quyết định (sao y)", count: 2, proposed: "02" },
      { list: "type", value: "Lạ hoắc", count: 1, proposed: "" },
    ]);
    const codes = [
      { list: "type", value: "Quyết định (sao y)", code: "02" },
      { list: "type", value: "Lạ hoắc", code: "" },
    ];
    expect(await ask(desk, await bytes(), { codes })).toMatchObject({ unknownCodes: [] });
    const later = await ask(desk, await bytes());
    expect(later).toMatchObject({ unknownCodes: [] });
    await desk.write(later.token);
    expect(desk.items(desk.files()[0]?.id ?? "")).toMatchObject([
      { type: "02", note: "" },
      { type: "02" },
      { type: "", note: "Tên loại: Lạ hoắc" },
    ]);
  });
});

describe("text from before Unicode", () => {
  const styles = (font: string) =>
    `<fonts><font><name val="${font}"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>`;
  const old = (font: string, title: string) =>
    rawWorkbook({
      sheets: [
        {
          name: "S",
          inside: [
            `<sheetData>${textRow(1, ["STT", "Ma HS", "Tieu de"])}${textRow(2, ["1", "H05.1", title])}</sheetData>`,
          ],
        },
      ],
      styles: styles(font),
    });

  test.each([
    [".VnTime", "Hå s¬ cÊp ®Êt n¨m", "Hồ sơ cấp đất năm"],
    ["VNI-Times", "Hoà sô caáp ñaát naêm", "Hồ sơ cấp đất năm"],
  ])("in %s is shown before and after, and written only when confirmed", async (font, before, after) => {
    const desk = await openDesk();
    const report = await ask(desk, await old(font, before));
    expect(report.legacy).toEqual({ cells: 1, samples: [{ cell: "C2", before, after }] });
    await expect(desk.write(report.token)).rejects.toMatchObject({ code: "workbook-not-confirmed" });
    expect(desk.files()).toEqual([]);
    await desk.handlers["workbook.write"]({ token: report.token, legacyConfirmed: true });
    expect(desk.files()).toMatchObject([{ title: after }]);
  });

  test("is kept as it stands where the person says so", async () => {
    const desk = await openDesk();
    const report = await ask(desk, await old(".VnTime", "Hå s¬ cÊp ®Êt n¨m"), { keepLegacy: true });
    expect(report.legacy.cells).toBe(0);
    await desk.write(report.token);
    expect(desk.files()).toMatchObject([{ title: "Hå s¬ cÊp ®Êt n¨m" }]);
  });
});

test("dates that no calendar has are told at their cells, and partial ones kept as such", async () => {
  const desk = await openDesk();
  const bytes = await writeTemplate(
    "file-inventory",
    [
      [1, "1", "Hồ sơ một", "31/02/2016"],
      [2, "2", "Hồ sơ hai", "00/00/2016"],
      [3, "3", "Hồ sơ ba", "05/2016"],
      [4, "4", "Hồ sơ bốn", "2016"],
    ],
    ["Năm 2016"],
  );
  const report = await ask(desk, bytes);
  const dates = report.problems.filter(({ code }) => code === "date-not-read");
  expect(dates.map(({ cell, found }) => [cell, found])).toEqual([
    ["D5", "31/02/2016"],
    ["D6", "00/00/2016"],
  ]);
  await desk.write(report.token);
  expect(
    desk
      .files()
      .map(({ startDate }) => startDate)
      .sort(),
  ).toEqual(["", "", "2016", "2016-05"]);
});

test("the workbook to give back has every problem at its cell, and nothing of a secret row", async () => {
  const desk = await openDesk();
  const bytes = await writeTemplate("contractor-46", [
    contractorRow({ ...dossier, 24: 1, 25: "Lạ hoắc", 28: 31, 29: 2, 30: 2016, 32: "Một & <hai>" }),
    contractorRow({ ...dossier, 24: 2, 32: "Nội dung kín", 38: "Mật" }),
  ]);
  const report = await ask(desk, bytes);
  const { digest } = await desk.handlers["workbook.problems"]({ token: report.token, language: "vi" });
  const made = await readFile(desk.objects.path(digest as never));
  if (process.env["KEEP_WORKBOOK"]) writeFileSync(process.env["KEEP_WORKBOOK"], made);
  const path = join(temporaryFolder(), "made.xlsx");
  writeFileSync(path, made);
  const parts = await openPackage(path, workbookLimits);
  let comments = "";
  for await (const piece of parts.read("xl/comments1.xml")) comments += piece;
  parts.close();
  expect([...comments.matchAll(/ref="([A-Z]+\d+)"/g)].map(([, ref]) => ref)).toEqual([
    "A2",
    "Z2",
    "AE2",
    "AM3",
  ]);
  expect(comments).toContain("Giá trị không có trong danh mục («Lạ hoắc»)");
  const sheets: [string, string][] = [];
  for await (const sheet of readWorkbook(path, workbookLimits)) {
    for await (const rows of sheet.rows) sheets.push([sheet.name, JSON.stringify(rows)]);
  }
  expect(sheets.map(([name]) => name)).toEqual(["Hồ sơ, văn bản", "Các vấn đề theo dòng"]);
  expect(sheets[0]?.[1]).toContain("Một & <hai>");
  expect(JSON.stringify(sheets)).not.toContain("Nội dung kín");
});

test("macros are said and left alone; progress is told", async () => {
  const desk = await openDesk();
  const plain = await rawWorkbook({
    sheets: [
      {
        name: "S",
        inside: [
          `<sheetData>${textRow(1, ["Mã hồ sơ", "Tiêu đề hồ sơ"])}${textRow(2, ["H1", "Một"])}</sheetData>`,
        ],
      },
    ],
    macros: true,
  });
  expect(await ask(desk, plain)).toMatchObject({ macros: true, files: 1 });
  expect(desk.told).toContainEqual({ step: "reading", done: 1, total: 0 });
});
