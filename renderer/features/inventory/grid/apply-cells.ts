import type { Work } from "#renderer/db/work.ts";
import type { Edit, Step } from "#renderer/work/history.ts";
import { completeCell, leavesOfPages } from "./complete-cell.ts";
import type { Cells, RowKind } from "./row-kind.ts";
import { parentOf, type RowStore } from "./row-store.ts";
import type { TypedCell } from "./typed-over.ts";
import { takenUnique } from "./taken-unique.ts";
import { uniqueKey } from "./unique-key.ts";

/** A text for a cell, as typed, pasted or filled. */
export type CellEdit = { id: string; field: string; text: string };

/** Where a mark of secrecy was met, and the mark, which is kept nowhere. */
export type SecretCell = { id: string; field: string; mark: string };

/** What came of edits: cells that kept what was there, and the first cell where a mark of secrecy was met. */
export type Applied = { wrong: number; created: number; secret?: SecretCell };

/** How edits are written: as one step that can be undone. */
export type RecordStep = (label: string, edits: readonly Edit[]) => Promise<Step>;

/**
 * Writes texts into cells as one step. What is not read stays laid over its cell, with its problem, and the record
 * keeps what it had; a text with a mark of secrecy is kept nowhere. A draft that is complete becomes a record.
 */
export function applyCells(
  work: Work,
  store: RowStore,
  kind: RowKind,
  record: RecordStep,
  label: string,
  edits: readonly CellEdit[],
): Promise<Applied> {
  const read = readCells(store, kind, edits);
  return inTurn(store, () => writeCells(work, store, kind, record, label, read));
}

type ReadCell = TypedCell & { value?: unknown };

type ReadCells = { cells: ReadCell[]; secret?: SecretCell };

/** Reads the texts and shows them at once, however long the writing takes. */
function readCells(store: RowStore, kind: RowKind, edits: readonly CellEdit[]): ReadCells {
  const above = rowsAbove(
    store,
    edits.map(({ id }) => id),
  );
  const cells: ReadCell[] = [];
  let secret: ReadCells["secret"];
  for (const { id, field, text: typed } of withLeaves(store, kind, edits, above)) {
    const text = completeCell(field, kind.dates, typed, above(id), edits.length === 1);
    const reading = kind.readCell(field, text);
    if (reading.ok) cells.push({ id, field, text, value: reading.value });
    else if (reading.fault.code === "secret") secret ??= { id, field, mark: text };
    else if (reading.fault.code === "empty" && store.draft(id)) cells.push({ id, field, text });
    else cells.push({ id, field, text, problem: reading.fault });
    if (store.draft(id)?.awaiting === field) store.begun(id);
  }
  store.touch(cells.map(({ id }) => id));
  store.type(cells);
  return { cells, ...(secret ? { secret } : {}) };
}

async function writeCells(
  work: Work,
  store: RowStore,
  kind: RowKind,
  record: RecordStep,
  label: string,
  { cells, secret }: ReadCells,
): Promise<Applied> {
  const taken = await takenUnique(work, store, kind, cells);
  const changes = new Map<string, Record<string, unknown>>();
  const settled: TypedCell[] = [];
  const wrong: TypedCell[] = [];
  for (const cell of cells) {
    if (store.draft(cell.id)) continue;
    const twice = cell.field === kind.unique && taken.has(keyOfUnique(store, kind, cell));
    const problem = cell.problem ?? (twice ? twiceProblem(kind) : undefined);
    if (problem) {
      wrong.push({ ...cell, problem });
      continue;
    }
    changes.set(cell.id, { ...changes.get(cell.id), [cell.field]: cell.value });
    settled.push(cell);
  }
  if (wrong.length > 0) store.type(wrong);
  const edits: Edit[] = [...changes].map(([id, values]) => kind.change(id, values));
  const made = completeDrafts(work, store, kind, cells, taken);
  edits.push(...made.map(({ edit }) => edit));
  if (edits.length > 0) await record(label, edits);
  for (const { edit, cells: own } of made) {
    if ("record" in edit) store.show(edit.record);
    settled.push(...own);
  }
  // The change is in RxDB: its event has shown the record, and what lay over it goes.
  store.settle(settled);
  const drafts = cells.filter(({ id, problem }) => problem && store.draft(id)).length;
  return { wrong: wrong.length + drafts, created: made.length, ...(secret ? { secret } : {}) };
}

type Made = { edit: Edit; cells: TypedCell[] };

function completeDrafts(
  work: Work,
  store: RowStore,
  kind: RowKind,
  cells: readonly ReadCell[],
  taken: ReadonlySet<string>,
): Made[] {
  return [...new Set(cells.map(({ id }) => id))].flatMap((id) => {
    const draft = store.draft(id);
    if (!draft) return [];
    const texts = store.typed(id);
    const read = kind.readRow(texts);
    const unique = kind.readCell(kind.unique, texts[kind.unique] ?? "");
    const twice = unique.ok && taken.has(uniqueKey(draft.parent.id, unique.value));
    const problems = read.ok ? [] : read.fault.filter(({ code }) => code !== "empty");
    store.note(id, twice ? [...problems, twiceProblem(kind)] : problems);
    if (!read.ok || twice || draft.awaiting !== undefined) return [];
    const edit = kind.create(work, id, draft.parent, read.value);
    return [{ edit, cells: Object.entries(texts).map(([field, text]) => ({ id, field, text })) }];
  });
}

function twiceProblem(kind: RowKind) {
  return {
    field: kind.unique,
    code: kind.unique === "code" ? "code-twice" : "ordinal-twice",
    limit: 0,
  } as const;
}

function keyOfUnique(store: RowStore, kind: RowKind, cell: ReadCell): string {
  return uniqueKey(parentOf(store, kind, cell.id)?.id ?? "", cell.value);
}

/** Where pages are counted and no leaves are known, the leaves follow from the row above. */
function withLeaves(
  store: RowStore,
  kind: RowKind,
  edits: readonly CellEdit[],
  above: (id: string) => Cells,
): CellEdit[] {
  if (kind.collection !== "items") return [...edits];
  return edits.flatMap((edit) => {
    if (edit.field !== "pageCount" || (store.text(edit.id, "leaves") ?? "-") !== "") return [edit];
    if (edits.some(({ id, field }) => id === edit.id && field === "leaves")) return [edit];
    const leaves = leavesOfPages(edit.text.trim(), above(edit.id));
    return leaves === undefined ? [edit] : [edit, { id: edit.id, field: "leaves", text: leaves }];
  });
}

/** The texts of the row above each of some rows. */
function rowsAbove(store: RowStore, ids: readonly string[]): (id: string) => Cells {
  const all = store.ids();
  const wanted = new Set(ids);
  const before = new Map<string, string>();
  for (let at = all.length - 1; at > 0 && before.size < wanted.size; at -= 1) {
    const [id, other] = [all[at], all[at - 1]];
    if (id !== undefined && other !== undefined && wanted.has(id)) before.set(id, other);
  }
  return (id) => {
    const other = before.get(id);
    return other === undefined ? {} : store.cells(other);
  };
}

const turns = new WeakMap<RowStore, Promise<unknown>>();

/** One writing after another: a draft that is becoming a record is a record for the next. */
function inTurn<Value>(store: RowStore, action: () => Promise<Value>): Promise<Value> {
  const next = (turns.get(store) ?? Promise.resolve()).then(action);
  turns.set(
    store,
    next.catch(() => undefined),
  );
  return next;
}

/** Resolves when all that was typed so far is written: what was a draft and is complete is a record then. */
export async function allWritten(store: RowStore): Promise<void> {
  await turns.get(store);
}
