import type { RxCollection } from "rxdb/plugins/core";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { readRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";
import type { DraftRow, UnsavedKeeper } from "./kept-drafts.ts";
import type { Cells, Parent, RowKind } from "./row-kind.ts";

/** A record as the grid shows it. */
export type Row = { record: ArchiveRecord; cells: Cells };

/** A cell whose text is in no record, and what is wrong with it. */
export type WrongCell = { id: string; field: string; text: string; problem: DraftProblem };

/**
 * The rows of one list: the ids of the desk's order, which do not jump, then those made here since; records as they
 * come into view, kept up to date by RxDB; and over them what was typed and is not in a record.
 */
export type RowStore = {
  subscribe: (listener: () => void) => () => void;
  version: () => number;
  ids: () => readonly string[];
  row: (id: string) => Row | undefined;
  draft: (id: string) => DraftRow | undefined;
  drafts: () => readonly DraftRow[];
  /** The text of a cell; `undefined` where the record is not read yet. */
  text: (id: string, field: string) => string | undefined;
  cells: (id: string) => Cells;
  typed: (id: string) => Cells;
  problem: (id: string, field: string) => DraftProblem | undefined;
  wrong: () => WrongCell[];
  /** True of ids whose records were written at this screen. */
  touched: (id: string) => boolean;
  /** The desk's order, and what was asked for it. */
  order: () => { key: string; ids: readonly string[] };
  setOrder: (key: string, ids: readonly string[]) => void;
  seen: (first: number, last: number) => void;
  /** Reads the records of these ids that are not read yet. */
  read: (ids: readonly string[]) => Promise<void>;
  addDrafts: (made: readonly { draft: DraftRow; cells: Cells }[]) => void;
  dropDrafts: (ids: readonly string[]) => void;
  /** Lays texts over cells, with what is wrong with them. */
  type: (cells: readonly TypedCell[]) => void;
  /** Takes away what was laid over cells, where it is still that text. */
  settle: (cells: readonly TypedCell[]) => void;
  /** Notes what is wrong with cells of drafts as whole rows. */
  note: (id: string, problems: readonly DraftProblem[]) => void;
  /** A draft is a record now. */
  show: (record: ArchiveRecord) => void;
  touch: (ids: readonly string[]) => void;
  /** The code of the file that an item belongs to. */
  fileCode: (id: string) => string | undefined;
  /** A person has typed on where a draft's beginning was given. */
  begun: (id: string) => void;
  close: () => void;
};

/** A text typed into a cell, and what is wrong with it. */
export type TypedCell = { id: string; field: string; text: string; problem?: DraftProblem };

/** Records are read around what is in view, in steps of so many rows. */
const margin = 60;

export function openRowStore(work: Work, kind: RowKind, keeper: UnsavedKeeper): RowStore {
  const collection = work.db[kind.collection] as unknown as RxCollection<ArchiveRecord>;
  const listeners = new Set<() => void>();
  const rows = new Map<string, Row>();
  const fileCodes = new Map<string, string>();
  const own = new Set<string>();
  const problems = new Map<string, Map<string, DraftProblem>>();
  const unsaved = keeper.read();
  const typed = new Map<string, Cells>(unsaved.typed);
  const drafts = new Map<string, DraftRow>(unsaved.drafts.map((draft) => [draft.id, draft]));
  let order: readonly string[] = [];
  let orderKey = "";
  let tail: string[] = [...drafts.keys()];
  let all: readonly string[] = tail;
  let version = 0;
  let window = { first: 0, last: 0 };
  let reading = false;

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const keep = () => {
    // What is read and only on its way to its record need not be kept.
    const lasting = [...typed].filter(([id]) => drafts.has(id) || problems.has(id));
    keeper.keep({ drafts: [...drafts.values()], typed: lasting });
  };
  const joined = () => {
    all = tail.length === 0 ? order : [...order, ...tail];
  };
  const setProblem = (id: string, field: string, problem: DraftProblem | undefined) => {
    const held = problems.get(id) ?? new Map<string, DraftProblem>();
    if (problem) held.set(field, problem);
    else held.delete(field);
    if (held.size > 0) problems.set(id, held);
    else problems.delete(id);
  };
  const take = (record: ArchiveRecord) => rows.set(record.id, { record, cells: kind.cellsOf(record) });

  for (const [id, cells] of typed) {
    for (const [field, text] of Object.entries(cells)) {
      const read = kind.readCell(field, text);
      if (!read.ok && !(drafts.has(id) && read.fault.code === "empty")) setProblem(id, field, read.fault);
    }
  }

  const subscription = collection.$.subscribe(({ documentData }) => {
    const record = documentData as unknown as ArchiveRecord;
    if (!rows.has(record.id) && !drafts.has(record.id)) return;
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
        const lacking = near.filter((id) => !rows.has(id) && !drafts.has(id) && !tried.has(id));
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
    draft: (id) => drafts.get(id),
    drafts: () => [...drafts.values()],
    text(id, field) {
      const over = typed.get(id)?.[field];
      if (over !== undefined) return over;
      return drafts.has(id) ? "" : rows.get(id)?.cells[field];
    },
    cells: (id) => ({ ...rows.get(id)?.cells, ...typed.get(id) }),
    typed: (id) => typed.get(id) ?? {},
    problem: (id, field) => problems.get(id)?.get(field),
    wrong: () =>
      [...problems].flatMap(([id, fields]) =>
        [...fields].map(([field, problem]) => ({ id, field, text: typed.get(id)?.[field] ?? "", problem })),
      ),
    touched: (id) => own.has(id),
    order: () => ({ key: orderKey, ids: order }),
    setOrder(key, ids) {
      const known = new Set(ids);
      if (key !== orderKey) {
        // Another question has another answer: what was made here and has no place in it is not shown.
        tail = tail.filter((id) => drafts.has(id));
        for (const id of own) if (!drafts.has(id)) own.delete(id);
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
      const lacking = ids.filter((id) => !rows.has(id) && !drafts.has(id));
      if (lacking.length > 0) await readIds(lacking);
    },
    addDrafts(made) {
      for (const { draft, cells } of made) {
        drafts.set(draft.id, draft);
        typed.set(draft.id, cells);
        own.add(draft.id);
      }
      tail = [...tail, ...made.map(({ draft }) => draft.id)];
      joined();
      keep();
      changed();
    },
    dropDrafts(ids) {
      const gone = new Set(ids.filter((id) => drafts.delete(id)));
      for (const id of gone) {
        typed.delete(id);
        problems.delete(id);
      }
      tail = tail.filter((id) => !gone.has(id));
      joined();
      keep();
      changed();
    },
    type(cells) {
      for (const { id, field, text, problem } of cells) {
        typed.set(id, { ...typed.get(id), [field]: text });
        setProblem(id, field, problem);
      }
      keep();
      changed();
    },
    settle(cells) {
      for (const { id, field, text } of cells) {
        const held = typed.get(id);
        if (held?.[field] !== text) continue;
        const rest = Object.fromEntries(Object.entries(held).filter(([name]) => name !== field));
        if (Object.keys(rest).length > 0) typed.set(id, rest);
        else typed.delete(id);
        setProblem(id, field, undefined);
      }
      keep();
      changed();
    },
    note(id, found) {
      for (const [field] of problems.get(id) ?? []) setProblem(id, field, undefined);
      for (const problem of found) setProblem(id, problem.field, problem);
      changed();
    },
    show(record) {
      drafts.delete(record.id);
      take(record);
      keep();
      changed();
    },
    touch(ids) {
      for (const id of ids) own.add(id);
    },
    fileCode(id) {
      const record = rows.get(id)?.record;
      const fileId = drafts.get(id)?.parent.id ?? (record ? fileIdOf(record) : "");
      return fileCodes.get(fileId);
    },
    begun(id) {
      const draft = drafts.get(id);
      if (draft?.awaiting === undefined) return;
      drafts.set(id, { id, parent: draft.parent });
      keep();
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
