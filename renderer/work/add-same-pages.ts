import { fail, ok, type Result } from "#shared/base/result.ts";
import type { ImportAnswer } from "#shared/contract/capture.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Desk } from "#renderer/desk.ts";
import { insertPages } from "#renderer/work/add-pages.ts";
import type { Doing } from "#renderer/work/history.ts";
import type { ArrangeRefusal } from "#renderer/work/page-edits.ts";

/**
 * Lays an object that an item has already behind its pages once more, as pages of their own under the other name, as
 * one step that can be undone. Answers how many there were.
 */
export async function addSamePages(
  work: Work,
  desk: Desk,
  doing: Doing,
  { name, itemId, sameAs }: ImportAnswer["attached"][number],
): Promise<Result<number, ArrangeRefusal>> {
  const { read } = await desk.call("capture.inspect", { objects: [{ digest: sameAs?.digest ?? "", name }] });
  const [found] = read;
  if (!found) return fail("not-found");
  const masters = Array.from({ length: found.pages }, (_, at) => ({
    masterDigest: found.digest,
    masterSize: found.size,
    masterPage: at,
    mediaType: found.mediaType,
    sourceName: Array.from(name.split("/").at(-1) ?? name)
      .slice(-127)
      .join(""),
    scanner: "",
    side: "" as const,
  }));
  const laid = await insertPages(work, doing, { itemId }, masters);
  return laid.ok ? ok(laid.value.length) : laid;
}
