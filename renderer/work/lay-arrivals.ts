import type { Result } from "#shared/base/result.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Desk } from "#renderer/desk.ts";
import { insertPages, type Master } from "#renderer/work/add-pages.ts";
import type { Doing } from "#renderer/work/history.ts";
import type { ArrangeRefusal, Spot } from "#renderer/work/page-edits.ts";

/**
 * Lays what waits in the tray into an item, all as one step that can be undone, and says so to the desk: it leaves the
 * tray, and lies in it again once the step is undone. Answers how many pages there were.
 */
export async function layArrivals(
  work: Work,
  desk: Desk,
  doing: Doing,
  arrivals: readonly Unmatched[],
  spot: Spot,
): Promise<Result<number, ArrangeRefusal>> {
  const masters = arrivals.map(mastersOf);
  const laid = await insertPages(work, doing, spot, masters.flat());
  if (!laid.ok) return laid;
  const ids = [...laid.value];
  for (const [at, { digest, name, page, pageId }] of arrivals.entries()) {
    const pageIds = ids.splice(0, masters[at]?.length ?? 0);
    await desk.call("capture.laid", { digest, name, page, pageIds, ...(pageId && { pageId }) });
  }
  return { ok: true, value: laid.value.length };
}

/** Each page of what waits, as a master. */
export function mastersOf(arrival: Unmatched): Master[] {
  const { digest, size, mediaType, name, page, pages, scanner = "", side = "" } = arrival;
  return Array.from({ length: pages }, (_, at) => ({
    masterDigest: digest,
    masterSize: size,
    masterPage: page + at,
    mediaType,
    sourceName: Array.from(name.split("/").at(-1) ?? name)
      .slice(-127)
      .join(""),
    scanner,
    side: pages === 1 ? side : "",
  }));
}
