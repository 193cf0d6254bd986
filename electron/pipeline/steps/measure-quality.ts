import type { ObjectStore } from "#shared/node/object-store.ts";
import type { PageQuality, ReadTask } from "#electron/pipeline/worker/tasks.ts";
import type { Grey } from "./grey.ts";
import { findInk, judgeBlank, shareOfInk } from "./ink.ts";
import { findSharpness } from "./sharpness.ts";
import { openPageGrey } from "./page-grey.ts";
import type { RecentPages } from "./recent-pages.ts";
import { findSkew } from "./skew.ts";

/** The width in pixels at which pages are measured: the bounds of all checks belong to it. */
export const measureWidth = 1000;

/** Measures a page; all checks look at one decode. */
export async function measureQuality(
  objects: ObjectStore,
  task: ReadTask,
  recent?: RecentPages,
): Promise<PageQuality> {
  const page = await openPageGrey(objects, task, recent);
  return judge(await page.at(measureWidth));
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
