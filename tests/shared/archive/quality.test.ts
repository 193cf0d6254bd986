import { expect, test } from "vitest";
import { qualityWarnings } from "#shared/archive/quality.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";

const good = { dpi: 300, skew: 0.2, sharpness: 0.8, blank: "no", wordCount: 200, confidence: 88 } as const;

test.each([
  [{}, []],
  [{ dpi: 199 }, ["dpi"]],
  [{ dpi: 0 }, []],
  [{ skew: -2.5 }, ["skew"]],
  [{ sharpness: 0.2 }, ["sharpness"]],
  [{ blank: "maybe" as const, sharpness: 0.1, wordCount: 0 }, ["blank"]],
  [{ confidence: 40 }, ["confidence"]],
  [{ confidence: 0, wordCount: 0 }, []],
])("a page with %j warns of %j", (fields, warnings) => {
  expect(qualityWarnings(samplePage("page-1", { ...good, ...fields }))).toEqual(warnings);
});

test("a page that was not measured warns of nothing", () => {
  expect(qualityWarnings(samplePage("page-1", { blank: "", dpi: 10, sharpness: 0, skew: 9 }))).toEqual([]);
});
