import { countItem, listedLeaves } from "#shared/archive/count-leaves.ts";
import type { Records } from "#shared/archive/collections.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { readClock } from "#shared/base/clock.ts";
import { levelOf } from "#shared/rules/issuing-body.ts";
import { priorityOfItem } from "#shared/rules/priority.ts";

/** All that a journal holds, at its last state each. */
export type Held = { [Name in "files" | "items" | "pages" | "batches" | "boxes"]: Records[Name][] };

const standing = <Kind extends { withdrawn: string }>(records: readonly Kind[]) =>
  records.filter(({ withdrawn }) => withdrawn === "");

/**
 * The row of one unit counted record by record, with nothing kept in between: a second implementation of what the
 * desk counts in tables. It is slow, and says each rule in its own words.
 */
export function countByHand(
  held: Held,
  unit: Pick<ReportRow, "unit" | "name" | "level">,
  day: string,
): ReportRow {
  const files = standing(held.files).filter(({ scope }) => scope === unit.unit);
  const batchState = (id: string) => standing(held.batches).find((batch) => batch.id === id)?.state ?? "";
  const itemsOf = (file: Records["files"]) => standing(held.items).filter(({ fileId }) => fileId === file.id);
  const pagesOf = (item: Records["items"]) =>
    standing(held.pages)
      .filter(({ itemId }) => itemId === item.id)
      .sort((one, other) => one.ordinal - other.ordinal);
  const inches = (pixels: number, dpi: number) => pixels / dpi;
  const a4Of = (page: Records["pages"]) => {
    if (page.dpi === 0) return 1;
    const [short = 0, long = 0] = [page.width, page.height]
      .map((side) => inches(side, page.dpi))
      .sort((one, other) => one - other);
    const fits = (width: number, height: number) =>
      short <= (width / 72) * 1.1 && long <= (height / 72) * 1.1;
    if (fits(595, 842)) return 1;
    if (fits(842, 1190)) return 2;
    if (fits(1190, 1684)) return 4;
    return fits(1684, 2384) ? 8 : 16;
  };
  const dayOf = (page: Records["pages"]) => {
    const ms = readClock(page.clocks["masterDigest"] ?? page.clocks["*"] ?? "")?.ms ?? 0;
    return new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10);
  };
  const whyKept = ({ held: said }: { held?: { code: string } | undefined }) => said?.code || "not";
  const isCaptured = (item: Records["items"]) => {
    const pages = pagesOf(item);
    if (
      pages.length === 0 ||
      item.hold !== "" ||
      whyKept(item) !== "not" ||
      pages.some(({ hold }) => hold !== "")
    )
      return false;
    if (item.pageCount > pages.length) return false;
    return (
      listedLeaves(item) === 0 || countItem(pages, { leaves: item.leaves, pageCount: 0 }).state !== "short"
    );
  };
  const isPassed = (item: Records["items"]) =>
    isCaptured(item) && item.checkedAt !== "" && !pagesOf(item).some(({ verdict }) => verdict === "rejected");
  const isConfirmed = (item: Records["items"]) => {
    if (!isCaptured(item) || item.type === "" || item.subject === "") return false;
    const names = `${item.fieldsConfirmed} ${item.fieldsByMachine}`.split(" ");
    const filled = (["type", "issuedDate", "issuer", "subject"] as const).filter(
      (field) => item[field] !== "",
    );
    return item.checkedAt !== "" || filled.every((field) => names.includes(field));
  };
  const every = (file: Records["files"], is: (item: Records["items"]) => boolean) =>
    itemsOf(file).length > 0 && itemsOf(file).every(is);
  const groupOf = (file: Records["files"], item: Records["items"]) => {
    const group = priorityOfItem(item, levelOf(item.scope), file.frequentUse);
    return { decision: 0, plan: 1, report: 2, "frequent-use": 3, other: 4, "": file.frequentUse ? 3 : 4 }[
      group
    ];
  };
  const listedPages = (file: Records["files"]) =>
    itemsOf(file).reduce((sum, { pageCount }) => sum + pageCount, 0) || file.pageCount;
  const amount = (some: readonly Records["files"][]) => ({
    files: some.length,
    items: some.reduce((sum, file) => sum + itemsOf(file).length, 0),
    pages: some.reduce((sum, file) => sum + listedPages(file), 0),
  });
  const items = files.flatMap((file) => itemsOf(file).map((item) => ({ file, item })));
  const pages = items.flatMap(({ item }) => pagesOf(item));
  const a4 = (some: readonly Records["pages"][]) => some.reduce((sum, page) => sum + a4Of(page), 0);
  const lastDay = (item: Records["items"]) => pagesOf(item).map(dayOf).sort().at(-1) ?? "";
  const boxes = files
    .filter(({ box }) => box !== "")
    .map((file) => [file.fondsId, file.inventory, file.box].join("|"));
  const keptFor = (code: string) =>
    files.filter(
      (file) =>
        whyKept(file) === code ||
        itemsOf(file).some((item) => whyKept(item) === code) ||
        standing(held.batches).some((batch) => batch.id === file.batchId && whyKept(batch) === code),
    ).length;
  const gone = ["draft", "returned", ""];
  const inBatches = (states: string[]) => files.filter(({ batchId }) => states.includes(batchState(batchId)));
  return {
    ...unit,
    listed: {
      ...amount(files),
      metres:
        Math.round(
          standing(held.boxes)
            .filter(({ scope }) => scope === unit.unit)
            .reduce((sum, { metres }) => sum + metres, 0) * 100,
        ) / 100,
      boxes: new Set(boxes).size,
      leaves: files.reduce(
        (sum, file) =>
          sum + (file.leafCount || itemsOf(file).reduce((all, item) => all + listedLeaves(item), 0)),
        0,
      ),
    },
    handedOver: amount(files.filter(({ batchId }) => !gone.includes(batchState(batchId)))),
    today: {
      files: files.filter(
        (file) => every(file, isCaptured) && itemsOf(file).map(lastDay).sort().at(-1) === day,
      ).length,
      items: items.filter(({ item }) => isCaptured(item) && lastDay(item) === day).length,
      pages: a4(pages.filter((page) => dayOf(page) === day)),
    },
    captured: {
      files: files.filter((file) => every(file, isCaptured)).length,
      items: items.filter(({ item }) => isCaptured(item)).length,
      pages: a4(pages),
    },
    checked: files.filter((file) => every(file, isPassed)).length,
    returned: files.filter(({ batchId }) => batchState(batchId) === "returned").length,
    confirmed: files.filter((file) => every(file, isConfirmed)).length,
    signed: files.filter((file) =>
      every(
        file,
        (item) =>
          isCaptured(item) && item.renditionDigest !== "" && item.signature?.digest === item.renditionDigest,
      ),
    ).length,
    packed: inBatches(["packed", "sent", "acknowledged"]).length,
    sent: inBatches(["sent", "acknowledged"]).length,
    held: ["torn", "stuck", "missing-leaves", "secret", "special-format", "other"].map(keptFor),
    groups: [0, 1, 2, 3, 4].map(
      (group) => items.filter(({ file, item }) => isCaptured(item) && groupOf(file, item) === group).length,
    ),
  };
}

/** Pages of a unit that stand and were rejected, for each defect, record by record. */
export function defectsByHand(held: Held, unit: string): Record<string, number> {
  const fileIds = standing(held.files).flatMap(({ id, scope }) => (scope === unit ? [id] : []));
  const itemIds = standing(held.items).flatMap(({ id, fileId }) => (fileIds.includes(fileId) ? [id] : []));
  const counts: Record<string, number> = {};
  for (const { itemId, verdict, defect } of standing(held.pages))
    if (itemIds.includes(itemId) && verdict === "rejected") counts[defect] = (counts[defect] ?? 0) + 1;
  return counts;
}
