import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { changeRecords } from "#renderer/db/change-records.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";
import { recordExclusion } from "./exclude-secret.ts";

type Stopped = { file: ArchiveFile; item: Item; pages: readonly Page[] };

/**
 * Keeps an item out of the inventory whose scan bears a mark of secrecy: the decision first, then item and pages are
 * withdrawn, so that nothing is made of them or sent. `metAt` and `withdrawn` are kept data in Vietnamese.
 */
export async function excludeScanned(
  work: Work,
  { file, item, pages }: Stopped,
  said: { mark: string; metAt: string; withdrawn: string },
): Promise<void> {
  await recordExclusion(work, item.scope, {
    fondsId: file.fondsId,
    mark: said.mark,
    metAt: said.metAt,
    inventory: file.inventory,
    box: file.box,
    file: file.code,
    leaves: item.leaves,
  });
  const { withdrawn } = said;
  await changeRecords(
    work,
    "pages",
    pages.map(({ id }) => id),
    () => ({ withdrawn }),
  );
  await changeRecord(work, "items", item.id, { withdrawn });
}

/** Lets an item go on whose pages bear no mark of secrecy after all; the reason is kept with each page that was held. */
export async function releaseScanned(
  work: Work,
  { item, pages }: Pick<Stopped, "item" | "pages">,
  reason: string,
): Promise<void> {
  const held = pages.filter(({ hold }) => hold === "secret").map(({ id }) => id);
  await changeRecords(work, "pages", held, () => ({ hold: "", notSecret: reason.slice(0, 300) }));
  await changeRecord(work, "items", item.id, { hold: "" });
}
