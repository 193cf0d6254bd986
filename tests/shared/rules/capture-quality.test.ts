import { describe, expect, it, test } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import {
  checkPage,
  mayJustify,
  rulesForType,
  stopOf,
  unresolved,
  urgency,
} from "#shared/rules/capture-quality.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";

const good: Partial<Page> = {
  width: 2480,
  height: 3508,
  dpi: 300,
  depth: 24,
  colour: "colour",
  skew: 0.2,
  sharpness: 0.8,
  blank: "no",
  wordsDigest: "a".repeat(64),
  wordCount: 200,
  confidence: 88,
};
const pageWith = (fields: Partial<Page>) => samplePage("page-1", { ...good, ...fields });
const codesOf = (fields: Partial<Page>, type: "02" | "30" = "02") =>
  checkPage(pageWith(fields), type).map(({ code, severity }) => `${severity} ${code}`);

test.each<[Partial<Page>, string[]]>([
  [{}, []],
  [{ dpi: 199 }, ["error dpi"]],
  [{ dpi: 200, width: 1654, height: 2339 }, []],
  [{ dpi: 0 }, ["warning dpi-unknown"]],
  [{ dpi: 1200 }, ["warning paper-size"]],
  [{ depth: 8, colour: "grey" }, ["error depth", "warning colour"]],
  [{ depth: 1, colour: "bitonal" }, ["error depth", "warning colour"]],
  [{ skew: -2.5 }, ["warning skew"]],
  [{ skew: 0.8 }, ["note skew"]],
  [{ sharpness: 0.25 }, ["warning sharpness"]],
  [{ sharpness: 0.1 }, ["error sharpness"]],
  [{ dark: 0.7 }, ["error dark"]],
  [{ bright: 0.5 }, ["warning bright"]],
  [{ cutEdges: "r" }, ["error cut"]],
  [{ bleed: 0.35 }, ["warning bleed"]],
  [{ blank: "maybe", sharpness: 0.1, wordCount: 0 }, ["note blank"]],
  [{ blank: "yes", sharpness: 0.1, wordCount: 0, bright: 1 }, ["warning blank"]],
  [{ wordCount: 0, confidence: 0 }, ["warning no-text"]],
  [{ confidence: 40 }, ["warning confidence"]],
])("a page with %j: %j", (fields, found) => {
  expect(codesOf(fields)).toEqual(found);
});

it("asks 300 dpi of maps and drawings, and says the figure and the bound", () => {
  expect(codesOf({ dpi: 200, width: 1654, height: 2339 }, "30")).toEqual(["error dpi"]);
  expect(checkPage(pageWith({ dpi: 250 }), "31")[0]).toMatchObject({ value: 250, bound: 300 });
  expect(rulesForType("02").name).toBe("administrative");
  expect(rulesForType("31").name).toBe("drawing");
});

it("finds nothing on a page that was not measured", () => {
  expect(codesOf({ blank: "", dpi: 10, sharpness: 0, skew: 9 })).toEqual([]);
});

it("puts errors before warnings before notes", () => {
  expect(codesOf({ dpi: 150, skew: 0.8, confidence: 20, cutEdges: "lr" })).toEqual([
    "error dpi",
    "error cut",
    "warning confidence",
    "note skew",
  ]);
});

describe("what stands against a page", () => {
  const faulty = pageWith({ dpi: 150 });
  const findings = checkPage(faulty, "02");

  it("an error stops it until a person with the role says why it stands", () => {
    expect(stopOf(faulty, findings, false)).toBe("faulty");
    expect(mayJustify(findings, "district-checker")).toBe(true);
    expect(mayJustify(findings, "capture-operator")).toBe(false);
    expect(mayJustify([], "district-checker")).toBe(false);
    expect(stopOf({ ...faulty, keptBecause: "Bản gốc chỉ còn ảnh chụp" }, findings, false)).toBe("");
  });

  it("an error that the rules let nobody justify stays, whatever is written", () => {
    const strict = findings.map((finding) => ({ ...finding, justify: [] }));
    expect(unresolved({ keptBecause: "Vì thế" }, strict)).toHaveLength(1);
    expect(mayJustify(strict, "district-checker")).toBe(false);
  });

  it("a verdict counts before the rules; where all must be judged none is not enough", () => {
    expect(stopOf(pageWith({ verdict: "rejected", defect: "cut" }), [], false)).toBe("rejected");
    expect(stopOf(pageWith({}), [], true)).toBe("unjudged");
    expect(stopOf(pageWith({ verdict: "accepted" }), [], true)).toBe("");
  });

  it("the worst wants a look first, an accepted page last", () => {
    const accepted = { ...faulty, verdict: "accepted" as const };
    const order = [urgency(faulty, findings), urgency(pageWith({}), []), urgency(accepted, findings)];
    expect(order).toEqual([...order].sort((one, other) => other - one));
    expect(urgency({ ...pageWith({}), hold: "corrupt" }, [])).toBeGreaterThan(order[0] ?? 0);
  });
});
