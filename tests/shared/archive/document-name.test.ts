import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aboutDocument, documentCode } from "#shared/archive/document-about.ts";
import { nameDocument, namePracticeNames, uniqueNames } from "#shared/archive/document-name.ts";
import { sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";

const named = (ordinal: number, code: string, inventory = "1", fonds = "H05.02") => ({
  item: { ordinal, number: "12", symbol: "QĐ-UBND", issuedDate: "2016-03-05", subject: "Về việc giao đất" },
  file: { code, inventory },
  fonds: { code: fonds },
});

describe("the name of a document", () => {
  it("is that of the practice", () => {
    const document = named(1, "H05.02.2008.01");
    expect(namePracticeNames.map((practice) => nameDocument(practice, document, "{maHoSo}-{stt:3}"))).toEqual(
      [
        "H05.02.2008.01.0000001.pdf",
        "H05.02/H05.02.2008.01/H05.02.2008.01.0000001.pdf",
        "H05.02/01/H05.02-01-H05.02.2008.01/H05.02-01-H05.02.2008.01-0000001.pdf",
        "H05.02.2008.01-001.pdf",
      ],
    );
    expect(nameDocument("template", document)).toBe("H05.02.2008.01.0000001.pdf");
  });

  it("holds nothing that Windows, or a path, would read otherwise", () => {
    expect(nameDocument("plain", named(7, "../12/QĐ:1?"))).toBe("-12-QĐ-1-.0000007.pdf");
    expect(nameDocument("folders", named(7, "CON", "", "  "))).toBe("-/CON-/CON-.0000007.pdf");
  });

  it("is given once, whatever the codes are", () => {
    const part = fc.string({
      maxLength: 6,
      unit: fc.constantFrom("a", "A", "/", "-", ".", " ", "Đ", "đ", "1", "(", ")"),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...namePracticeNames),
        fc.array(
          fc.record({ code: part, inventory: part, fonds: part, ordinal: fc.integer({ min: 1, max: 3 }) }),
          {
            maxLength: 40,
          },
        ),
        (practice, rows) => {
          const names = uniqueNames(
            rows.map(({ code, inventory, fonds, ordinal }) =>
              nameDocument(practice, named(ordinal, code, inventory, fonds)),
            ),
          );
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(rows.length);
          for (const name of names) {
            expect(name).toMatch(/\.pdf$/);
            expect(name.split("/")).not.toContain("..");
            expect(name).not.toMatch(/[<>:"\\|?*]/);
          }
        },
      ),
    );
  });
});

it("a document says of itself what its records say", () => {
  const file = sampleFile("f", { code: "H05.01", title: "Hồ sơ\ngiao đất" });
  const item = sampleItem("i", {
    ordinal: 3,
    number: "12",
    symbol: "QĐ-UBND",
    subject: " Về việc  giao đất ",
    issuedDate: "1995-06",
    issuer: "UBND xã Mẫu",
  });
  expect(aboutDocument(item, file, sampleFonds("p"))).toMatchObject({
    code: "H05.01.0000003",
    title: "Về việc giao đất",
    author: "UBND xã Mẫu",
    description: "12/QĐ-UBND; Hồ sơ giao đất",
    fonds: "H05 Phông Ủy ban nhân dân xã Mẫu",
    date: "1995-06",
  });
  const bare = aboutDocument({ ...item, subject: "", issuedDate: "năm 95" }, undefined, undefined);
  expect(bare).toMatchObject({ title: documentCode("", item), fonds: "", date: "" });
});
