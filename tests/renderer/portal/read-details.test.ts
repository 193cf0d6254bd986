import { expect, test } from "vitest";
import { readAsked, writeAsked } from "#renderer/portal/asked.ts";
import { detailsOf, readDetails } from "#renderer/portal/read-details.ts";

const blank = { number: "", issuer: "", from: "", to: "" };

test("what is typed field by field is what the address and the fields hold again", () => {
  const typed = { number: " 15/QĐ-UB ", issuer: "UBND xã", from: "1995", to: "1/3/1999" };
  const { filter, wrong } = readDetails(typed);
  expect(wrong).toEqual([]);
  expect(filter).toEqual({ number: "15/QĐ-UB", issuer: "UBND xã", from: "1995", to: "1999-03-01" });
  expect(detailsOf(filter)).toEqual({ ...typed, number: "15/QĐ-UB", to: "01/03/1999" });
  const asked = { words: "đất", by: "words", filter: { fonds: "A", ...filter } } as const;
  expect(readAsked(writeAsked(asked))).toEqual(asked);
});

test("blank fields ask for nothing; what is no date is named and not asked for", () => {
  expect(readDetails({ ...blank, number: "  " })).toEqual({ filter: {}, wrong: [] });
  expect(readDetails({ ...blank, from: "31/02/1999", to: "hôm qua" })).toEqual({
    filter: {},
    wrong: ["from", "to"],
  });
  expect(readAsked("from=1999-02-31&to=x").filter).toEqual({});
});
