import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { decodePixels, greyOf, type PagePixels } from "#electron/pipeline/media/page-pixels.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { makeWorkImage } from "#electron/pipeline/media/work-image.ts";
import type { Inspected, Tasks } from "#electron/pipeline/worker/tasks.ts";
import { inspectMedia } from "#electron/pipeline/media/inspect-media.ts";
import { lookWidth } from "./import-page.ts";
import { looksAtOnce, marksIn, readMarks } from "./read-marks.ts";
import type { RecentPages } from "./recent-pages.ts";

/**
 * Inspects an object and, where asked, looks for codes on its first pages. A scan of one page is decoded for that as
 * its import would, and kept for it: most scans are no separator, and are imported next.
 */
export async function inspectAndSeek(
  objects: ObjectStore,
  { digest, seek }: Tasks["inspect"]["input"],
  recent: RecentPages,
): Promise<Inspected> {
  const bytes = await readObject(objects, digest);
  const inspected = await inspectMedia(bytes);
  if (seek !== true) return inspected;
  const { mediaType, pages } = inspected;
  const pixels = mediaType === "image/jpeg" ? await decodeScan(bytes, digest, recent) : undefined;
  if (pixels) return { ...inspected, marks: [await marksIn(greyOf(pixels))] };
  const count = Math.min(looksAtOnce, pages.length);
  return { ...inspected, marks: await readMarks(objects, { digest, mediaType, from: 0, count }) };
}

/** The pixels of a scan that is its own work image, kept for its import; what is wrong with others is said there. */
async function decodeScan(
  bytes: Buffer,
  digest: Digest,
  recent: RecentPages,
): Promise<PagePixels | undefined> {
  const task = { digest, mediaType: "image/jpeg", page: 0 };
  try {
    const work = await makeWorkImage(bytes, task);
    if (!work.isMaster) return undefined;
    const pixels = await decodePixels(bytes, lookWidth(work));
    await recent.keepPixels(task, pixels);
    return pixels;
  } catch {
    return undefined;
  }
}
