import { countItem, writtenPages } from "#shared/archive/count-leaves.ts";
import type { Records } from "#shared/archive/collections.ts";
import type { Note } from "#shared/archive/note.ts";
import { makeRecord } from "#shared/archive/record.ts";
import type { MatrixNarrow } from "#shared/contract/completeness.ts";
import { levelOf } from "#shared/rules/issuing-body.ts";
import { priorityOfFile, priorityOfItem } from "#shared/rules/priority.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Held } from "#tests/electron/report/count-by-hand.ts";
import { heldIn } from "#tests/electron/report/work-at-random.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";
import { matrixByHand } from "./matrix-by-hand.ts";

type File = Records["files"];

const standing = <Kind extends { withdrawn: string }>(records: readonly Kind[]) =>
  records.filter(({ withdrawn }) => withdrawn === "");

const named = {
  decision: "decision",
  plan: "plan",
  report: "report",
  "frequent-use": "frequent",
  other: "other",
};
const groupName = (group: keyof typeof named | "", frequentUse: boolean) =>
  group === "" ? (frequentUse ? "frequent" : "other") : named[group];

const idOf = ({ id }: { id: string }) => id;

/** Sends some of what lies in batches back, and closes some of that. */
export function sendBack(journal: Journal, chance: (below: number) => number): void {
  const { batches, files, items, pages } = heldIn(journal);
  const one = <Kind>(among: readonly Kind[]) => among[chance(among.length)];
  const notes = batches.flatMap((batch, at): Note[] => {
    if (chance(2) === 0) return [];
    const on = (["files", "items", "pages", undefined] as const)[chance(4)];
    const ids = { files: files.map(idOf), items: items.map(idOf), pages: pages.map(idOf) };
    const id = on && one(ids[on]);
    const head: Omit<Note, "clocks" | "updatedBy" | "deviceId" | "withdrawn" | "ext"> = {
      ...{ id: `note-${at}`, scope: batch.scope, subject: "batches", subjectId: batch.id, field: "" },
      ...{ kind: "correction", text: "Quét lại", answers: "", mentions: [], at: "2025-05-20T01:00:00.000Z" },
      ...{ by: "Kiểm", solvedAt: chance(4) === 0 ? "2025-05-21" : "", solvedBy: "", station: "capture" },
      ...(on && id !== undefined ? { pin: { on, id, label: id } } : {}),
    };
    return [makeRecord<Note>(head, stampAt(Date.parse("2025-05-20T01:00:00Z")))];
  });
  journal.write("notes", notes, "desk");
}

/** The corrections that are open, each with the file that it is pinned to now, or without. */
function openByHand(journal: Journal, held: Held): { file: string; item: string; scope: string }[] {
  const working = ["handed-over", "received", "preparing", "capturing", "checking", "returned"];
  return journal
    .pull("notes", null, 10_000)
    .documents.filter(({ solvedAt, subjectId }) => {
      const batch = standing(held.batches).find(({ id }) => id === subjectId);
      return solvedAt === "" && batch !== undefined && working.includes(batch.state);
    })
    .map(({ pin, scope }) => {
      const page = pin?.on === "pages" ? held.pages.find(({ id }) => id === pin.id) : undefined;
      const item = pin?.on === "items" ? pin.id : (page?.itemId ?? "");
      const file = pin?.on === "files" ? pin.id : (held.items.find(({ id }) => id === item)?.fileId ?? "");
      return { file, item, scope };
    });
}

/** What is left of files and their items where the matrix is narrowed, record by record, and how many corrections. */
export function narrowByHand(journal: Journal, held: Held, files: readonly File[], narrow: MatrixNarrow) {
  const open = openByHand(journal, held);
  const itemsOf = (file: File) => standing(held.items).filter(({ fileId }) => fileId === file.id);
  const inGroup = (file: File, item: Records["items"]) =>
    groupName(priorityOfItem(item, levelOf(item.scope), file.frequentUse), file.frequentUse) === narrow.group;
  const items = (file: File) => itemsOf(file).filter((item) => narrow.group === "" || inGroup(file, item));
  const ofGroup = (file: File) =>
    narrow.group === "" ||
    items(file).length > 0 ||
    (itemsOf(file).length === 0 &&
      groupName(priorityOfFile(file, levelOf(file.scope)), false) === narrow.group);
  const code = (record: { held?: { code: string } | undefined } | undefined) => record?.held?.code ?? "";
  const kept = (file: File) =>
    [file, ...itemsOf(file), standing(held.batches).find(({ id }) => id === file.batchId)].some(
      (record) => code(record) !== "",
    );
  const isOdd = (item: Records["items"]) => {
    const pages = standing(held.pages)
      .filter(({ itemId }) => itemId === item.id)
      .sort((one, other) => one.ordinal - other.ordinal);
    const { state } = countItem(pages, { leaves: item.leaves, pageCount: 0 });
    const { pageCount } = item;
    const differs = pageCount > 0 && (pages.length < pageCount || writtenPages(pages).least > pageCount);
    return differs || state === "short" || state === "over";
  };
  const red = (file: File) => {
    const own = items(file);
    const stages = matrixByHand({ ...held, items: own }, [file]);
    const fewer = [2, 3, 5].some((at) => (stages[at]?.items ?? 0) < own.length);
    return file.receivedAt === "" || fewer || own.some(isOdd) || open.some((one) => one.file === file.id);
  };
  const left = files
    .filter((file) => narrow.level === "" || levelOf(file.scope) === narrow.level)
    .filter(ofGroup)
    .filter((file) => narrow.only === "" || (narrow.only === "held" ? kept(file) : red(file)));
  const isLeft = new Set(left.map(({ id }) => id));
  const whole = narrow.group === "" && narrow.only !== "held";
  return {
    // What a file states of its leaves is of the whole file.
    files: left.map((file) =>
      narrow.group === "" || items(file).length === 0 ? file : { ...file, leafCount: 0 },
    ),
    items: left.flatMap(items),
    corrections: {
      pinned: open.filter(({ file }) => isLeft.has(file)).length,
      ofBatches: open.filter(
        ({ file, scope }) => file === "" && whole && (narrow.level === "" || levelOf(scope) === narrow.level),
      ).length,
    },
  };
}
