import { blankPage } from "#shared/archive/blank.ts";
import type { Correction } from "#shared/archive/correction.ts";
import type { Page, PageHold } from "#shared/archive/page.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { halves } from "#shared/capture/corrections.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Doing, type Edit, recordChanges } from "#renderer/work/history.ts";

/** What a corrected page no longer is: judged; nor does a failure of the old image stand in its way. */
const looksNew = { verdict: "", defect: "", verdictAt: "", verdictBy: "" } as const;
const mayPass: readonly PageHold[] = ["ocr-timeout", "ocr-failed", "step-failed"];

/**
 * Writes how a page is corrected, as one step that can be undone; the desk makes what is shown and read of it anew,
 * and the verdict on what it was is taken back. False where there is no such page.
 */
export async function correctPage(
  work: Work,
  doing: Doing,
  pageId: string,
  correction: Correction | ((present: Correction) => Correction),
): Promise<boolean> {
  const page = await readPage(work, pageId);
  if (!page) return false;
  await recordChanges(work, doing.history, doing.label, [
    corrected(page, typeof correction === "function" ? correction(page.correction) : correction),
  ]);
  return true;
}

/**
 * Splits a page that shows two (an A3 sheet of a booklet) at a share of its shown width, as one step that can be
 * undone: both are crops of the same master, the right one comes after the left, and the pages behind move up one.
 * Answers the id of the new page; nothing where there is no such page.
 */
export async function splitPage(
  work: Work,
  doing: Doing,
  pageId: string,
  at = 0.5,
): Promise<string | undefined> {
  const page = await readPage(work, pageId);
  if (!page) return undefined;
  const { scope, itemId, masterDigest, masterSize, masterPage, mediaType, sourceName, scanner } = page;
  const { capturedBy } = page;
  const others = await work.db.pages.find({ selector: { itemId, withdrawn: "" } }).exec();
  const behind = others.map((other) => other.toJSON() as Page).filter((other) => isBehind(other, page));
  const [left, right] = halves(page.correction, at);
  const master = { masterDigest, masterSize, masterPage, mediaType, sourceName, scanner };
  const ordinal = page.ordinal + 1;
  const fields = {
    ...blankPage,
    id: work.id(),
    scope,
    itemId,
    ordinal,
    ...master,
    capturedBy,
    correction: right,
  };
  const record = makeRecord<Page>(fields, work.stamp());
  await recordChanges(work, doing.history, doing.label, [
    ...behind.map((other): Edit => ({
      collection: "pages",
      id: other.id,
      fields: { ordinal: other.ordinal + 1 },
    })),
    corrected(page, left),
    { collection: "pages", record },
  ]);
  return record.id;
}

function corrected(page: Page, correction: Correction): Edit {
  const hold = mayPass.includes(page.hold) ? { hold: "" as const } : {};
  return { collection: "pages", id: page.id, fields: { correction, ...looksNew, ...hold } };
}

/** Whether a page of the same item comes after another. */
function isBehind(other: Page, page: Page): boolean {
  if (other.id === page.id) return false;
  return other.ordinal > page.ordinal || (other.ordinal === page.ordinal && other.id > page.id);
}

async function readPage(work: Work, id: string): Promise<Page | undefined> {
  const page = (await work.db.pages.findOne(id).exec())?.toJSON() as Page | undefined;
  return page?.withdrawn === "" ? page : undefined;
}
