import sharp from "sharp";
import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { rasterFailure } from "#electron/pipeline/media/open-raster.ts";
import { decodePixels, greyOf, makeThumbnail, toneOf } from "#electron/pipeline/media/page-pixels.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { makeWorkImage } from "#electron/pipeline/media/work-image.ts";
import { leastRed, shareOfRed } from "./colour-page.ts";
import { readingWidth } from "./prepare-reading.ts";
import type { RecentPages } from "./recent-pages.ts";
import {
  TaskFailure,
  type ImportedPage,
  type PageSize,
  type PageTask,
} from "#electron/pipeline/worker/tasks.ts";

const viewWidth = 1240;

/** The width at which a page of this size is decoded, once for all that is done with it. */
export function lookWidth({ width, dpi }: Pick<PageSize, "width" | "dpi">): number {
  return Math.max(viewWidth, readingWidth(width, dpi));
}

/**
 * Decodes a page and stores what the screen shows of it: a JPEG 1240 pixels wide (or as wide as the page) and one of
 * at most 256; and the work image where the master's page cannot be read as it is.
 */
export async function importPage(
  objects: ObjectStore,
  task: PageTask,
  recent?: RecentPages,
): Promise<ImportedPage> {
  const master = await readObject(objects, task.digest);
  if (!isDigest(task.digest)) throw new TaskFailure("object-missing", task.digest);
  const work = await makeWorkImage(master, task);
  const { width, height, dpi } = work;
  try {
    const known = work.isMaster ? await recent?.takePixels(task) : undefined;
    const pixels = known ?? (await decodePixels(work.bytes, lookWidth(work)));
    const view = await sharp(pixels.data, { raw: pixels.raw })
      .resize({ width: viewWidth, withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer();
    const { raw } = pixels;
    const half = { width: raw.width, height: Math.floor(raw.height / 2) };
    const redAbove = shareOfRed(pixels.data, raw.channels, half.width * half.height);
    const hasStamp = raw.channels === 3 && redAbove >= leastRed;
    const above = { ...half, data: pixels.data.subarray(0, half.width * half.height * 3) };
    await recent?.keep(task, { grey: greyOf(pixels), width, height, redAbove, ...(hasStamp && { above }) });
    const small = await makeThumbnail(pixels);
    const [viewed, thumbed, worked] = await Promise.all([
      objects.put(view),
      objects.put(small),
      work.isMaster ? { digest: task.digest } : objects.put(work.bytes),
    ]);
    return {
      width,
      height,
      dpi,
      ...toneOf(pixels, work.depth),
      thumbDigest: thumbed.digest,
      viewDigest: viewed.digest,
      workDigest: worked.digest,
    };
  } catch (error) {
    throw isDiskFault(error) ? error : rasterFailure(error, work.bytes, "image/jpeg");
  }
}

/** True for a fault of the disk, which says nothing about the page. */
function isDiskFault(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
