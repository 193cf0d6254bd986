import { expect, it } from "vitest";
import type { Found } from "#shared/archive/reading.ts";
import { weighContext } from "#shared/reading/weigh-context.ts";

const found = (value: string): Found => ({
  value,
  confidence: 0.97,
  boxes: [],
  pageId: "p",
  how: "pattern",
  doubts: [],
});
const nothing = { years: { from: 0, to: 0, now: 2026 }, others: [] };

it("doubts a year outside the file's, in the future, or other than the symbol's", () => {
  const doubts = (date: string, context = nothing, symbol = "QĐ-UBND") =>
    weighContext({ issuedDate: found(date), symbol: found(symbol) }, context).issuedDate?.doubts;
  expect(doubts("1998-03-05")).toEqual([]);
  expect(doubts("2098-03-05")).toEqual(["year-odd"]);
  expect(doubts("1898-03-05")).toEqual(["year-odd"]);
  expect(doubts("1998-03-05", { ...nothing, years: { from: 2010, to: 2012, now: 2026 } })).toEqual([
    "year-odd",
  ]);
  expect(doubts("2016-03-05", nothing, "2015/QĐ-UBND")).toEqual(["year-odd"]);
  expect(doubts("2015-03-05", nothing, "2015/QĐ-UBND")).toEqual([]);
});

it("doubts a number that stands out of the order of its year", () => {
  const others = [{ number: "100", symbol: "QĐ-UBND", issuedDate: "1998-06-01" }];
  const doubts = (number: string, date: string, symbol = "QĐ-UBND") =>
    weighContext(
      { number: found(number), symbol: found(symbol), issuedDate: found(date) },
      { ...nothing, others },
    ).number?.doubts;
  expect(doubts("90", "1998-05-01")).toEqual([]);
  expect(doubts("190", "1998-05-01")).toEqual(["out-of-series"]);
  expect(doubts("90", "1998-07-01")).toEqual(["out-of-series"]);
  expect(doubts("100", "1998-07-01")).toEqual(["out-of-series"]);
  expect(doubts("190", "1998-05-01", "KH-UBND")).toEqual([]);
  expect(doubts("190", "1999-05-01")).toEqual([]);
});
