import { expect, it } from "vitest";
import { scopeOf } from "#shared/rules/scope.ts";
import { decisionKind } from "#shared/rules/decision-kind.ts";

const whole = {
  retention: "01",
  arrangement: "arranged",
  startDate: "2015-01-05",
  endDate: "2020-12",
  frequentUse: false,
  scopeReason: "",
} as const;

it.each([
  ["permanent, arranged, in the years", {}, true, "arranged-2015-2020", []],
  ["one date known", { endDate: "" }, true, "arranged-2015-2020", []],
  ["years beyond", { endDate: "2021-01-01" }, false, "outside", ["other-years"]],
  ["begun before", { startDate: "2014" }, false, "outside", ["other-years"]],
  ["not permanent", { retention: "02" }, false, "outside", ["not-permanent"]],
  ["arranged in part", { arrangement: "partly" }, false, "outside", ["not-arranged"]],
  [
    "outside, in frequent use",
    { retention: "05", frequentUse: true },
    true,
    "frequent-use",
    ["not-permanent"],
  ],
  [
    "outside, with a reason",
    { startDate: "2010", scopeReason: "UBND yêu cầu" },
    true,
    "reasoned",
    ["other-years"],
  ],
  [
    "outside, with blanks for a reason",
    { startDate: "2010", scopeReason: "  " },
    false,
    "outside",
    ["other-years"],
  ],
  [
    "nothing known",
    { retention: "", arrangement: "", startDate: "", endDate: "" },
    false,
    "not-known",
    ["retention-unknown", "arrangement-unknown", "years-unknown"],
  ],
  [
    "one fact against, one unknown",
    { retention: "02", arrangement: "" },
    false,
    "outside",
    ["not-permanent", "arrangement-unknown"],
  ],
] as const)("%s", (_, fields, within, reason, why) => {
  expect(scopeOf({ ...whole, ...fields })).toEqual({ within, reason, why });
});

it.each([
  ["12", "QĐ-UBND", "individual"],
  ["12", "2016/QĐ-UBND", "normative"],
  ["12/2016", "QĐ-UBND", "normative"],
  ["12", "QĐ-UBND/2016", "individual"],
  ["12", "", undefined],
])("number %s with symbol %j is %s", (number, symbol, kind) => {
  expect(decisionKind({ number, symbol })).toBe(kind);
});
