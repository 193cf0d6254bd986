import sharp from "sharp";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { rasterFailure } from "#electron/pipeline/media/open-raster.ts";
import { decodePixels, greyOf } from "#electron/pipeline/media/page-pixels.ts";
import { readWorkImage } from "#electron/pipeline/media/work-image.ts";
import type { ReadTask } from "#electron/pipeline/worker/tasks.ts";
import { type ColourPart, readColour } from "./colour-page.ts";
import type { Grey } from "./grey.ts";
import type { RecentPages } from "./recent-pages.ts";

/** A page to be looked at: its size, its pixels in grey at any width, and the share of red on its upper half where it is known. */
export type PageGrey = {
  width: number;
  height: number;
  redAbove?: number;
  /** Its upper half in colour, no wider than told. */
  above(widest: number): Promise<ColourPart>;
  at(width: number): Promise<Grey>;
};

/** Opens a page for measuring or reading: as it was decoded at its import where that was just now, else from its work image. */
export async function openPageGrey(
  objects: ObjectStore,
  task: ReadTask,
  recent?: RecentPages,
): Promise<PageGrey> {
  const known = await recent?.find(task);
  let image: Promise<Buffer> | undefined;
  const read = () => (image ??= readWorkImage(objects, task));
  const { width, height } = known ?? (await sharp(await read()).metadata());
  return {
    width,
    height,
    ...(known && { redAbove: known.redAbove }),
    async above(widest) {
      const part = known?.above;
      if (part) return { ...part, left: 0, top: 0, scale: width / part.width };
      return readColour(await read(), [0, 0, width, Math.round(height / 2)], widest);
    },
    async at(wanted) {
      if (known && known.grey.width >= wanted) return resizeTo(known.grey, wanted);
      return readGrey(await read(), wanted);
    },
  };
}

/** An image in grey, made as wide as told. */
export async function readGrey(image: Buffer, width: number): Promise<Grey> {
  try {
    const grey = greyOf(await decodePixels(image, width));
    return await resizeTo(grey, width);
  } catch (error) {
    throw rasterFailure(error, image, "image/jpeg");
  }
}

/** The pixels at another width. */
async function resizeTo(grey: Grey, width: number): Promise<Grey> {
  if (grey.width === width) return grey;
  const raw = { width: grey.width, height: grey.height, channels: 1 } as const;
  const { data, info } = await sharp(grey.data, { raw })
    .resize({ width })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
