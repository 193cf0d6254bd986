import { type Static, Type } from "typebox";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { countItem, writtenPages } from "#shared/archive/count-leaves.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Page, PageStop } from "#shared/archive/page.ts";
import { Choice } from "#shared/base/schema.ts";

export const lackCodes = [
  "not-received",
  "file-held",
  "no-items",
  "not-captured",
  "pages-missing",
  "pages-extra",
  "leaves-missing",
  "leaves-extra",
  "page-held",
  "page-rejected",
  "page-faulty",
  "page-unjudged",
  "item-held",
  "no-rendition",
  "not-checked",
] as const;

/** What one file or item lacks, with the counts the words need. */
export const lackSchema = Type.Object({
  code: Choice(lackCodes),
  fileId: Type.String(),
  /** Empty where the file as a whole lacks something. */
  itemId: Type.String(),
  /** Code of the file or item, to show. */
  label: Type.String(),
  expected: Type.Integer(),
  found: Type.Integer(),
});

export type Lack = Static<typeof lackSchema>;

const stageSchema = Type.Object({
  files: Type.Integer(),
  items: Type.Integer(),
  pages: Type.Integer(),
});

/** A batch's counts at each stage, and everything that lacks. `pages` of listed are those the inventory states. */
export const completenessSchema = Type.Object({
  listed: stageSchema,
  received: stageSchema,
  captured: stageSchema,
  checked: stageSchema,
  lacks: Type.Array(lackSchema),
});

export type Completeness = Static<typeof completenessSchema>;

/** What stands against a page of an item; the rules of scans and the plan of the check say it. */
export type FindStop = (page: Page, item: Item, file: ArchiveFile) => PageStop;

/** The documents of a batch counted against its inventory; withdrawn records do not count. */
export function countCompleteness(
  files: readonly ArchiveFile[],
  items: readonly Item[],
  pages: readonly Page[],
  stopOf: FindStop = () => "",
): Completeness {
  const counts: Completeness = {
    listed: { files: 0, items: 0, pages: 0 },
    received: { files: 0, items: 0, pages: 0 },
    captured: { files: 0, items: 0, pages: 0 },
    checked: { files: 0, items: 0, pages: 0 },
    lacks: [],
  };
  const pagesByItem = groupBy(pages.filter(stands), (page) => page.itemId);
  const itemsByFile = groupBy(items.filter(stands), (item) => item.fileId);
  for (const file of files.filter(stands)) {
    const own = itemsByFile.get(file.id) ?? [];
    const lack = (code: Lack["code"], item?: Item, expected = 0, found = 0) => {
      const label = item ? `${file.code}.${item.ordinal}` : file.code;
      counts.lacks.push({ code, fileId: file.id, itemId: item?.id ?? "", label, expected, found });
    };
    const listedPages = own.reduce((sum, item) => sum + item.pageCount, 0) || file.pageCount;
    add(counts.listed, 1, own.length, listedPages);
    if (file.receivedAt === "") lack("not-received");
    else add(counts.received, 1, own.length, listedPages);
    if (isHeld(file)) lack("file-held");
    if (own.length === 0) lack("no-items");
    let captured = 0;
    let checked = 0;
    for (const item of own) {
      const scanned = pagesByItem.get(item.id) ?? [];
      counts.captured.pages += scanned.length;
      const stops = scanned.map((page) => stopOf(page, item, file));
      const complete = lacksOf(item, scanned, stops, lack);
      if (complete) captured += 1;
      if (item.checkedAt === "") {
        if (complete) lack("not-checked", item);
      } else {
        checked += 1;
        counts.checked.pages += scanned.length;
      }
    }
    counts.captured.items += captured;
    counts.checked.items += checked;
    if (own.length > 0 && captured === own.length) counts.captured.files += 1;
    if (own.length > 0 && checked === own.length) counts.checked.files += 1;
  }
  return counts;
}

function lacksOf(
  item: Item,
  scanned: readonly Page[],
  stops: readonly PageStop[],
  lack: (code: Lack["code"], item: Item, expected?: number, found?: number) => void,
): boolean {
  if (scanned.length === 0) {
    lack("not-captured", item, item.pageCount, 0);
    return false;
  }
  let complete = true;
  const held = scanned.filter((page) => page.hold !== "").length;
  if (item.pageCount > 0 && scanned.length < item.pageCount) {
    lack("pages-missing", item, item.pageCount, scanned.length);
    complete = false;
  }
  // Blank backs are scanned with the leaf, and listed by nobody: they are not too many.
  const written = writtenPages(scanned).least;
  if (item.pageCount > 0 && written > item.pageCount) lack("pages-extra", item, item.pageCount, written);
  const leaves = countItem(scanned, { leaves: item.leaves, pageCount: 0 });
  // Where pages are missing, that says it: leaves are told where the pages alone would not.
  if (leaves.state === "short" && complete) {
    lack("leaves-missing", item, leaves.expected, leaves.found);
    complete = false;
  }
  if (leaves.state === "over" && written <= (item.pageCount || written))
    lack("leaves-extra", item, leaves.expected, leaves.found);
  if (held > 0) {
    lack("page-held", item, 0, held);
    complete = false;
  }
  for (const stop of ["rejected", "faulty", "unjudged"] as const) {
    const stopped = stops.filter((one) => one === stop).length;
    if (stopped > 0) lack(`page-${stop}`, item, scanned.length, stopped);
  }
  if (item.hold !== "") {
    lack("item-held", item);
    complete = false;
  }
  if (item.renditionDigest === "") {
    if (held === 0) lack("no-rendition", item);
    complete = false;
  }
  return complete;
}

function stands(record: { withdrawn: string }): boolean {
  return record.withdrawn === "";
}

function add(
  stage: { files: number; items: number; pages: number },
  files: number,
  items: number,
  pages: number,
) {
  stage.files += files;
  stage.items += items;
  stage.pages += pages;
}

function groupBy<Value>(values: readonly Value[], key: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
