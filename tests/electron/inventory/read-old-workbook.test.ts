import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isDigest } from "#shared/base/digest.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { SheetRow } from "#shared/inventory/sheet-row.ts";
import { readOldWorkbook } from "#electron/inventory/read-old-workbook.ts";
import { workbookLimits } from "#electron/inventory/workbook-limits.ts";
import { convertInOffice, withOffice } from "#tests/fixtures/office.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { oldSheet, oldWorkbook, replaced } from "./old-workbook.ts";
import { rawWorkbook, textRow } from "./raw-workbook.ts";
import { openDesk, said } from "./workbook-desk.ts";

const store = async (bytes: Uint8Array, name = "sheet.xls") => {
  const path = join(temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
};

type ReadSheet = { name: string; rows: SheetRow[]; macros: boolean; from1904: boolean };

async function sheetsOf(bytes: Uint8Array, limits = workbookLimits): Promise<ReadSheet[]> {
  const sheets: ReadSheet[] = [];
  for await (const { name, rows, macros = false, from1904 } of readOldWorkbook(await store(bytes), limits)) {
    const read: SheetRow[] = [];
    for await (const slice of rows) read.push(...slice);
    sheets.push({ name, rows: read, macros, from1904 });
  }
  return sheets;
}

/** The code of the fault a file meets, or "none"; what no fault was made of is unreadable, as the thread says it. */
async function fault(bytes: Uint8Array, limits = workbookLimits): Promise<string> {
  try {
    await sheetsOf(bytes, limits);
    return "none";
  } catch (error) {
    return error instanceof DeskFault ? error.code : "workbook-unreadable";
  }
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const headings = ["STT", "Mã hồ sơ", "Tiêu đề hồ sơ", "Thời gian tài liệu"];

describe("an old workbook", () => {
  test("gives texts, numbers and days as they read, and errors as cells without a value", async () => {
    const bytes = oldWorkbook({
      "Mục lục": oldSheet([
        [" một ", 5, { t: "n", v: 42160, z: "dd/mm/yyyy" }, { t: "n", v: 42160, z: "mm/yyyy" }, true],
        [],
        ["01", { t: "n", v: 7, z: "0000" }, { t: "e", v: 0x07 }, 0.1, { t: "n", v: 12, z: "dd/mm/yyyy" }],
        [
          { t: "n", v: 42160, z: "yyyy" },
          { t: "n", v: 42160.75, z: "m/d/yy h:mm" },
        ],
      ]),
    });
    const [sheet] = await sheetsOf(bytes);
    expect(sheet).toMatchObject({ name: "Mục lục", macros: false, from1904: false });
    expect(sheet?.rows).toEqual([
      { row: 1, cells: [" một ", "5", "2015-06-05", "2015-06", "1"] },
      { row: 3, cells: ["01", "0007", "", "0.1", "12"], valueless: [2] },
      { row: 4, cells: ["2015", "2015-06-05"] },
    ]);
  });

  test("counts days from 1904 where it says so, and leaves hidden sheets out", async () => {
    const bytes = oldWorkbook(
      {
        A: oldSheet([["ẩn"]]),
        B: oldSheet([[{ t: "n", v: 40698, z: "dd/mm/yyyy" }]]),
        C: oldSheet([["ẩn"]]),
      },
      { Workbook: { WBProps: { date1904: true }, Sheets: [{ Hidden: 1 }, {}, { Hidden: 2 }] } },
    );
    const sheets = await sheetsOf(bytes);
    expect(sheets.map(({ name, from1904 }) => [name, from1904])).toEqual([["B", true]]);
    expect(sheets[0]?.rows).toEqual([{ row: 1, cells: ["2015-06-05"] }]);
  });

  test("holds texts that run over many records", async () => {
    const texts = Array.from({ length: 4000 }, (_, at) => [`Hồ sơ số ${at} về việc giao đất, cấp đất`]);
    const [sheet] = await sheetsOf(oldWorkbook({ S: oldSheet(texts) }));
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual(texts);
  });

  test("tells the old font of a cell", async () => {
    const bytes = oldWorkbook({ S: oldSheet([["Hå s¬", 5]]) });
    const drawn = replaced(bytes, utf16("Arial"), utf16(".VnAr"));
    expect((await sheetsOf(drawn))[0]?.rows).toEqual([
      { row: 1, cells: ["Hå s¬", "5"], fonts: new Map([[0, ".VnAr"]]) },
    ]);
  });

  test("of Excel 95 is read in its code page", async () => {
    // The library writes plain letters alone: the others are put in their places.
    const plain = oldWorkbook({ S: oldSheet([["Quy12t 3i4nh", 2015]]) }, { before97: true });
    const western = replaced(plain, Buffer.from("Quy12t 3i4nh"), Buffer.from("Quyêìt ðiònh", "latin1"));
    expect((await sheetsOf(western))[0]?.rows).toEqual([{ row: 1, cells: ["Quyêìt ðiònh", "2015"] }]);
    const [from, to] = ["42000200e404", "42000200ea04"].map((hex) => Buffer.from(hex, "hex"));
    const [read] = await sheetsOf(replaced(western, from ?? plain, to ?? plain));
    expect(read?.rows[0]?.cells[0]?.normalize("NFC")).toBe("Quyết định");
  });

  test("is imported like any other, TCVN3 and what cannot be read told", async () => {
    const desk = await openDesk();
    const sheet = oldSheet([
      ["UBND xã Phước An"],
      headings,
      [1, "H05.1", "Hå s¬ cÊp ®Êt n¨m", "2005"],
      [2, "H05.2", "Hồ sơ giao rừng", { t: "n", v: 42160, z: "dd/mm/yyyy" }],
      [3, "H05.3", "Hồ sơ khác", "31/02/2016"],
    ]);
    sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
    const report = await desk.read(oldWorkbook({ S: sheet }), { name: "cu.xls" });
    expect(report.preview).toMatchObject([
      { code: "H05.1", title: "Hồ sơ cấp đất năm" },
      { code: "H05.2", title: "Hồ sơ giao rừng" },
      { code: "H05.3" },
    ]);
    expect(said(report.problems)).toEqual([
      [3, "warning", "legacy-font", "Hå s¬ cÊp ®Êt n¨m"],
      [5, "warning", "date-not-read", "31/02/2016"],
    ]);
    await desk.handlers["workbook.write"]({ token: report.token, legacyConfirmed: true });
    expect(desk.files().map(({ code, startDate }) => [code, startDate])).toContainEqual([
      "H05.2",
      "2015-06-05",
    ]);
    const marked = await desk.read(oldWorkbook({ S: sheet }), { name: "cu.xls" });
    const { digest } = await desk.handlers["workbook.problems"]({ token: marked.token, language: "vi" });
    if (!isDigest(digest)) throw new Error("no workbook was made");
    expect((await readFile(desk.objects.path(digest))).subarray(0, 2).toString()).toBe("PK");
  });
});

describe("an old workbook that cannot be read", () => {
  const good = () => oldWorkbook({ S: oldSheet([headings, ["1", "H05.1", "Hồ sơ", "2015"]]) });

  test("behind a password says so", async () => {
    // The record of the password stands where the writer puts an empty one of the same place in every workbook.
    const locked = replaced(good(), Buffer.from("c10002000000", "hex"), Buffer.from("2f0002000000", "hex"));
    expect(await fault(locked)).toBe("workbook-encrypted");
  });

  test("with macros is read, and said to carry them", async () => {
    const macroSheet = oldWorkbook({ S: oldSheet([["x"]]), M: oldSheet([["=EXEC()"]]) });
    const names = utf16("M");
    const at = macroSheet.lastIndexOf(Buffer.concat([Buffer.from([0, 0, 1, 1]), names]));
    expect(at).toBeGreaterThan(0);
    macroSheet[at + 1] = 1;
    const sheets = await sheetsOf(macroSheet);
    expect(sheets.map(({ name, macros }) => [name, macros])).toEqual([["S", true]]);
  });

  test("past a limit is refused as too large", async () => {
    const long = oldWorkbook({ S: oldSheet(Array.from({ length: 50 }, (_, at) => [`dòng ${at}`])) });
    expect(await fault(long, { ...workbookLimits, rows: 10 })).toBe("workbook-too-large");
    expect(await fault(long, { ...workbookLimits, compoundBytes: 1000 })).toBe("workbook-too-large");
    expect(await fault(long, { ...workbookLimits, sharedTextBytes: 100 })).toBe("workbook-too-large");
    expect(await fault(long, { ...workbookLimits, rows: 50 })).toBe("none");
  });

  test("wherever it was cut is refused", async () => {
    const bytes = oldWorkbook({ S: oldSheet(Array.from({ length: 300 }, (_, at) => [`dòng ${at}`, at])) });
    for (let part = 1; part < 12; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 12));
      expect([part, await fault(cut)]).toEqual([part, "workbook-unreadable"]);
    }
  });

  test.each([1, 2, 3])(
    "whose bytes were changed ends in rows or in a fault, never else (seed %d)",
    async (seed) => {
      const chance = seeded(seed);
      const bytes = oldWorkbook({
        S: oldSheet([
          headings,
          ...Array.from({ length: 40 }, (_, at) => [at, `H05.${at}`, "Hồ sơ", 42160 + at]),
        ]),
      });
      for (let round = 0; round < 25; round += 1) {
        const spoiled = Buffer.from(bytes);
        for (let change = 0; change < 6; change += 1) spoiled[chance(spoiled.length)] = chance(256);
        expect(await fault(spoiled)).toMatch(/^(none|workbook-(unreadable|encrypted|too-large))$/);
      }
    },
  );

  test("that is another kind of document is no workbook", async () => {
    const renamed = replaced(good(), utf16("Workbook"), utf16("WordDocs"));
    expect(await fault(renamed)).toBe("workbook-unreadable");
  });
});

