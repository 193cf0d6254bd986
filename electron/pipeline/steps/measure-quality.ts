import type { ObjectStore } from "#shared/node/object-store.ts";
import { openRaster, rasterFailure } from "#electron/pipeline/media/open-raster.ts";
import { readWorkImage } from "#electron/pipeline/media/work-image.ts";
import type { PageQuality, ReadTask } from "#electron/pipeline/worker/tasks.ts";
import type { Grey } from "./grey.ts";
import { findInk, judgeBlank, shareOfInk } from "./ink.ts";
import { findSharpness } from "./sharpness.ts";
import { findSkew } from "./skew.ts";

/** The width in pixels at which pages are measured: the bounds of all checks belong to it. */
export const measureWidth = 1000;

/** Measures a page; all checks look at one decode. */
export async function measureQuality(objects: ObjectStore, task: ReadTask): Promise<PageQuality> {
  return judge(await readGrey(await readWorkImage(objects, task), measureWidth));
}

/** The figures of grey pixels about 1000 wide. */
export function judge(grey: Grey): PageQuality {
  const ink = findInk(grey);
  const share = shareOfInk(ink, grey.width, grey.height);
  return {
    skew: findSkew(ink, grey.width, grey.height),
    sharpness: findSharpness(grey),
    ink: share,
    blank: judgeBlank(share),
  };
}

/** An image in grey, made as wide as told. */
export async function readGrey(image: Buffer, width: number): Promise<Grey> {
  try {
    const { data, info } = await openRaster(image)
      .resize({ width })
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (error) {
    throw rasterFailure(error, image, "image/jpeg");
  }
}
