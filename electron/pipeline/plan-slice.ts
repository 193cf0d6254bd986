import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { aboutDocument, type DocumentAbout } from "#shared/archive/document-about.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { type Wanted, jobId, wantJob } from "#shared/pipeline/job.ts";
import { planItem, planPage, planReading } from "#shared/pipeline/plan.ts";
import { isItemStep } from "#shared/pipeline/steps.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JobRows } from "./job-rows.ts";

export type PlanParts = {
  journal: Journal;
  objects: Pick<ObjectStore, "has">;
  rows: JobRows;
  now: () => number;
};

const checkpointSchema = Type.Object({ epoch: Type.String(), seq: Type.Integer() });

const sliceSizes = { pages: 200, items: 200, files: 20 } as const;

/**
 * Brings the rows up to date with the next records that changed in the journal, in one transaction with how far it
 * has read. False where nothing had changed.
 */
export function planSlice(parts: PlanParts): boolean {
  const { journal, rows } = parts;
  const pull = <Name extends keyof typeof sliceSizes>(name: Name) =>
    journal.pull(name, readCheckpoint(rows.fact(`seen ${name}`)), sliceSizes[name]);
  const pages = pull("pages");
  const items = pull("items");
  const files = pull("files");
  if (pages.documents.length + items.documents.length + files.documents.length === 0) return false;
  rows.together(() => {
    const touched = new Set<string>();
    for (const page of pages.documents) {
      // A page that was moved is lacking in the item it was in.
      for (const { itemId } of rows.ofSubject(page.id)) touched.add(itemId);
      planOnePage(parts, page);
      touched.add(page.itemId);
    }
    const whole = new Set(items.documents.map(({ id }) => id));
    for (const file of files.documents)
      for (const { id } of journal.children("items", file.id)) whole.add(id);
    for (const itemId of touched) if (!whole.has(itemId) && !waitsForPages(rows, itemId)) whole.add(itemId);
    for (const itemId of whole) planWholeItem(parts, itemId);
    for (const [name, { checkpoint }] of Object.entries({ pages, items, files })) {
      rows.setFact(`seen ${name}`, JSON.stringify(checkpoint));
    }
  });
  return true;
}

/** Plans what is left for the subject of a job, from its records as they are now. */
export function planSubject(parts: PlanParts, step: Wanted["step"], subjectId: string): void {
  const page = isItemStep(step) ? undefined : parts.journal.read("pages", subjectId);
  if (isItemStep(step)) planWholeItem(parts, subjectId);
  else if (page) planOnePage(parts, page);
  else write(parts, subjectId, [], []);
}

function planOnePage(parts: PlanParts, page: Page): void {
  const item = parts.journal.read("items", page.itemId);
  write(parts, page.id, item ? planPage(page, item, parts.rows) : [], [page]);
}

function planWholeItem(parts: PlanParts, itemId: string): void {
  const { journal, rows } = parts;
  const item = journal.read("items", itemId);
  if (!item) {
    write(parts, itemId, [], []);
    return;
  }
  const pages = journal.children("pages", itemId);
  for (const page of pages) write(parts, page.id, planPage(page, item, rows), [page]);
  const fileCode = codeOf(journal, item);
  const rendition = fileCode === "" ? undefined : planItem(item, pages, fileCode, rows);
  const wanted = [planReading(item, pages, rows), rendition].filter((work) => work !== undefined);
  write(parts, itemId, wanted, pages);
}

/** The code of the file an item is in; empty while that record has not come. */
export function codeOf(journal: Journal, item: Item): string {
  return journal.read("files", item.fileId)?.code ?? "";
}

/** What an item's document says of itself. */
export function aboutOf(journal: Journal, item: Item): DocumentAbout {
  const file = journal.read("files", item.fileId);
  return aboutDocument(item, file, file && journal.read("fonds", file.fondsId));
}

/** Saves what is wanted of a subject, and forgets what no longer is. Work begins only where its masters are. */
function write(
  parts: PlanParts,
  subjectId: string,
  wanted: readonly Wanted[],
  masters: readonly Page[],
): void {
  const { rows, objects } = parts;
  const at = new Date(parts.now()).toISOString();
  const known = new Map(rows.ofSubject(subjectId).map((job) => [job.id, job]));
  const started = known.size > 0 || wanted.length === 0 || masters.every((page) => isHere(objects, page));
  for (const work of wanted) {
    if (!started) continue;
    const before = known.get(work.id);
    const job = wantJob(before, work, at);
    if (job !== before) rows.save(job);
  }
  const still = new Set(wanted.map(({ id }) => id));
  for (const { id, state } of known.values()) {
    if ((state === "waiting" || state === "held") && !still.has(id)) rows.remove(id);
  }
}

/** Whether the item's document is planned and something before it is not done: then a page changes nothing for it. */
function waitsForPages(rows: JobRows, itemId: string): boolean {
  const rendition = rows.get(jobId("pdfa", itemId));
  return rendition?.state === "waiting" && !rendition.ready && rows.owesPages(itemId);
}

function isHere(objects: PlanParts["objects"], page: Page): boolean {
  if (page.withdrawn !== "") return true;
  return isDigest(page.masterDigest) && objects.has(page.masterDigest);
}

function readCheckpoint(text: string | undefined): Static<typeof checkpointSchema> | null {
  const value: unknown = text === undefined ? null : JSON.parse(text);
  return Check(checkpointSchema, value) ? value : null;
}
