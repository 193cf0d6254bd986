import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { RxCollection } from "rxdb/plugins/core";
import type { Work } from "#renderer/db/work.ts";
import { uniqueKey } from "./unique-key.ts";
import type { RowKind } from "./row-kind.ts";
import { parentOf, type RowStore } from "./row-store.ts";
import type { TypedCell } from "./typed-over.ts";

type UniqueCell = TypedCell & { value?: unknown };

/**
 * The unique values, of those that cells are to get, that are another record's already or are wanted by two of the
 * cells: as `uniqueKey` writes them. Records whose own unique value is among the edits are leaving theirs.
 */
export async function takenUnique(
  work: Work,
  store: RowStore,
  kind: RowKind,
  cells: readonly UniqueCell[],
): Promise<Set<string>> {
  const wanted = new Map<string, Map<string | number, string[]>>();
  for (const { id, value } of uniqueCells(store, kind, cells)) {
    const parent = parentOf(store, kind, id)?.id;
    if (parent === undefined || (typeof value !== "string" && typeof value !== "number")) continue;
    const own = wanted.get(parent) ?? new Map<string | number, string[]>();
    own.set(value, [...(own.get(value) ?? []), id]);
    wanted.set(parent, own);
  }
  const taken = new Set<string>();
  const leaving = new Set(cells.filter(({ field }) => field === kind.unique).map(({ id }) => id));
  for (const [parent, values] of wanted) {
    for (const [value, ids] of values) if (ids.length > 1) taken.add(uniqueKey(parent, value));
    for (const { id, value } of await heldBetween(work, kind, parent, [...values.keys()])) {
      if (values.has(value) && !leaving.has(id)) taken.add(uniqueKey(parent, value));
    }
  }
  return taken;
}

/** Cells of the unique field, and that of every draft that is touched: it may become a record. */
function uniqueCells(store: RowStore, kind: RowKind, cells: readonly UniqueCell[]) {
  const found = new Map(
    cells.filter(({ field }) => field === kind.unique).map(({ id, value }) => [id, value]),
  );
  for (const { id } of cells) {
    if (found.has(id) || !store.draft(id)) continue;
    const read = kind.readCell(kind.unique, store.text(id, kind.unique) ?? "");
    if (read.ok) found.set(id, read.value);
  }
  return [...found].map(([id, value]) => ({ id, value }));
}

async function heldBetween(work: Work, kind: RowKind, parent: string, values: (string | number)[]) {
  const sorted = [...values].sort((one, other) => (one < other ? -1 : 1));
  const collection = work.db[kind.collection] as unknown as RxCollection<ArchiveRecord>;
  const found = await collection
    .find({
      selector: { [kind.parent]: parent, [kind.unique]: { $gte: sorted[0], $lte: sorted.at(-1) } },
      index: [kind.parent, kind.unique],
    })
    .exec();
  return found.flatMap((document) => {
    const record = document.toJSON() as ArchiveRecord;
    const value = (record as unknown as Record<string, unknown>)[kind.unique];
    const standing = record.withdrawn === "" && (typeof value === "string" || typeof value === "number");
    return standing ? [{ id: record.id, value }] : [];
  });
}
