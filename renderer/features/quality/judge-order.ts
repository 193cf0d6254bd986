import type { JudgedPage } from "#shared/contract/quality.ts";

/**
 * The order in which pages are walked: as it was when the walk began, so that nothing jumps while verdicts change the
 * urgency; pages that came since stand at the end, and pages that went are left out.
 */
export function keepOrder(order: readonly string[], judged: readonly JudgedPage[]): JudgedPage[] {
  const known = new Map(judged.map((page) => [page.id, page]));
  const kept = order.flatMap((id) => known.get(id) ?? []);
  const seen = new Set(order);
  return [...kept, ...judged.filter(({ id }) => !seen.has(id))];
}

/** The next page without a verdict after a place, from the beginning again at the end; nothing where all are judged. */
export function nextToJudge(pages: readonly JudgedPage[], at: number): JudgedPage | undefined {
  const around = [...pages.slice(at + 1), ...pages.slice(0, at)];
  return around.find(({ verdict }) => verdict === "");
}
