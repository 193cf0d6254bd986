import type { RxCollection } from "rxdb/plugins/core";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { readRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";
import type { UnsavedKeeper } from "./kept-drafts.ts";
import type { Cells, Parent, RowKind } from "./row-kind.ts";
import { openTypedOver, type TypedOver } from "./typed-over.ts";

/** A record as the grid shows it. */
export type Row = { record: ArchiveRecord; cells: Cells };

/**
 * The rows of one list: the ids of the desk's order, which do not jump, then those made here since; records as they
 * come into view, kept up to date by RxDB; and over them what was typed and is not in a record.
 */
export type RowStore = Omit<TypedOver, "cells" | "dropDrafts" | "saved"> & {
  subscribe: (listener: () => void) => () => void;
  version: () => number;
  ids: () => readonly string[];
  row: (id: string) => Row | undefined;
  /** The text of a cell; `undefined` where the record is not read yet. */
  text: (id: string, field: string) => string | undefined;
  cells: (id: string) => Cells;
  typed: (id: string) => Cells;
  /** True of ids whose records were written at this screen. */
  touched: (id: string) => boolean;
  /** The desk's order, and what was asked for it. */
  order: () => { key: string; ids: readonly string[] };
  setOrder: (key: string, ids: readonly string[]) => void;
  seen: (first: number, last: number) => void;
  /** Reads the records of these ids that are not read yet. */
  read: (ids: readonly string[]) => Promise<void>;
  /** A draft is a record now. */
  show: (record: ArchiveRecord) => void;
  dropDrafts: (ids: readonly string[]) => void;
  touch: (ids: readonly string[]) => void;
  /** The code of the file that an item belongs to. */
  fileCode: (id: string) => string | undefined;
  close: () => void;
};

/** Records are read around what is in view, in steps of so many rows. */
const margin = 60;

export function openRowStore(work: Work, kind: RowKind, keeper: UnsavedKeeper): RowStore {
  const collection = work.db[kind.collection] as unknown as RxCollection<ArchiveRecord>;
  const listeners = new Set<() => void>();
  const rows = new Map<string, Row>();
  const fileCodes = new Map<string, string>();
  const own = new Set<string>();
  const over = openTypedOver(kind, keeper);
  let order: readonly string[] = [];
  let orderKey = "";
  let tail: string[] = over.drafts().map(({ id }) => id);
  let all: readonly string[] = tail;
  let version = 0;
  let window = { first: 0, last: 0 };
  let reading = false;

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const joined = () => {
    all = tail.length === 0 ? order : [...order, ...tail];
  };
  const take = (record: ArchiveRecord) => rows.set(record.id, { record, cells: kind.cellsOf(record) });

  const subscription = collection.$.subscribe(({ documentData }) => {
    const record = documentData as unknown as ArchiveRecord;
    if (!rows.has(record.id) && !over.draft(record.id)) return;
    take(record);
    changed();
  });

  async function readWindow() {
    if (reading) return;
    reading = true;
    // A record may come a moment after its id: it is asked for once each time it is seen.
    const tried = new Set<string>();
    try {
      for (;;) {
        const near = all.slice(Math.max(0, window.first - margin), window.last + margin);
        const lacking = near.filter((id) => !rows.has(id) && !over.draft(id) && !tried.has(id));
        if (lacking.length === 0) break;
        for (const id of lacking) tried.add(id);
        await readIds(lacking);
      }
    } finally {
      reading = false;
    }
  }
  async function readIds(ids: readonly string[]) {
    const found = [...(await readRecords(work, kind.collection, ids)).values()];
    for (const record of found) if (!rows.has(record.id)) take(record);
    if (kind.collection === "items") await readFileCodes(found.map((record) => fileIdOf(record)));
    changed();
  }
  async function readFileCodes(fileIds: readonly string[]) {
    const lacking = [...new Set(fileIds)].filter((id) => !fileCodes.has(id));
    if (lacking.length === 0) return;
    for (const [id, file] of await readRecords(work, "files", lacking)) {
      if ("code" in file && typeof file.code === "string") fileCodes.set(id, file.code);
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    ids: () => all,
    row: (id) => rows.get(id),
    draft: over.draft,
    drafts: over.drafts,
    problem: over.problem,
    wrong: over.wrong,
    text(id, field) {
      const typed = over.cells(id)?.[field];
      if (typed !== undefined) return typed;
      return over.draft(id) ? "" : rows.get(id)?.cells[field];
    },
    cells: (id) => ({ ...rows.get(id)?.cells, ...over.cells(id) }),
    typed: (id) => over.cells(id) ?? {},
    touched: (id) => own.has(id),
    order: () => ({ key: orderKey, ids: order }),
    setOrder(key, ids) {
      const known = new Set(ids);
      if (key !== orderKey) {
        // Another question has another answer: what was made here and has no place in it is not shown.
        tail = tail.filter((id) => over.draft(id));
        for (const id of own) if (!over.draft(id)) own.delete(id);
      }
      orderKey = key;
      order = ids;
      tail = tail.filter((id) => !known.has(id));
      joined();
      changed();
    },
    seen(first, last) {
      window = { first, last };
      void readWindow();
    },
    async read(ids) {
      const lacking = ids.filter((id) => !rows.has(id) && !over.draft(id));
      if (lacking.length > 0) await readIds(lacking);
    },
    addDrafts(made) {
      over.addDrafts(made);
      for (const { draft } of made) own.add(draft.id);
      tail = [...tail, ...made.map(({ draft }) => draft.id)];
      joined();
      changed();
    },
    dropDrafts(ids) {
      const gone = over.dropDrafts(ids);
      tail = tail.filter((id) => !gone.has(id));
      joined();
      changed();
    },
    type(cells) {
      over.type(cells);
      changed();
    },
    settle(cells) {
      over.settle(cells);
      changed();
    },
    note(id, found) {
      over.note(id, found);
      changed();
    },
    begun: over.begun,
    show(record) {
      over.saved(record.id);
      take(record);
      changed();
    },
    touch(ids) {
      for (const id of ids) own.add(id);
    },
    fileCode(id) {
      const record = rows.get(id)?.record;
      const fileId = over.draft(id)?.parent.id ?? (record ? fileIdOf(record) : "");
      return fileCodes.get(fileId);
    },
    close() {
      subscription.unsubscribe();
      listeners.clear();
    },
  };
}

/** What new rows of a list belong to where a row is known: its own parent. */
export function parentOf(store: RowStore, kind: RowKind, id: string): Parent | undefined {
  const draft = store.draft(id);
  if (draft) return draft.parent;
  const record = store.row(id)?.record;
  if (!record) return undefined;
  const parent = (record as unknown as Record<string, unknown>)[kind.parent];
  return typeof parent === "string" ? { id: parent, scope: record.scope } : undefined;
}

function fileIdOf(record: ArchiveRecord): string {
  return "fileId" in record && typeof record.fileId === "string" ? record.fileId : "";
}
