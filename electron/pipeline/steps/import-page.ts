import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import sharp, { type Raw } from "sharp";
import { openRaster, rasterFailure } from "#electron/pipeline/media/open-raster.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { makeWorkImage } from "#electron/pipeline/media/work-image.ts";
import type { Grey } from "./grey.ts";
import { readingWidth } from "./prepare-reading.ts";
import type { RecentPages } from "./recent-pages.ts";
import { TaskFailure, type ImportedPage, type PageTask } from "#electron/pipeline/worker/tasks.ts";

const viewWidth = 1240;
const thumb = { width: 256, height: 512 } as const;

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
    const { data, info } = await openRaster(work.bytes)
      .resize({ width: Math.max(viewWidth, readingWidth(width, dpi)), withoutEnlargement: true })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const view = await sharp(data, { raw })
      .resize({ width: viewWidth, withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer();
    recent?.keep(task, { grey: await readGreyOf(data, raw), width, height });
    const small = await sharp(data, { raw })
      .resize({ ...thumb, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer();
    const [viewed, thumbed, worked] = await Promise.all([
      objects.put(view),
      objects.put(small),
      work.isMaster ? { digest: task.digest } : objects.put(work.bytes),
    ]);
    return {
      width,
      height,
      dpi,
      thumbDigest: thumbed.digest,
      viewDigest: viewed.digest,
      workDigest: worked.digest,
    };
  } catch (error) {
    throw isDiskFault(error) ? error : rasterFailure(error, work.bytes, "image/jpeg");
  }
}

/** The pixels in grey. */
async function readGreyOf(data: Buffer, raw: Raw): Promise<Grey> {
  const grey = await sharp(data, { raw }).toColourspace("b-w").raw().toBuffer();
  return { data: grey, width: raw.width, height: raw.height };
}

/** True for a fault of the disk, which says nothing about the page. */
function isDiskFault(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
