import { isCorrected } from "#shared/archive/correction.ts";
import { documentCode } from "#shared/archive/document-about.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { Clock } from "#shared/base/clock.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { type Job, jobId, type Wanted } from "#shared/pipeline/job.ts";
import { pageSteps } from "#shared/pipeline/steps.ts";

type KnownJob = Pick<Job, "input" | "state">;

/** What the plan knows of earlier work: the row of a job, by its id. */
export type KnownJobs = { get(id: string): KnownJob | undefined };

/**
 * The work that an item and its pages lack, by their records. `pages` are all of the item's, withdrawn ones too. A
 * pure function of what is: after a crash, a rescan or a second import it is asked again, and no case is special.
 */
export function planWork(pages: readonly Page[], item: Item, fileCode: string, jobs: KnownJobs): Wanted[] {
  const wanted = pages.flatMap((page) => planPage(page, item, jobs));
  const ofItem = [planReading(item, pages, jobs), planItem(item, pages, fileCode, jobs)];
  return [...wanted, ...ofItem.filter((work) => work !== undefined)];
}

/** The steps a page lacks, in order; only the first can be ready, and a held page has it held. */
export function planPage(page: Page, item: Item, jobs: KnownJobs): Wanted[] {
  if (page.withdrawn !== "" || !mayBeWorkedOn(item)) return [];
  const input = pageInput(page);
  return pageSteps
    .filter((step) => !hasResult(page, step) || isOwed(page, step, jobs.get(jobId(step, page.id)), input))
    .map((step, place) => ({
      id: jobId(step, page.id),
      step,
      subjectId: page.id,
      itemId: page.itemId,
      input,
      when: place > 0 ? "blocked" : page.hold === "" ? "ready" : "held",
      reason: place > 0 ? "" : page.hold,
    }));
}

/**
 * The finding of the item's fields in the words of its pages, where it is lacking or was done on others. A failure
 * holds nothing but itself: a document without proposed fields is still a document.
 */
export function planReading(item: Item, pages: readonly Page[], jobs: KnownJobs): Wanted | undefined {
  const standing = inOrder(pages);
  const [first] = standing;
  const last = standing.at(-1);
  if (!first || !last || !mayBeWorkedOn(item)) return undefined;
  const id = jobId("extract", item.id);
  const work = { id, step: "extract", subjectId: item.id, itemId: item.id } as const;
  if (isUnread(standing, item, jobs)) return { ...work, input: "", when: "blocked", reason: "" };
  const input = digestOfText(canonicalJson([first, last].map((page) => [pageInput(page), page.wordsDigest])));
  const known = jobs.get(id);
  if (known?.state === "held" && known.input === input)
    return { ...work, input, when: "held", reason: "step-failed" };
  const stale =
    item.readingDigest === "" ||
    (known && known.input !== ""
      ? known.input !== input || known.state !== "done"
      : changedSince(pages, clockOf(item.clocks, "readingDigest")));
  return stale ? { ...work, input, when: "ready", reason: "" } : undefined;
}

/** The making of the item's PDF/A, where it is lacking or was made of other pages; blocked until all are read. */
export function planItem(
  item: Item,
  pages: readonly Page[],
  fileCode: string,
  jobs: KnownJobs,
): Wanted | undefined {
  const standing = inOrder(pages);
  if (standing.length === 0 || !mayBeWorkedOn(item)) return undefined;
  const id = jobId("pdfa", item.id);
  const work = { id, step: "pdfa", subjectId: item.id, itemId: item.id } as const;
  if (isUnread(standing, item, jobs)) return { ...work, input: "", when: "blocked", reason: "" };
  const input = renditionInput(item, standing, fileCode);
  if (!isStale(item, pages, input, jobs.get(id))) return undefined;
  if (item.hold === "rendition-failed") return { ...work, input, when: "held", reason: "step-failed" };
  return { ...work, input, when: "ready", reason: "" };
}

/** The pages of an item that count, in their order in it. */
export function inOrder(pages: readonly Page[]): Page[] {
  return pages
    .filter((page) => page.withdrawn === "")
    .sort((one, other) => one.ordinal - other.ordinal || (one.id < other.id ? -1 : 1));
}

/** What the steps of a page read: a page of a master, and how it is corrected. */
function pageInput({ masterDigest, masterPage, correction }: Page): string {
  const page = `${masterDigest}/${masterPage}`;
  return isCorrected(correction) ? `${page}/${digestOfText(canonicalJson(correction)).slice(0, 16)}` : page;
}

function renditionInput(item: Item, standing: readonly Page[], fileCode: string): string {
  const pages = standing.map((page) => {
    const read = [page.masterDigest, page.masterPage, page.wordsDigest];
    return isCorrected(page.correction) ? [...read, page.correction] : read;
  });
  const document = [documentCode(fileCode, item), pages];
  return digestOfText(canonicalJson(item.checkedAt === "" ? document : [...document, saidOf(item)]));
}

/**
 * What a document says of itself is written anew when its item is checked, and whenever it is changed after that: not
 * at each keystroke of an item still being described.
 */
function saidOf({ subject, number, symbol, issuedDate, issuer, keywords }: Item): string[] {
  return [subject, number, symbol, issuedDate, issuer, keywords];
}

/** Nothing is made of an item that does not count, nor of one held as a state secret. */
function mayBeWorkedOn(item: Item): boolean {
  return item.withdrawn === "" && item.hold !== "secret";
}

function hasResult(page: Page, step: (typeof pageSteps)[number]): boolean {
  switch (step) {
    case "import":
      return page.thumbDigest !== "" && page.viewDigest !== "" && page.width > 0 && page.height > 0;
    case "quality":
      return page.blank !== "";
    case "ocr":
      return page.wordsDigest !== "";
  }
}

const resultFields = { import: "thumbDigest", quality: "blank", ocr: "wordsDigest" } as const;

/**
 * Whether a result on the record is of another master or correction, or of a job that a crash cut off before its end:
 * by the job that found it, else, where another machine did, by the clocks.
 */
function isOwed(page: Page, step: keyof typeof resultFields, known: KnownJob | undefined, input: string) {
  if (known) return known.input !== input || known.state !== "done";
  return clockOf(page.clocks, "correction") > clockOf(page.clocks, resultFields[step]);
}

/** Whether the item's rendition is of other pages than it has: by the job that made it, else by the clocks. */
function isStale(item: Item, pages: readonly Page[], input: string, known: KnownJob | undefined): boolean {
  if (item.renditionDigest === "") return true;
  if (known && known.input !== "") return known.input !== input || known.state !== "done";
  return pagesChanged(item, pages);
}

/** Whether pages of an item came, went or changed since its rendition was made, by the clocks. */
export function pagesChanged(item: Item, pages: readonly Page[]): boolean {
  return changedSince(pages, clockOf(item.clocks, "renditionDigest"));
}

function isUnread(standing: readonly Page[], item: Item, jobs: KnownJobs): boolean {
  return standing.some((page) => page.hold !== "" || planPage(page, item, jobs).length > 0);
}

/** Whether the item has had other pages, or other words on them, since. */
function changedSince(pages: readonly Page[], madeAt: Clock): boolean {
  const fields = [
    "itemId",
    "ordinal",
    "masterDigest",
    "masterPage",
    "wordsDigest",
    "correction",
    "withdrawn",
  ];
  return pages.some((page) => fields.some((field) => clockOf(page.clocks, field) > madeAt));
}

function clockOf(clocks: Readonly<Record<string, Clock>>, field: string): Clock {
  return clocks[field] ?? clocks["*"] ?? "";
}
