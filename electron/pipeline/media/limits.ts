import { TaskFailure, type PageSize } from "#electron/pipeline/worker/tasks.ts";

/** Most pixels of one page: an A1 drawing at 300 dpi has 70 million. */
export const maximumPixels = 120_000_000;

/** Most pages of one object. */
const maximumPages = 3000;

/** Throws `media-too-large` for a page that would not fit in memory; asked before anything is decoded. */
export function checkSize({ width, height }: Pick<PageSize, "width" | "height">): void {
  if (width * height > maximumPixels) {
    throw new TaskFailure("media-too-large", `${width} × ${height} pixels`);
  }
}

export function checkPages(count: number): void {
  if (count > maximumPages) throw new TaskFailure("media-too-many-pages", `${count} pages`);
  if (count < 1) throw new TaskFailure("media-corrupt", "no pages");
}
