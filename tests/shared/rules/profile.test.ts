import { describe, expect, it } from "vitest";
import { fileSchema } from "#shared/archive/file.ts";
import { fondsSchema } from "#shared/archive/fonds.ts";
import { itemSchema } from "#shared/archive/item.ts";
import { checkFile, checkFonds, checkItem, defaultRuleProfile, ruleProfiles } from "#shared/rules/profile.ts";
import { sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";

const told = (findings: { field: string; code: string; limit: number }[]) =>
  findings.map(({ field, code, limit }) => `${field} ${code} ${String(limit)}`);

describe.each(Object.values(ruleProfiles))("profile $name", (profile) => {
  it("names fields that records have, its source and its version", () => {
    const known = (schema: { properties: object }) => Object.keys(schema.properties);
    expect(known(fondsSchema)).toEqual(expect.arrayContaining(Object.keys(profile.fonds)));
    expect(known(fileSchema)).toEqual(expect.arrayContaining(Object.keys(profile.files)));
    expect(known(itemSchema)).toEqual(expect.arrayContaining(Object.keys(profile.items)));
    expect(profile.source).toContain(profile.name === "TT02-2019" ? "02/2019/TT-BNV" : "05/2025/TT-BNV");
    expect(profile.version).toBe(1);
  });

  it("finds nothing in records that are whole", () => {
    expect(checkFile(sampleFile("f"), profile)).toEqual([]);
    expect(checkItem(sampleItem("i"), profile)).toEqual([]);
  });
});

it("tells what keeps a record from being listed, and what from being submitted", () => {
  const file = sampleFile("f", { code: " ", title: "", retention: "", leafCount: 0, endDate: "" });
  expect(told(checkFile(file))).toEqual([
    "code required 100",
    "title required 1000",
    "retention lacking 100",
    "endDate lacking 10",
    "leafCount lacking 10",
  ]);
  expect(told(checkItem(sampleItem("i", { type: "", issuer: "" })))).toEqual([
    "type lacking 10",
    "issuer lacking 200",
  ]);
  expect(told(checkFonds(sampleFonds("x")))).toEqual(["history lacking 0", "languages lacking 100"]);
});

it("each circular has its own lengths", () => {
  const file = sampleFile("f", { code: "H05.".padEnd(31, "1"), inventory: "12345" });
  expect(told(checkFile(file, ruleProfiles["TT02-2019"]))).toEqual([
    "code too-long 30",
    "inventory too-long 4",
  ]);
  expect(checkFile(file, ruleProfiles["TT05-2025"])).toEqual([]);
  expect(defaultRuleProfile.name).toBe("TT05-2025");
});

it("counts letters as people see them, however they are composed", () => {
  const subject = "ệ".repeat(500).normalize("NFD");
  expect(checkItem(sampleItem("i", { subject }))).toEqual([]);
  expect(told(checkItem(sampleItem("i", { subject: `${subject}a` })))).toEqual(["subject too-long 500"]);
});

it("an ordinal's length is its digits", () => {
  expect(told(checkItem(sampleItem("i", { ordinal: 12345 }), ruleProfiles["TT02-2019"]))).toEqual([
    "ordinal too-long 4",
  ]);
});
