import { expect, it } from "vitest";
import { neededBeyond } from "#shared/rules/needed-fields.ts";
import { ruleProfiles } from "#shared/rules/profile.ts";

const { "TT05-2025": newer, "TT02-2019": older } = ruleProfiles;

it("names what TT 05/2025 asks for beyond TT 02/2019, and nothing the other way round", () => {
  expect(neededBeyond(newer, older)).toEqual({
    fonds: ["history", "dateSpan", "languages"],
    files: ["leafCount", "pageCount"],
    items: ["language", "access"],
  });
  expect(neededBeyond(older, newer)).toEqual({ fonds: [], files: [], items: [] });
});
