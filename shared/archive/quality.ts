import type { Page } from "#shared/archive/page.ts";

export type QualityWarning = "dpi" | "skew" | "sharpness" | "blank" | "confidence";

/** The least resolution of a digitized document (TT 05/2025/TT-BNV), in dots an inch. */
export const leastDpi = 200;

/** What a person should look at in a page; figures that were not measured give no warning. */
export function qualityWarnings(page: Page): QualityWarning[] {
  if (page.blank === "") return [];
  const warnings: QualityWarning[] = [];
  if (page.dpi > 0 && page.dpi < leastDpi) warnings.push("dpi");
  if (Math.abs(page.skew) > 2) warnings.push("skew");
  if (page.blank !== "no") warnings.push("blank");
  else if (page.sharpness < 0.3) warnings.push("sharpness");
  if (page.wordCount > 0 && page.confidence < 60) warnings.push("confidence");
  return warnings;
}
