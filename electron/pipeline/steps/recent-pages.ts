import type { PageTask } from "#electron/pipeline/worker/tasks.ts";
import type { Grey } from "./grey.ts";

/** A page as it was decoded at its import: grey pixels, the size of the page itself, and the share of red ink on its upper half. */
export type RecentPage = { grey: Grey; width: number; height: number; redAbove: number };

/**
 * The pages a worker decoded last. Measuring and reading follow the import of the same page at once, as a rule, and
 * need not decode it again; where they come later or in another worker they do.
 */
export type RecentPages = {
  keep(task: PageTask, page: RecentPage): void;
  find(task: PageTask): RecentPage | undefined;
};

/** An A4 page takes about 4 MB. */
const most = 3;

export function openRecentPages(): RecentPages {
  const pages = new Map<string, RecentPage>();
  const keyOf = ({ digest, page, correction }: PageTask) =>
    `${digest}/${page}/${JSON.stringify(correction ?? null)}`;
  return {
    keep(task, page) {
      pages.delete(keyOf(task));
      pages.set(keyOf(task), page);
      for (const key of pages.keys()) {
        if (pages.size <= most) break;
        pages.delete(key);
      }
    },
    find: (task) => pages.get(keyOf(task)),
  };
}
