import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import type { IsKnownTerm } from "#shared/inventory/name-terms.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useHistory } from "#renderer/app/use-history.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { readOption } from "#renderer/ui/grid/find-options.ts";
import type { GridColumn, GridPlace, GridRange } from "#renderer/ui/grid/grid-types.ts";
import { termsBeside } from "#renderer/work/note-terms.ts";
import { applyCells, type CellEdit, type SecretCell } from "./apply-cells.ts";
import { nextRow } from "./next-row.ts";
import type { PastePlan } from "./plan-paste.ts";
import { extentOf } from "#renderer/ui/grid/range.ts";
import type { Parent, RowKind } from "./row-kind.ts";
import { parentOf, type RowStore } from "./row-store.ts";
import { uniqueAfter, useLastUnique } from "./use-last-unique.ts";

type Source = {
  kind: RowKind;
  store: RowStore;
  columns: readonly GridColumn[];
  kept: ReadonlySet<string>;
  /** What new rows belong to; where the list spans several files, the row decides. */
  parent: Parent | undefined;
  onSecret: (met: SecretCell) => void;
  goTo: (place: GridPlace) => void;
  /** Told of every text written into a cell, once it is. */
  onEdited: (edits: readonly CellEdit[]) => void;
  isKnownTerm: IsKnownTerm;
};

/** What the keys and buttons of a list do to its rows. */
export function useRowActions(source: Source) {
  const { kind, store, columns, kept, parent, onSecret, goTo, onEdited, isKnownTerm } = source;
  const work = useWork();
  const words = useWords();
  const { count } = useFormat();
  const { record } = useHistory();
  const last = useLastUnique(kind, parent);
  return useMemo(() => {
    const steps = words.grid.steps;

    /** Writes texts into cells as one step; `said` tells what was done. */
    const apply = async (label: string, edits: readonly CellEdit[], said = false) => {
      const read = edits.map((edit) => {
        const options = columns.find(({ key }) => key === edit.field)?.options;
        const option = options && readOption(options, edit.text);
        return option ? { ...edit, text: option.value } : edit;
      });
      try {
        const applied = await applyCells(
          work,
          store,
          kind,
          async (name, changes) =>
            record(name, [...changes, ...(await termsBeside(work, changes, isKnownTerm))], said),
          label,
          read,
        );
        if (applied.secret) onSecret(applied.secret);
        onEdited(read);
        if (said && applied.wrong > 0)
          notifications.show({
            color: "yellow",
            message: words.grid.pasteDialog.wrong(count(applied.wrong)),
          });
      } catch (error) {
        notifyFault(words, error);
      }
    };

    /** A new row after `from`, with the kept values; the active cell goes to what is to be typed first. */
    const addRow = (from: string | undefined) => {
      const ids = store.ids();
      const row = from === undefined ? -1 : ids.indexOf(from);
      const owner = parent ?? (from === undefined ? undefined : parentOf(store, kind, from));
      if (!owner) {
        notifications.show({ color: "yellow", message: words.grid.newRowNeedsFile });
        return;
      }
      const previous = from === undefined ? undefined : store.cells(from);
      const draft = from === undefined ? undefined : store.draft(from);
      if (draft && (draft.awaiting !== undefined || (previous?.[kind.subject] ?? "").trim() === "")) {
        // The row is nothing of its own yet: its subject is what lacks.
        goTo({ row, column: columns.findIndex(({ key }) => key === kind.subject) });
        return;
      }
      const own = previous?.[kind.unique] ?? "";
      const unique = uniqueAfter(
        kind,
        row === ids.length - 1 && own !== "" ? own : last.read(owner.id) || own,
      );
      const other = ids[row - 1];
      const { cells, awaiting } = nextRow(
        kind,
        previous,
        other === undefined ? undefined : store.cells(other),
        kept,
        unique,
      );
      last.note(owner.id, unique);
      store.addDrafts([
        { draft: { id: work.id(), parent: owner, ...(awaiting ? { awaiting } : {}) }, cells },
      ]);
      const column = columns.findIndex((one) => one.kind !== "fixed" && !cells[one.key]);
      goTo({ row: store.ids().length - 1, column: Math.max(0, column) });
    };

    /** The first row of a range into the others; of a single cell, or with `single`, the cell above into it. */
    const fillDown = (range: GridRange, single: boolean) => {
      const ids = store.ids();
      const box = extentOf(range);
      const one = single || (box.top === box.bottom && box.left === box.right);
      const { row, column } = range.from;
      const [first, end] = one ? [row, row] : [box.top + 1, box.bottom];
      const filled = one ? columns.slice(column, column + 1) : columns.slice(box.left, box.right + 1);
      const above = ids[first - 1];
      if (above === undefined) return;
      const edits = ids.slice(first, end + 1).flatMap((id) =>
        filled.flatMap(({ key, kind: how }) => {
          const text = store.text(above, key);
          return how === "fixed" || text === undefined ? [] : [{ id, field: key, text }];
        }),
      );
      void apply(steps.fillDown, edits, end > first);
    };

    const fillSequence = (range: GridRange, texts: readonly string[]) => {
      const { top } = extentOf(range);
      const column = columns[range.from.column];
      const ids = store.ids().slice(top, top + texts.length);
      if (!column) return;
      const edits = ids.map((id, at) => ({ id, field: column.key, text: texts[at] ?? "" }));
      void apply(steps.sequence, edits, true);
    };

    /** Writes a block; rows beyond the list are made where it is known what they belong to. */
    const paste = (plan: PastePlan) => {
      const ids = store.ids();
      const edits: CellEdit[] = plan.cells.flatMap(({ row, field, text }) => {
        const id = ids[row];
        return id === undefined ? [] : [{ id, field, text }];
      });
      const end = ids.at(-1);
      const owner = parent ?? (end === undefined ? undefined : parentOf(store, kind, end));
      const made = (owner ? plan.newRows : []).map((cells) => {
        const unique = cells[kind.unique] ?? uniqueAfter(kind, last.read(owner?.id ?? ""));
        last.note(owner?.id ?? "", unique);
        const id = work.id();
        for (const [field, text] of Object.entries(cells)) edits.push({ id, field, text });
        const first = { access: "01", language: "01", [kind.unique]: unique };
        return { draft: { id, parent: owner ?? { id: "", scope: "" } }, cells: first };
      });
      store.addDrafts(made);
      void apply(steps.paste, edits, true);
    };

    return { apply, addRow, fillDown, fillSequence, paste };
  }, [
    kind,
    store,
    columns,
    kept,
    parent,
    onSecret,
    goTo,
    onEdited,
    isKnownTerm,
    work,
    words,
    count,
    record,
    last,
  ]);
}

export type RowActions = ReturnType<typeof useRowActions>;
