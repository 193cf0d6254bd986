import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameDocument, uniqueNames } from "#shared/archive/document-name.ts";
import { readDocumentTemplate, templateLimit, templateTokens } from "#shared/archive/document-template.ts";

const item = {
  ordinal: 12,
  number: "12",
  symbol: "QĐ-UBND",
  issuedDate: "2016-03-05",
  subject: "Về việc  giao đất ở cho hộ gia đình, cá nhân",
};
const document = { item, file: { code: "H05.01", inventory: "1" }, fonds: { code: "H05" } };

it.each([
  ["{maHoSo}.{stt:7}", "H05.01.0000012.pdf"],
  ["{maPhong}/{mucLuc}/{maHoSo}/{stt:4} - {soKyHieu}", "H05/01/H05.01/0012 - 12-QĐ-UBND.pdf"],
  [
    "{maHoSo}_{stt:3}_{ngay}_{trichYeu}",
    "H05.01_012_20160305_Về việc giao đất ở cho hộ gia đình, cá nhân.pdf",
  ],
  ["{nam}", "H05.01/2016.0000012.pdf"],
  ["Văn bản {stt:1}", "H05.01/Văn bản 12.pdf"],
  ["  {maHoSo}  ", "H05.01.0000012.pdf"],
])("the template %s names %s", (template, name) => {
  expect(nameDocument("template", document, template)).toBe(name);
});

it.each([
  ["", "empty", ""],
  ["   ", "empty", ""],
  ["{maHS}.{stt}", "unknown-token", "{maHS}"],
  ["{maHoSo:3}", "unknown-token", "{maHoSo:3}"],
  ["{stt:0}", "unknown-token", "{stt:0}"],
  ["{stt:99}", "unknown-token", "{stt:99}"],
  ["{maHoSo", "open-brace", "{"],
  ["maHoSo}", "open-brace", "}"],
  ["{maHoSo}: {stt}", "bad-character", ":"],
  ["..\\{maHoSo}", "bad-character", "\\"],
  ["../{maHoSo}/{stt}", "bad-folder", "../{maHoSo}/{stt}"],
  ["/{maHoSo}", "bad-folder", "/{maHoSo}"],
  ["{maHoSo}/", "bad-folder", "{maHoSo}/"],
  ["x".repeat(templateLimit + 1), "too-long", String(templateLimit + 1)],
])("the template “%s” is refused: %s", (template, problem, at) => {
  expect(readDocumentTemplate(template)).toEqual({ ok: false, fault: { problem, at } });
});

it("says what it added so that no two documents share a name", () => {
  const added = (template: string) => {
    const read = readDocumentTemplate(template);
    return read.ok ? read.value.added : undefined;
  };
  expect(added("{maHoSo}-{stt:2}")).toEqual([]);
  expect(added("{maHoSo} {trichYeu}")).toEqual(["stt"]);
  expect(added("{nam}/{soKyHieu}")).toEqual(["maHoSo", "stt"]);
});

describe("whatever a template and records hold", () => {
  const piece = fc.oneof(
    fc.constantFrom(...templateTokens).map((token) => `{${token}}`),
    fc.constantFrom("-", ".", " ", "/", "{stt:1}", "CON", "Tập", "_"),
  );
  const text = fc.string({
    maxLength: 200,
    unit: fc.constantFrom("a", "Đ", "/", ".", " ", ":", "*", "ệ", "1"),
  });
  const code = fc.stringMatching(/^[A-Z]\d{2}\.\d{1,4}$/);
  const row = fc.record({
    code,
    ordinal: fc.integer({ min: 1, max: 9_999_999 }),
    subject: text,
    symbol: text,
  });

  it("names open on Windows, keep their ordinal, and are given once", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
        fc.array(row, { maxLength: 12 }),
        (template, rows) => {
          const names = rows.map(({ code: own, ordinal, subject, symbol }) =>
            nameDocument(
              "template",
              {
                item: { ordinal, number: "7", symbol, issuedDate: "", subject },
                file: { code: own, inventory: "" },
                fonds: undefined,
              },
              template,
            ),
          );
          for (const [at, name] of names.entries()) {
            expect(name.length).toBeLessThanOrEqual(260);
            expect(name).not.toMatch(/[<>:"\\|?*]/u);
            expect(name).toContain(String(rows[at]?.ordinal));
            for (const part of name.split("/")) {
              expect(part).not.toMatch(/^\s|^\.|[\s.]$/u);
              expect(part).not.toMatch(/^(con|prn|aux|nul)(\.|$)/iu);
              expect(part.length).toBeLessThanOrEqual(104);
            }
          }
          const unique = uniqueNames(names);
          expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(rows.length);
        },
      ),
    );
  });
});