withOffice("an old workbook as LibreOffice saves it is read", async () => {
  const styles = `<numFmts><numFmt numFmtId="171" formatCode="mm\\/yyyy"/></numFmts><fonts><font><sz val="12"/><name val="Times New Roman"/></font><font><sz val="12"/><name val=".VnTimeH"/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="171" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>`;
  const inside = `<sheetData>${textRow(1, ["Mục lục hồ sơ"])}<row r="2"><c r="A2" s="1"><v>42160</v></c><c r="B2" s="2"><v>42160</v></c><c r="C2" s="3" t="inlineStr"><is><t>uû ban</t></is></c><c r="D2"><f>1+2</f><v>3</v></c><c r="E2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="F2"><f>1/0</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
  const hidden = { name: "Ẩn", inside: [`<sheetData>${textRow(1, ["ẩn"])}</sheetData>`], state: "hidden" };
  const bytes = await rawWorkbook({ sheets: [{ name: "Sổ", inside: [inside] }, hidden], styles });
  const folder = temporaryFolder();
  await writeFile(join(folder, "moi.xlsx"), bytes);
  const made = await convertInOffice(join(folder, "moi.xlsx"), "xls", join(folder, "out"));
  const sheets = await sheetsOf(await readFile(made));
  expect(sheets.map(({ name }) => name)).toEqual(["Sổ"]);
  expect(sheets[0]?.rows).toEqual([
    { row: 1, cells: ["Mục lục hồ sơ"] },
    {
      row: 2,
      cells: ["2015-06-05", "2015-06", "uû ban", "3", "ab", ""],
      valueless: [5],
      fonts: new Map([[2, ".VnTimeH"]]),
    },
  ]);
});
