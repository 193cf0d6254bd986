import type { ObjectStore } from "#shared/node/object-store.ts";
import type { PageQuality, ReadTask } from "#electron/pipeline/worker/tasks.ts";
import { findCutEdges } from "./cut-edges.ts";
import { findExposure } from "./exposure.ts";
import type { Grey } from "./grey.ts";
import { findMarks, freshMarks, judgeBlank, type Marks, shareOfInk } from "./ink.ts";
import { findLikeness } from "./likeness.ts";
import { findSharpness } from "./sharpness.ts";
import { openPageGrey } from "./page-grey.ts";
import type { RecentPages } from "./recent-pages.ts";
import { findSkew } from "./skew.ts";

/**
 * The width in pixels at which pages are measured: the bounds of all checks belong to it. It is a little less than a
 * third of an A4 page at 300 dpi, which the JPEG decoder then gives at half its size for two thirds of the time.
 */
export const measureWidth = 740;

/** Measures a page; all checks look at one decode. */
export async function measureQuality(
  objects: ObjectStore,
  task: ReadTask,
  recent?: RecentPages,
): Promise<PageQuality> {
  const page = await openPageGrey(objects, task, recent);
  return judge(await page.at(measureWidth));
}

/** The figures of grey pixels as wide as pages are measured. */
export function judge(grey: Grey): PageQuality {
  const { width, height } = grey;
  const marks = findMarks(grey, cleanMarks(grey.data.length));
  const share = shareOfInk(marks.ink, width, height);
  return {
    skew: findSkew(marks.ink, width, height),
    sharpness: findSharpness(grey),
    ink: share,
    blank: judgeBlank(share),
    ...findExposure(grey, marks),
    cutEdges: findCutEdges(marks.ink, width, height),
    likeness: findLikeness(grey),
  };
}

let lastMarks = freshMarks(0);

/** The marks of the page before, made clean: fresh megabytes for each page keep the garbage collector at work. */
function cleanMarks(size: number): Marks {
  if (lastMarks.ink.length === size) {
    lastMarks.ink.fill(0);
    lastMarks.faint.fill(0);
  } else lastMarks = freshMarks(size);
  return lastMarks;
}
