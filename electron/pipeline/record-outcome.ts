import type { Item } from "#shared/archive/item.ts";
import type { Page, PageHold } from "#shared/archive/page.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Job } from "#shared/pipeline/job.ts";
import { isItemStep } from "#shared/pipeline/steps.ts";
import type { Journal } from "#electron/journal/journal.ts";

/**
 * Writes fields of a page as found by the desk. The page stays in the name of the person who brought it in: who
 * made a page is asked when it is checked.
 */
export function editPage(journal: Journal, id: string, changes: Partial<Page>): void {
  const page = journal.read("pages", id);
  if (!page) return;
  journal.write("pages", [editRecord(page, changes, journal.stamp(page.updatedBy))], "desk");
}

/** Writes fields of an item as found by the desk, in the name of the person who last wrote it. */
export function editItem(journal: Journal, id: string, changes: Partial<Item>): void {
  const item = journal.read("items", id);
  if (!item) return;
  journal.write("items", [editRecord(item, changes, journal.stamp(item.updatedBy))], "desk");
}

/** Says on the record that its work waits for a person, and why. */
export function writeHold(journal: Journal, job: Job, reason: PageHold): void {
  if (job.step === "pdfa") editItem(journal, job.subjectId, { hold: "rendition-failed" });
  // Without proposed fields an item goes on: the row alone waits.
  else if (job.step !== "extract") editPage(journal, job.subjectId, { hold: reason });
}

/** Takes back what `writeHold` wrote; another hold of a person stays. */
export function clearHold(journal: Journal, job: Job): void {
  if (!isItemStep(job.step)) editPage(journal, job.subjectId, { hold: "" });
  else if (job.step === "pdfa" && journal.read("items", job.subjectId)?.hold === "rendition-failed") {
    editItem(journal, job.subjectId, { hold: "" });
  }
}

/**
 * Stops an item on one of whose pages a mark of secrecy was found: nothing is made of it or sent, until a person has
 * decided.
 */
export function stopForSecrecy(journal: Journal, itemId: string, pageId: string): void {
  editPage(journal, pageId, { hold: "secret" });
  editItem(journal, itemId, { hold: "secret" });
}
