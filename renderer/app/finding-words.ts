import type { QualityFinding } from "#shared/rules/capture-quality.ts";
import type { Words } from "#shared/text/vi.ts";

/** Figures that are shares of a page and are read as percent. */
const shares = new Set<QualityFinding["code"]>(["dark", "bright", "bleed"]);

/** What is found against a page, in words, with the figure and the bound it breaks. */
export function findingWords(words: Words, { code, value, bound }: QualityFinding): string {
  const figure = (number: number) => number.toLocaleString(words.common.locale, { maximumFractionDigits: 2 });
  const shown = shares.has(code) ? figure(Math.round(value * 100)) : figure(value);
  return words.quality.findings[code](shown, figure(bound));
}
