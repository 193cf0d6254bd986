import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import type { DraftRow, UnsavedKeeper } from "./kept-drafts.ts";
import type { Cells, RowKind } from "./row-kind.ts";

/** A text typed into a cell, and what is wrong with it. */
export type TypedCell = { id: string; field: string; text: string; problem?: DraftProblem };

/** A cell whose text is in no record, and what is wrong with it. */
export type WrongCell = { id: string; field: string; text: string; problem: DraftProblem };

/** What was typed and is in no record: rows that are not saved yet, and texts laid over cells. Kept over a restart. */
export type TypedOver = {
  draft: (id: string) => DraftRow | undefined;
  drafts: () => readonly DraftRow[];
  cells: (id: string) => Cells | undefined;
  problem: (id: string, field: string) => DraftProblem | undefined;
  wrong: () => WrongCell[];
  addDrafts: (made: readonly { draft: DraftRow; cells: Cells }[]) => void;
  /** Forgets drafts and what was typed into them; answers which there were. */
  dropDrafts: (ids: readonly string[]) => ReadonlySet<string>;
  /** A draft is a record now. */
  saved: (id: string) => void;
  /** Lays texts over cells, with what is wrong with them. */
  type: (cells: readonly TypedCell[]) => void;
  /** Takes away what was laid over cells, where it is still that text. */
  settle: (cells: readonly TypedCell[]) => void;
  /** Notes what is wrong with cells of drafts as whole rows. */
  note: (id: string, problems: readonly DraftProblem[]) => void;
  /** A person has typed on where a draft's beginning was given. */
  begun: (id: string) => void;
};

/** Opens what the keeper kept, each text read again by the rules of its field. */
export function openTypedOver(kind: RowKind, keeper: UnsavedKeeper): TypedOver {
  const unsaved = keeper.read();
  const typed = new Map<string, Cells>(unsaved.typed);
  const drafts = new Map<string, DraftRow>(unsaved.drafts.map((draft) => [draft.id, draft]));
  const problems = new Map<string, Map<string, DraftProblem>>();

  const keep = () => {
    // What is read and only on its way to its record need not be kept.
    const lasting = [...typed].filter(([id]) => drafts.has(id) || problems.has(id));
    keeper.keep({ drafts: [...drafts.values()], typed: lasting });
  };
  const setProblem = (id: string, field: string, problem: DraftProblem | undefined) => {
    const held = problems.get(id) ?? new Map<string, DraftProblem>();
    if (problem) held.set(field, problem);
    else held.delete(field);
    if (held.size > 0) problems.set(id, held);
    else problems.delete(id);
  };
  for (const [id, cells] of typed) {
    for (const [field, text] of Object.entries(cells)) {
      const read = kind.readCell(field, text);
      if (!read.ok && !(drafts.has(id) && read.fault.code === "empty")) setProblem(id, field, read.fault);
    }
  }

  return {
    draft: (id) => drafts.get(id),
    drafts: () => [...drafts.values()],
    cells: (id) => typed.get(id),
    problem: (id, field) => problems.get(id)?.get(field),
    wrong: () =>
      [...problems].flatMap(([id, fields]) =>
        [...fields].map(([field, problem]) => ({ id, field, text: typed.get(id)?.[field] ?? "", problem })),
      ),
    addDrafts(made) {
      for (const { draft, cells } of made) {
        drafts.set(draft.id, draft);
        typed.set(draft.id, cells);
      }
      keep();
    },
    dropDrafts(ids) {
      const gone = new Set(ids.filter((id) => drafts.delete(id)));
      for (const id of gone) {
        typed.delete(id);
        problems.delete(id);
      }
      keep();
      return gone;
    },
    saved(id) {
      drafts.delete(id);
      keep();
    },
    type(cells) {
      for (const { id, field, text, problem } of cells) {
        typed.set(id, { ...typed.get(id), [field]: text });
        setProblem(id, field, problem);
      }
      keep();
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
    },
    note(id, found) {
      for (const [field] of problems.get(id) ?? []) setProblem(id, field, undefined);
      for (const problem of found) setProblem(id, problem.field, problem);
    },
    begun(id) {
      const draft = drafts.get(id);
      if (draft?.awaiting === undefined) return;
      drafts.set(id, { id, parent: draft.parent });
      keep();
    },
  };
}
