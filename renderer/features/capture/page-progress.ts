import type { Page } from "#shared/archive/page.ts";

export type PageProgress = "waiting" | "working" | "done" | "held";

/** How far the machine is with a page, told from what it has found of it. */
export function pageProgress(page: Page, active: boolean): PageProgress {
  if (page.hold !== "") return "held";
  if (page.wordsDigest !== "") return "done";
  return active ? "working" : "waiting";
}
