import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issuerKey } from "#shared/rules/issuing-body.ts";
import { readLetter } from "#shared/reading/read-letter.ts";
import { makeChance } from "#electron/sample/chance.ts";
import { loadSampleFonts } from "#electron/sample/sample-fonts.ts";
import { draftLetter } from "#tests/fixtures/letters/draft-letter.ts";
import { layOutLetter } from "#tests/fixtures/letters/lay-out-letter.ts";
import type { Letter } from "#tests/fixtures/letters/letter.ts";
import { wordsOfLayout } from "#tests/fixtures/letters/words-of-layout.ts";
import { resources } from "#tests/fixtures/resources.ts";

const measure = loadSampleFonts(resources);
const known = [
  "Ủy ban nhân dân huyện Tuy Phước",
  "Ủy ban nhân dân xã Phước Hưng",
  "Hội đồng nhân dân thị xã An Nhơn",
];

function read(seed: number, changes: Partial<Letter> = {}) {
  const chance = makeChance(seed);
  const letter = { ...draftLetter(chance), ...changes };
  const page = wordsOfLayout(layOutLetter(letter, measure, chance), measure);
  return { letter, fields: readLetter(page, page, known) };
}

const plain: Partial<Letter> = { unnumbered: false };

describe("reading a letter by the layout of NĐ 30/2020", () => {
  it("finds every field of letters of many forms that were read without fault", () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const { letter, fields } = read(seed, plain);
      const subject = letter.heading === "" ? `${letter.lead} ${letter.subject}` : letter.subject;
      expect(
        [
          fields.number,
          fields.symbol,
          fields.issuedDate,
          fields.type,
          fields.subject,
          fields.signer,
          fields.place,
        ].map((found) => found?.value),
        `seed ${seed}`,
      ).toEqual([
        letter.number,
        letter.symbol,
        letter.issuedDate,
        letter.type,
        subject,
        letter.signer,
        letter.place,
      ]);
      expect(issuerKey(fields.issuer?.value ?? ""), `seed ${seed}`).toBe(issuerKey(letter.issuer));
    }
  });

  it("names a body as the list of known ones does, and is sure only where symbol and place are its own", () => {
    const body = {
      parentLines: [],
      issuerLines: ["ỦY BAN NHÂN DÂN", "HUYỆN TUY PHƯỚC"],
      place: "Tuy Phước",
      party: false,
    };
    const fits = read(3, { ...plain, ...body, symbol: "QĐ-UBND", joint: "/" }).fields.issuer;
    expect(fits).toMatchObject({ value: "Ủy ban nhân dân huyện Tuy Phước", how: "known-name", doubts: [] });
    expect(fits?.confidence).toBeGreaterThan(0.95);
    const other = read(3, { ...plain, ...body, symbol: "QĐ-TNMT", joint: "/" }).fields.issuer;
    expect(other).toMatchObject({ doubts: ["symbol-differs"] });
    expect(other?.confidence).toBeLessThan(0.95);
  });

  it("takes the body, not its parent", () => {
    const { fields } = read(5, { parentLines: ["UBND HUYỆN TUY PHƯỚC"], issuerLines: ["PHÒNG NỘI VỤ"] });
    expect(fields.issuer?.value).toBe("Phòng Nội vụ");
  });

  it("leaves a number that is not written open, and takes none from the stamp of the receiving office", () => {
    const { fields } = read(8, { unnumbered: true, arrival: { number: "1234", date: "5/6/2001" } });
    expect(fields.number).toBeUndefined();
    expect(fields.symbol?.value).not.toBe("");
  });

  it("takes the date of the head, not one in the text", () => {
    const { letter, fields } = read(12, { ...plain, dateForm: "slashed" });
    expect(fields.issuedDate).toMatchObject({ value: letter.issuedDate, how: "loose-pattern" });
  });

  it("says with each value where it stands", () => {
    const { fields } = read(21, plain);
    for (const found of [fields.number, fields.issuedDate, fields.issuer, fields.subject, fields.signer]) {
      expect(found?.boxes.length).toBeGreaterThan(0);
      expect(found?.pageId).toBe("p");
    }
    const top = (field: "issuer" | "number" | "signer") => fields[field]?.boxes[0]?.[1] ?? Number.NaN;
    expect(top("issuer")).toBeLessThan(top("number"));
    expect(top("number")).toBeLessThan(top("signer"));
  });

  it("is sure of nothing on a page without the state's name", () => {
    const chance = makeChance(4);
    const letter = { ...draftLetter(chance), ...plain };
    const page = wordsOfLayout(layOutLetter(letter, measure, chance), measure);
    const words = page.words.filter(
      ({ text }) => !/^(CỘNG|HÒA|XÃ|HỘI|CHỦ|NGHĨA|VIỆT|NAM|Độc|lập|Tự|do|Hạnh|phúc|ĐẢNG|SẢN)$/.test(text),
    );
    const fields = readLetter({ ...page, words }, { ...page, words }, known);
    for (const [field, found] of Object.entries(fields)) {
      if (field !== "signer") expect(found.confidence).toBeLessThanOrEqual(0.5);
    }
  });

  it("takes any words without a fault", () => {
    const number = fc.oneof(fc.integer({ min: -50, max: 4000 }), fc.constantFrom(Number.NaN, Infinity, 0));
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        "Số:",
        "12/QĐ-UBND",
        "ngày",
        "31",
        "tháng",
        "02",
        "năm",
        "2001",
        "CỘNG",
        "HÒA",
        "XÃ",
        "HỘI",
        "MẬT",
        "V/v",
        "QUYẾT",
        "ĐỊNH",
        "|",
        "—",
      ),
    );
    const word = fc.record({
      text,
      confidence: number,
      box: fc.tuple(number, number, number, number),
      line: fc.integer({ min: 0, max: 8 }),
    });
    const page = fc.record({
      pageId: fc.constant("p"),
      width: fc.integer({ min: 0, max: 3000 }),
      height: fc.integer({ min: 0, max: 4000 }),
      words: fc.array(word, { maxLength: 60 }),
    });
    fc.assert(
      fc.property(page, page, (first, last) => {
        for (const found of Object.values(readLetter(first, last, known))) {
          expect(found.value).not.toBe("");
          expect(found.confidence).toBeGreaterThanOrEqual(0);
          expect(found.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
