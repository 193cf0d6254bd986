import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTabSeparated, writeTable, writeTabSeparated } from "#renderer/ui/grid/tab-separated.ts";

describe("a block of cells from the clipboard", () => {
  it("is read as Excel writes it: quoted cells with line ends, the last line end closing the last row", () => {
    expect(readTabSeparated('01\t"Tiêu đề\nhai ""dòng"""\r\n02\t\r\n')).toEqual([
      ["01", 'Tiêu đề\nhai "dòng"'],
      ["02", ""],
    ]);
  });
  it("keeps the quotes of a text that needs none", () => {
    expect(readTabSeparated('"Dân vận khéo"\tGọi là "mẫu"')).toEqual([['"Dân vận khéo"', 'Gọi là "mẫu"']]);
    expect(readTabSeparated('"Dân vận\tkhéo')).toEqual([['"Dân vận', "khéo"]]);
  });
  it("keeps empty cells, empty rows and one empty text", () => {
    expect(readTabSeparated("a\t\tb\n\nc")).toEqual([["a", "", "b"], [""], ["c"]]);
    expect(readTabSeparated("")).toEqual([[""]]);
  });
  it("is in NFC", () => {
    expect(readTabSeparated("Việt".normalize("NFD"))).toEqual([["Việt"]]);
  });
  it("reads a large block of quotes in time that grows with its length alone", () => {
    const rows = Array.from({ length: 20_000 }, () => ['"a', 'x\n"y"']);
    expect(readTabSeparated(writeTabSeparated(rows))).toEqual(rows);
    expect(readTabSeparated('"'.repeat(100_000))).toHaveLength(1);
  });
  it("is what was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ệ", '"', "\t", "\n", " ") });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
      .filter((rows) => rows.at(-1)?.join("") !== "" || rows[0]?.length !== 1);
    fc.assert(
      fc.property(block, (rows) => {
        expect(readTabSeparated(writeTabSeparated(rows))).toEqual(rows);
      }),
    );
  });
});

it("writes a table whose cells are text, with nothing taken for a tag", () => {
  expect(writeTable([["01", "<b>&\nhai"]])).toBe(
    `<table><tr><td style="mso-number-format:'\\@'">01</td><td style="mso-number-format:'\\@'">&lt;b&gt;&amp;<br>hai</td></tr></table>`,
  );
});
