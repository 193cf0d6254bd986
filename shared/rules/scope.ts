import type { ArchiveFile } from "#shared/archive/file.ts";
import { yearOf } from "./year-of.ts";

/** The facts of a file that the scope of the province's letter is decided by. */
export type ScopeFacts = Pick<
  ArchiveFile,
  "retention" | "arrangement" | "startDate" | "endDate" | "frequentUse" | "scopeReason"
>;

/** What keeps a file out of the first ground of the letter, or is not known of it yet. */
export type ScopeWant =
  | "not-permanent"
  | "not-arranged"
  | "other-years"
  | "retention-unknown"
  | "arrangement-unknown"
  | "years-unknown";

export type ScopeAnswer = {
  within: boolean;
  reason: "arranged-2015-2020" | "frequent-use" | "reasoned" | "outside" | "not-known";
  why: readonly ScopeWant[];
};

/** The years of the letter's review "trước mắt" (CV 851/BNV-CVT&LTNN): the first and the last. */
export const letterYears = [2015, 2020] as const;

/**
 * Whether a file is within the letter's scope: permanent, fully arranged and all of its dates in 2015–2020; or in
 * frequent use; or taken in for a written reason. `why` says what is against the first ground, or not known of it.
 */
export function scopeOf(file: ScopeFacts): ScopeAnswer {
  const against: ScopeWant[] = [];
  const unknown: ScopeWant[] = [];
  if (file.retention === "") unknown.push("retention-unknown");
  else if (file.retention !== "01") against.push("not-permanent");
  if (file.arrangement === "") unknown.push("arrangement-unknown");
  else if (file.arrangement !== "arranged") against.push("not-arranged");
  const years = [yearOf(file.startDate), yearOf(file.endDate)].filter((year) => year !== 0);
  if (years.some((year) => year < letterYears[0] || year > letterYears[1])) against.push("other-years");
  else if (years.length === 0) unknown.push("years-unknown");
  if (against.length === 0 && unknown.length === 0)
    return { within: true, reason: "arranged-2015-2020", why: [] };
  const why = [...against, ...unknown];
  if (file.frequentUse) return { within: true, reason: "frequent-use", why };
  if (file.scopeReason.trim() !== "") return { within: true, reason: "reasoned", why };
  return { within: false, reason: against.length > 0 ? "outside" : "not-known", why };
}
