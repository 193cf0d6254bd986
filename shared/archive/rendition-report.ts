import { type Static, Type } from "typebox";
import { Choice, Count, Text } from "#shared/base/schema.ts";

/**
 * What is looked for in a finished PDF, as PDF/A-2b (ISO 19005-2) has it; each is held or not by itself. `fonts-unicode`
 * asks for more than level b does: that text can be searched and copied.
 */
export const renditionChecks = [
  "readable",
  "structure",
  "trailer-id",
  "not-encrypted",
  "page-count",
  "page-boxes",
  "metadata",
  "declared",
  "info-agrees",
  "output-intent",
  "fonts-embedded",
  "fonts-unicode",
  "colours",
  "filters",
  "images",
  "transparency",
  "annotations",
  "forms",
  "no-script",
  "no-action",
  "no-embedded-file",
] as const;

export type RenditionCheck = (typeof renditionChecks)[number];

export const renditionKinds = ["two-layer", "image-only", "untouched"] as const;

export type RenditionKind = (typeof renditionKinds)[number];

/** Checkers of other makers, asked where they are installed. */
export const otherCheckers = ["qpdf", "veraPDF"] as const;

export type OtherChecker = (typeof otherCheckers)[number];

/** `absent`: not on the machine; `gave-up`: it took too long, or could not do its work. */
export const otherOutcomes = ["passed", "failed", "absent", "gave-up"] as const;

/** At most twenty places; `page` counts from 1, 0 is the document as a whole. */
const faultsSchema = Type.Array(Type.Object({ page: Count(99999), detail: Text(200) }));

/** The report on an item's rendition: every check, and where those not passed failed. Equal files have equal reports. */
export const renditionReportSchema = Type.Object({
  /** SHA-256 of the rendition. */
  rendition: Text(64),
  kind: Choice(renditionKinds),
  /** What looked: the name of the checker and the version of its checks. */
  checker: Text(60),
  version: Text(20),
  pages: Count(99999),
  checks: Type.Array(
    Type.Object({
      check: Choice(renditionChecks),
      passed: Type.Boolean(),
      faults: faultsSchema,
    }),
  ),
  others: Type.Array(
    Type.Object({
      checker: Choice(otherCheckers),
      version: Text(60),
      outcome: Choice(otherOutcomes),
      faults: faultsSchema,
    }),
  ),
});

export type RenditionReport = Static<typeof renditionReportSchema>;

/** True where nothing that was looked for is wrong, by whoever looked. */
export function hasPassed({ checks, others }: Pick<RenditionReport, "checks" | "others">): boolean {
  return checks.every(({ passed }) => passed) && others.every(({ outcome }) => outcome !== "failed");
}
