import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { documentTypeCodes } from "#shared/archive/codes.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page, PageStop } from "#shared/archive/page.ts";
import { type Role, roleSchema } from "#shared/archive/role.ts";
import { Choice } from "#shared/base/schema.ts";
import usual from "#resources/rules/capture-quality.json" with { type: "json" };

export const qualityCodes = [
  "dpi",
  "dpi-unknown",
  "paper-size",
  "depth",
  "colour",
  "sharpness",
  "skew",
  "dark",
  "bright",
  "cut",
  "bleed",
  "blank",
  "no-text",
  "confidence",
] as const;

export type QualityCode = (typeof qualityCodes)[number];

/** The worst first. An error stops the page's item; a warning asks for a look; a note says what was found. */
export const severities = ["error", "warning", "note"] as const;

/** The bound of each severity, and who may let a page with the error stand, with a written reason; nobody unless named. */
const boundsSchema = Type.Object(
  {
    error: Type.Optional(Type.Number()),
    warning: Type.Optional(Type.Number()),
    note: Type.Optional(Type.Number()),
    justify: Type.Optional(Type.Array(roleSchema)),
  },
  { additionalProperties: false },
);

type Bounds = Static<typeof boundsSchema>;

/** What is asked of scans, by the class of their document; the class without types is for all others. */
export const captureQualitySchema = Type.Object({
  name: Type.Literal("capture-quality"),
  version: Type.Integer({ minimum: 1 }),
  source: Type.String({ minLength: 1 }),
  classes: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1, maxLength: 40 }),
      types: Type.Array(Choice(documentTypeCodes)),
      rules: Type.Unsafe<Partial<Record<QualityCode, Bounds>>>(
        Type.Object(Object.fromEntries(qualityCodes.map((code) => [code, Type.Optional(boundsSchema)])), {
          additionalProperties: false,
        }),
      ),
    }),
    { minItems: 1 },
  ),
});

export type CaptureQuality = Static<typeof captureQualitySchema>;

/** The rules that come with the app. */
export const usualQuality: CaptureQuality = Parse(captureQualitySchema, usual);

/** What is found against a page: the figure that was measured, and the bound it breaks. */
export const qualityFindingSchema = Type.Object({
  code: Choice(qualityCodes),
  severity: Choice(severities),
  value: Type.Number(),
  bound: Type.Number(),
  /** Who may let it stand. */
  justify: Type.Array(roleSchema),
});

export type QualityFinding = Static<typeof qualityFindingSchema>;

const blankness = { "": 0, no: 0, maybe: 1, yes: 2 } as const;
const tones = { "": 0, colour: 0, grey: 1, bitonal: 2 } as const;

/** The figure of each rule; a rule is broken below its bound, or above it. `undefined` where it says nothing. */
const figures: Record<QualityCode, { broken: "below" | "above"; of: (page: Page) => number | undefined }> = {
  dpi: { broken: "below", of: ({ dpi }) => (dpi > 0 ? dpi : undefined) },
  "dpi-unknown": { broken: "above", of: ({ dpi }) => (dpi > 0 ? 0 : 1) },
  // The shorter side in millimetres: a wrong scale makes an A4 page a stamp.
  "paper-size": { broken: "below", of: shorterSide },
  depth: { broken: "below", of: ({ depth }) => (depth > 0 ? depth : undefined) },
  colour: { broken: "above", of: ({ colour }) => tones[colour] },
  sharpness: { broken: "below", of: ({ blank, sharpness }) => (blank === "no" ? sharpness : undefined) },
  skew: { broken: "above", of: ({ skew }) => Math.abs(skew) },
  dark: { broken: "above", of: ({ dark }) => dark },
  bright: { broken: "above", of: ({ blank, bright }) => (blank === "no" ? bright : undefined) },
  cut: { broken: "above", of: ({ cutEdges }) => cutEdges.length },
  bleed: { broken: "above", of: ({ bleed }) => bleed },
  blank: { broken: "above", of: ({ blank }) => blankness[blank] },
  "no-text": {
    broken: "above",
    of: ({ blank, wordsDigest, wordCount }) =>
      wordsDigest !== "" && blank === "no" && wordCount === 0 ? 1 : undefined,
  },
  confidence: {
    broken: "below",
    of: ({ wordCount, confidence }) => (wordCount > 0 ? confidence : undefined),
  },
};

function shorterSide({ width, height, dpi }: Page): number | undefined {
  if (dpi === 0 || width === 0) return undefined;
  return Math.round((Math.min(width, height) / dpi) * 25.4);
}

/** The rules for a document of a type. */
export function rulesForType(type: Item["type"], quality = usualQuality): CaptureQuality["classes"][number] {
  const own = quality.classes.find(({ types }) => types.includes(type));
  const rest = quality.classes.find(({ types }) => types.length === 0);
  return own ?? rest ?? { name: "", types: [], rules: {} };
}

/** All that a page breaks of the rules for its document, the worst first; nothing before the page was measured. */
export function checkPage(page: Page, type: Item["type"], quality = usualQuality): QualityFinding[] {
  if (page.blank === "") return [];
  const { rules } = rulesForType(type, quality);
  const findings: QualityFinding[] = [];
  for (const code of qualityCodes) {
    const bounds = rules[code];
    const value = figures[code].of(page);
    if (!bounds || value === undefined) continue;
    const severity = severities.find((one) => {
      const bound = bounds[one];
      return bound !== undefined && (figures[code].broken === "below" ? value < bound : value > bound);
    });
    if (severity) {
      findings.push({ code, severity, value, bound: bounds[severity] ?? 0, justify: bounds.justify ?? [] });
    }
  }
  return findings.sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
}

/** The errors that nobody has let stand: those of a page without a written reason, or that nobody may justify. */
export function unresolved(
  page: Pick<Page, "keptBecause">,
  findings: readonly QualityFinding[],
): QualityFinding[] {
  return findings.filter(
    ({ severity, justify }) => severity === "error" && (page.keptBecause === "" || justify.length === 0),
  );
}

/** Whether a person of this role may let a page with these findings stand with a reason. */
export function mayJustify(findings: readonly QualityFinding[], role: Role): boolean {
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ justify }) => justify.includes(role));
}

/** What stands against a page; `mustBeJudged` for pages that a person has to accept one by one. */
export function stopOf(page: Page, findings: readonly QualityFinding[], mustBeJudged: boolean): PageStop {
  if (page.verdict === "rejected") return "rejected";
  if (unresolved(page, findings).length > 0) return "faulty";
  return mustBeJudged && page.verdict !== "accepted" ? "unjudged" : "";
}

/** How much a page wants a look: greater first. Rejected pages come before all, accepted ones after all. */
export function urgency(page: Page, findings: readonly QualityFinding[]): number {
  if (page.verdict === "accepted") return -1;
  const weights = { error: 100, warning: 10, note: 1 };
  const sum = findings.reduce((total, { severity }) => total + weights[severity], 0);
  return sum + (page.hold === "" ? 0 : 1000);
}
