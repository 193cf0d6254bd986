import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberSeries, wholeNumber } from "#shared/rules/number-series.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

const decision = (id: string, number: string, issuedDate = "2016-05-03", symbol = "QĐ-UBND") =>
  sampleItem(id, { number, issuedDate, symbol });

describe("a series of numbers", () => {
  it("tells gaps from 1 on, repeats, and numbers that are none", () => {
    const [series] = numberSeries([
      decision("a", "03"),
      decision("b", "4"),
      decision("c", "4"),
      decision("d", "8"),
      decision("e", "8a"),
      decision("f", ""),
    ]);
    expect(series).toMatchObject({
      year: 2016,
      type: "02",
      normative: false,
      first: 3,
      last: 8,
      count: 4,
      gaps: [
        [1, 2],
        [5, 7],
      ],
      repeats: [{ number: 4, itemIds: ["b", "c"] }],
      unnumbered: 2,
    });
  });

  it("tells the fewest items that break the order of days, and leaves months and years alone", () => {
    const [series] = numberSeries([
      decision("a", "1", "2016-01-05"),
      decision("late", "2", "2016-12-30"),
      decision("b", "3", "2016-01"),
      decision("c", "4", "2016-02-01"),
      decision("d", "5", "2016-02-01"),
      decision("e", "6", "2016-03-09"),
    ]);
    expect(series?.outOfOrder).toEqual([{ number: 2, itemId: "late", date: "2016-12-30" }]);
  });

  it("keeps years, types, issuers and law-making numbers apart, and two spellings of one issuer together", () => {
    const all = numberSeries([
      decision("a", "1"),
      { ...decision("b", "2"), issuer: "UBND huyện Tuy Phước" },
      decision("law", "1", "2016-05-03", "2016/QĐ-UBND"),
      decision("other-year", "1", "2017-05-03"),
      { ...decision("commune", "1"), issuer: "UBND xã Phước Hòa" },
      { ...decision("plan", "1"), type: "", symbol: "KH-UBND" },
    ]);
    expect(all.map(({ year, type, normative, count }) => [year, type, normative, count])).toEqual([
      [2017, "02", false, 1],
      [2016, "02", false, 2],
      [2016, "02", true, 1],
      [2016, "02", false, 1],
      [2016, "10", false, 1],
    ]);
  });

  it("says of items without a year only what repeats", () => {
    const [series] = numberSeries([decision("a", "5", ""), decision("b", "5", "")]);
    expect(series).toMatchObject({ year: 0, gaps: [], outOfOrder: [], repeats: [{ number: 5 }] });
  });

  it("takes the year of a law-making number where the date is blank", () => {
    expect(numberSeries([decision("a", "1", "", "2018/QĐ-UBND")])[0]?.year).toBe(2018);
  });
});

it("present numbers and gaps are together 1…N", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
      const [series] = numberSeries(
        numbers.map((number, index) => decision(`i${String(index)}`, String(number))),
      );
      const missing = (series?.gaps ?? []).flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      const all = [...new Set(numbers), ...missing].sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: Math.max(0, ...numbers) }, (_, index) => index + 1));
      const repeated = (series?.repeats ?? []).reduce((sum, { itemIds }) => sum + itemIds.length - 1, 0);
      expect(repeated).toBe(numbers.length - new Set(numbers).size);
    }),
  );
});

it.each([
  ["012", 12],
  [" 7 ", 7],
  ["0", undefined],
  ["12a", undefined],
  ["", undefined],
  ["1234567890", undefined],
])("number %j is %j", (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});
