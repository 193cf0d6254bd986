import { type Static, Type } from "typebox";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { countItem, writtenPages } from "#shared/archive/count-leaves.ts";
import { type Lack, lackSchema } from "#shared/archive/lack.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Page, PageStop } from "#shared/archive/page.ts";
import { isAtStage, type MatrixStage, matrixStages } from "#shared/completeness/stages.ts";
import { standItem } from "#shared/completeness/stand-item.ts";

const stageSchema = Type.Object({
  files: Type.Integer(),
  items: Type.Integer(),
  pages: Type.Integer(),
});

/** Files, items and pages at a stage. */
export type StageCount = Static<typeof stageSchema>;

/**
 * A batch's counts at each stage of the completeness matrix, by its own rules, and everything that lacks. The pages of
 * `listed`, `received` and `packed` are those the inventory states, the others those of the items at the stage.
 */
export const completenessSchema = Type.Object({
  listed: stageSchema,
  received: stageSchema,
  captured: stageSchema,
  passed: stageSchema,
  confirmed: stageSchema,
  rendition: stageSchema,
  signed: stageSchema,
  packed: stageSchema,
  acknowledged: stageSchema,
  lacks: Type.Array(lackSchema),
});

export type Completeness = Static<typeof completenessSchema>;

/** What stands against a page of an item; the rules of scans and the plan of the check say it. */
export type FindStop = (page: Page, item: Item, file: ArchiveFile) => PageStop;

/** The stages that whole files are at, their items with them. */
const ofFiles: readonly MatrixStage[] = ["listed", "received", "packed"];

/** The documents of a batch counted against its inventory; withdrawn records do not count. */
export function countCompleteness(
  files: readonly ArchiveFile[],
  items: readonly Item[],
  pages: readonly Page[],
  stopOf: FindStop = () => "",
  isPacked = false,
): Completeness {
  const none = () => ({ files: 0, items: 0, pages: 0 });
  const counts = Object.fromEntries(matrixStages.map((stage) => [stage, none()])) as Omit<
    Completeness,
    "lacks"
  >;
  const lacks: Lack[] = [];
  const pagesByItem = groupBy(pages.filter(stands), (page) => page.itemId);
  const itemsByFile = groupBy(items.filter(stands), (item) => item.fileId);
  for (const file of files.filter(stands)) {
    const own = itemsByFile.get(file.id) ?? [];
    const lack: AddLack = (code, item, expected = 0, found = 0) => {
      const label = item ? `${file.code}.${item.ordinal}` : file.code;
      lacks.push({ code, fileId: file.id, itemId: item?.id ?? "", label, expected, found });
    };
    const listedPages = own.reduce((sum, item) => sum + item.pageCount, 0) || file.pageCount;
    add(counts.listed, 1, own.length, listedPages);
    if (file.receivedAt === "") lack("not-received");
    else add(counts.received, 1, own.length, listedPages);
    if (isPacked) add(counts.packed, 1, own.length, listedPages);
    if (isHeld(file)) lack("file-held");
    if (own.length === 0) lack("no-items");
    const standing = own.map((item) => {
      const scanned = inOrder(pagesByItem.get(item.id) ?? []);
      const { stages } = standItem(
        item,
        scanned.map((page) => ({ ...page, ...unmeasured })),
      );
      const stops = scanned.map((page) => stopOf(page, item, file));
      lacksOf(item, scanned, stops, isAtStage(stages, "captured"), lack);
      return { stages, pages: scanned.length };
    });
    for (const stage of matrixStages) {
      if (ofFiles.includes(stage)) continue;
      const there = standing.filter(({ stages }) => isAtStage(stages, stage));
      const whole = own.length > 0 && there.length === own.length;
      add(
        counts[stage],
        whole ? 1 : 0,
        there.length,
        there.reduce((sum, one) => sum + one.pages, 0),
      );
    }
  }
  return { ...counts, lacks };
}

/** What a page is measured by plays no part in where its item stands. */
const unmeasured = { a4: 0, day: "" };

type AddLack = (code: Lack["code"], item?: Item, expected?: number, found?: number) => void;

/** Says what an item lacks; whether it is captured is asked of the matrix's own rule. */
function lacksOf(
  item: Item,
  scanned: readonly Page[],
  stops: readonly PageStop[],
  captured: boolean,
  lack: AddLack,
): void {
  if (scanned.length === 0) {
    lack("not-captured", item, item.pageCount, 0);
    return;
  }
  const held = scanned.filter((page) => page.hold !== "").length;
  const fewPages = item.pageCount > 0 && scanned.length < item.pageCount;
  if (fewPages) lack("pages-missing", item, item.pageCount, scanned.length);
  // Blank backs are scanned with the leaf, and listed by nobody: they are not too many.
  const written = writtenPages(scanned).least;
  if (item.pageCount > 0 && written > item.pageCount) lack("pages-extra", item, item.pageCount, written);
  const leaves = countItem(scanned, { leaves: item.leaves, pageCount: 0 });
  // Where pages are missing, that says it: leaves are told where the pages alone would not.
  if (leaves.state === "short" && !fewPages) lack("leaves-missing", item, leaves.expected, leaves.found);
  if (leaves.state === "over" && written <= (item.pageCount || written))
    lack("leaves-extra", item, leaves.expected, leaves.found);
  if (held > 0) lack("page-held", item, 0, held);
  for (const stop of ["rejected", "faulty", "unjudged"] as const) {
    const stopped = stops.filter((one) => one === stop).length;
    if (stopped > 0) lack(`page-${stop}`, item, scanned.length, stopped);
  }
  if (item.hold !== "" || isHeld(item)) lack("item-held", item);
  if (item.renditionDigest === "" && held === 0) lack("no-rendition", item);
  // What cannot be checked yet is not told of twice.
  if (captured && item.renditionDigest !== "" && item.checkedAt === "") lack("not-checked", item);
}

/** As the matrix reads them: leaves are counted along their order. */
function inOrder(pages: readonly Page[]): Page[] {
  return [...pages].sort((one, other) => one.ordinal - other.ordinal || (one.id < other.id ? -1 : 1));
}

function stands(record: { withdrawn: string }): boolean {
  return record.withdrawn === "";
}

function add(stage: StageCount, files: number, items: number, pages: number) {
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
