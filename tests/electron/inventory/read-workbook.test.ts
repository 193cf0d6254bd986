import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packParts } from "#electron/inventory/pack-parts.ts";
import { noChoices } from "#shared/inventory/read-lines.ts";
import { readInThread } from "#electron/inventory/read-in-thread.ts";
import { readWorkbook } from "#electron/inventory/read-workbook.ts";
import { workbookLimits } from "#electron/inventory/workbook-limits.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import type { SheetRow } from "#shared/inventory/sheet-row.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { rawWorkbook, textRow } from "./raw-workbook.ts";

const store = async (bytes: Uint8Array | string, name = "sheet.xlsx") => {
  const path = join(temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
};

async function rowsOf(bytes: Buffer, limits = workbookLimits): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const sheet of readWorkbook(await store(bytes), limits)) {
    for await (const slice of sheet.rows) rows.push(...slice);
  }
  return rows;
}

const styles = `<numFmts><numFmt numFmtId="170" formatCode="0000"/><numFmt numFmtId="171" formatCode="[$-42A]mm\\/yyyy;@"/><numFmt numFmtId="172" formatCode="#,##0&quot; trang y&quot;"/></numFmts>
<fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf fontId="1"/></cellXfs>`;

describe("a sheet", () => {
  test("gives texts, numbers, days and formulas as they read", async () => {
    const inside = `<sheetData><row r="2">
<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><r><t>nội </t></r><r><t>dòng</t></r></is></c>
<c r="D2" t="str"><f>A1&amp;B1</f><v>tính &amp; giữ</v></c><c r="E2"><f>1+1</f></c><c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c>
<c r="G2" s="1"><v>42160</v></c><c r="H2" s="2"><v>7</v></c><c r="I2" s="3"><v>42160</v></c><c r="J2" s="4"><v>12</v></c>
<c r="K2" s="1"><v>12</v></c><c r="L2"><v>0.30000000000000004</v></c><c r="M2" t="b"><v>1</v></c><c r="N2" s="5" t="s"><v>0</v></c><c r="P2"><f>2+3</f><v>5</v></c>
</row></sheetData>`;
    const texts = `<si><t xml:space="preserve"> một </t></si><si><r><rPr><rFont val="VNI-Times"/></rPr><t>giàu</t></r><r><t> chữ</t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si>`;
    const [row] = await rowsOf(
      await rawWorkbook({ sheets: [{ name: "S", inside: [inside] }], texts, styles }),
    );
    expect(row?.row).toBe(2);
    expect(row?.cells).toEqual([
      ...[" một ", "giàu chữ", "nội dòng", "tính & giữ", "", "", "2015-06-05", "0007", "2015-06", "12"],
      ...["12", "0.30000000000000004", "1", " một ", "", "5"],
    ]);
    expect(row?.valueless).toEqual([4, 5]);
    expect([...(row?.fonts ?? [])]).toEqual([
      [1, "VNI-Times"],
      [13, ".VnTime"],
    ]);
  });

  test("counts days from 1904 where the workbook says so", async () => {
    const inside = `<sheetData><row><c s="1"><v>40698</v></c></row></sheetData>`;
    const bytes = await rawWorkbook({ sheets: [{ name: "S", inside: [inside] }], styles, date1904: true });
    expect((await rowsOf(bytes))[0]?.cells).toEqual(["2015-06-05"]);
  });

  test("reads what our writer writes, hidden sheets left out", async () => {
    const bytes = await writeWorkbook([
      {
        name: "Một & <hai>",
        rows: [["a", 5, { day: "2015-06-05" }, { heading: "H" }], [], ["", "x\ny \u0001"]],
      },
    ]);
    const rows = await rowsOf(bytes);
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ["a", "5", "2015-06-05", "H"]],
      [3, ["", "x\ny "]],
    ]);
    const hidden = await rawWorkbook({
      sheets: [{ name: "S", inside: [`<sheetData>${textRow(1, ["x"])}</sheetData>`], state: "hidden" }],
    });
    expect(await rowsOf(hidden)).toEqual([]);
  });

  test("with prefixed names is read as one without", async () => {
    const inside = `<x:sheetData xmlns:x="u"><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData>`;
    expect(await rowsOf(await rawWorkbook({ sheets: [{ name: "S", inside: [inside] }] }))).toMatchObject([
      { cells: ["a"] },
    ]);
  });

  test("of a million styled empty rows gives only those that hold something", async () => {
    function* inside() {
      yield `<sheetData>${textRow(1, ["đầu"])}`;
      for (let row = 2; row <= 1_000_000; row += 1)
        yield `<row r="${row}" s="3"><c r="A${row}" s="3"/><c r="B${row}" s="3"/></row>`;
      yield `${textRow(1_000_001, ["cuối"])}</sheetData>`;
    }
    const rows = await rowsOf(await rawWorkbook({ sheets: [{ name: "S", inside: inside() }] }));
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ["đầu"]],
      [1_000_001, ["cuối"]],
    ]);
  });

  test("is cut at the last column looked at, not beyond", async () => {
    const far = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData>`;
    expect((await rowsOf(await rawWorkbook({ sheets: [{ name: "S", inside: [far] }] })))[0]?.cells).toEqual([
      "1",
    ]);
  });
});

describe("the thread that reads", () => {
  const listed = async (path: string) => {
    const codes: string[] = [];
    for await (const { lines } of readInThread(path, "sheet.xlsx")) {
      for (const { file, item } of lines) codes.push(`${file?.code ?? ""} ${item?.subject ?? ""}`);
    }
    return codes;
  };
  const sheet = async (rows: string[][]) =>
    await store(
      await writeWorkbook([
        { name: "S", rows: [["Mã hồ sơ", "Tiêu đề hồ sơ", "Thời gian tài liệu"], ...rows] },
      ]),
    );

  test("reads one workbook after another, and two at once each by itself", async () => {
    const first = await sheet(Array.from({ length: 2500 }, (_, at) => [`A.${at}`, "Hồ sơ", "2015"]));
    const second = await sheet([["B.1", "Hồ sơ", "2015"]]);
    const all = Array.from({ length: 2500 }, (_, at) => `A.${at} `);
    expect(await listed(first)).toEqual(all);
    expect(await listed(second)).toEqual(["B.1 "]);
    expect(await Promise.all([listed(first), listed(second)])).toEqual([all, ["B.1 "]]);
    expect(await Promise.all([listed(second), listed(first)])).toEqual([["B.1 "], all]);
  });

  test("is ended where a reading is given up or fails, and the next reading has another", async () => {
    const long = await sheet(Array.from({ length: 5000 }, (_, at) => [`A.${at}`, "Hồ sơ", "2015"]));
    for await (const { lines } of readInThread(long, "sheet.xlsx")) {
      expect(lines[0]?.file?.code).toBe("A.0");
      break;
    }
    await expect(listed(await store("PK\u0003\u0004nothing"))).rejects.toMatchObject({
      code: "workbook-unreadable",
    });
    expect(await listed(await sheet([["B.1", "Hồ sơ", "2015"]]))).toEqual(["B.1 "]);
  });
});

describe("a file that is no workbook, or too much of one", () => {
  const fault = async (bytes: Uint8Array | string, name = "sheet.xlsx", limits = workbookLimits) => {
    const path = await store(bytes, "stored");
    const read = async () => {
      for await (const slice of readInThread(path, name, noChoices, limits))
        expect(slice.summary.name).toBe("S");
    };
    return await read().then(
      () => "none",
      (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
    );
  };
  const good = () =>
    writeWorkbook([{ name: "S", rows: Array.from({ length: 50 }, (_, at) => [`dòng ${at}`]) }]);

  test("says what it is", async () => {
    expect(await fault("")).toBe("workbook-empty");
    expect(await fault("   \n")).toBe("workbook-empty");
    expect(await fault("<html><table><tr><td>STT</td></tr></table></html>")).toBe("workbook-unreadable");
    expect(await fault("%PDF-1.7")).toBe("workbook-unreadable");
    expect(await fault(Buffer.from([1, 2, 3, 0, 255]), "a.csv")).toBe("workbook-unreadable");
    const compound = Buffer.from("d0cf11e0a1b11ae1", "hex");
    expect(await fault(Buffer.concat([compound, Buffer.alloc(4096)]))).toBe("workbook-unreadable");
    const locked = Buffer.concat([compound, Buffer.alloc(1024), Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await fault(locked)).toBe("workbook-encrypted");
    expect(await fault(await packParts([{ path: "word/document.xml", text: "<a/>" }]))).toBe(
      "workbook-unreadable",
    );
  });

  test("is refused wherever it was cut, and where its bytes were changed", async () => {
    const bytes = await good();
    for (let part = 1; part < 8; part += 1) {
      expect(await fault(bytes.subarray(0, Math.floor((bytes.length * part) / 8)))).toBe(
        "workbook-unreadable",
      );
    }
    const spoiled = Buffer.from(bytes);
    spoiled.fill(0x55, 40, bytes.indexOf("_rels/.rels") + 200);
    expect(await fault(spoiled)).toBe("workbook-unreadable");
  });

  test("is refused past a limit, and its thread past its memory", async () => {
    const bytes = await good();
    expect(await fault(bytes, "a.xlsx", { ...workbookLimits, rows: 10 })).toBe("workbook-too-large");
    expect(await fault(bytes, "a.xlsx", { ...workbookLimits, unpackedBytes: 2000 })).toBe(
      "workbook-too-large",
    );
    const texts = "<si><t>một chữ dài hơn</t></si>".repeat(2000);
    const shared = await rawWorkbook({ sheets: [{ name: "S", inside: ["<sheetData/>"] }], texts });
    expect(await fault(shared, "a.xlsx", { ...workbookLimits, sharedTextBytes: 20_000 })).toBe(
      "workbook-too-large",
    );
  });

  test("that fills its thread's memory ends the thread alone", async () => {
    function* texts() {
      for (let at = 0; at < 400_000; at += 1) yield `<si><t>chữ số ${at} của một bảng rất dài</t></si>`;
    }
    const inside = ["<sheetData/>"];
    const bytes = await rawWorkbook({ sheets: [{ name: "S", inside }], texts: [...texts()].join("") });
    expect(await fault(bytes, "a.xlsx", { ...workbookLimits, threadMemory: 24 })).toBe("workbook-too-large");
  });

  test("that packs a hundred megabytes into little is bounded", async () => {
    function* inside() {
      yield "<sheetData><row r='1'><c t='inlineStr'><is><t>";
      for (let megabyte = 0; megabyte < 100; megabyte += 1) yield "a".repeat(1024 * 1024);
      yield "</t></is></c></row></sheetData>";
    }
    const bomb = await rawWorkbook({ sheets: [{ name: "S", inside: inside() }] });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await fault(bomb, "a.xlsx", { ...workbookLimits, unpackedBytes: 50_000_000 })).toBe(
      "workbook-too-large",
    );
    // Within the limit its one endless cell is cut.
    const [row] = await rowsOf(bomb);
    expect(row?.cells[0]).toHaveLength(workbookLimits.cellLength);
  });

  test("with a tag that never ends is refused soon", async () => {
    function* inside() {
      yield "<sheetData><row a='";
      for (let part = 0; part < 40; part += 1) yield ">".repeat(100_000);
    }
    expect(await fault(await rawWorkbook({ sheets: [{ name: "S", inside: inside() }] }))).toBe(
      "workbook-unreadable",
    );
  });
});
