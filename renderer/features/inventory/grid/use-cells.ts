import { useCallback, useMemo } from "react";
import { datesReversed } from "#shared/archive/date-text.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { checkFile, checkItem, type RuleProfile } from "#shared/rules/profile.ts";
import { useRuleProfile } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { GridCell, GridColumn } from "#renderer/ui/grid/grid-types.ts";
import { type Twin, twinsInWords } from "#renderer/features/inventory/find-twins.ts";
import type { RowKind } from "./row-kind.ts";
import type { Row, RowStore } from "./row-store.ts";

/** What each cell of a list shows: its text in words, what is wrong with it, and what the rules say of it. */
export function useCells(
  kind: RowKind,
  store: RowStore,
  columns: readonly GridColumn[],
  version: number,
  twins: ReadonlyMap<string, readonly Twin[]>,
) {
  const words = useWords();
  const labels = useMemo(
    () =>
      new Map(
        columns.flatMap(({ key, options }) =>
          (options ?? []).map(({ value, label }): [string, string] => [`${key}/${value}`, label]),
        ),
      ),
    [columns],
  );
  const titles = useMemo(() => new Map(columns.map(({ key, title }) => [key, title])), [columns]);
  const problemText = useCallback(
    ({ field, code, limit }: DraftProblem) =>
      words.inventory.problems[code](titles.get(field) ?? field, limit),
    [words, titles],
  );
  const profile = useRuleProfile();
  const lackingOf = useMemo(() => rememberLacking(kind, profile), [kind, profile]);
  const cell = useCallback(
    (row: number, column: GridColumn): GridCell | undefined => {
      const id = store.ids()[row];
      if (id === undefined) return undefined;
      if (column.key === "fileCode") return { text: store.fileCode(id) ?? "" };
      if (column.key === "open") return { text: store.row(id) ? words.common.open : "" };
      const text = store.text(id, column.key);
      if (text === undefined) return undefined;
      const label = column.kind === "choice" ? labels.get(`${column.key}/${text}`) : undefined;
      // An unset choice is shown empty: "Chưa xác định" in every cell would be noise.
      const shown = text === "" ? "" : (label ?? column.unlisted ?? text);
      const problem = store.problem(id, column.key);
      if (problem) return { text: shown, problem: problemText(problem) };
      const draft = store.draft(id);
      if (draft?.awaiting === column.key) return { text: shown, warning: words.grid.awaiting, typeOn: true };
      const like = column.key === kind.subject ? twins.get(id) : undefined;
      if (like) return { text: shown, warning: twinsInWords(words, like) };
      const held = store.row(id);
      if (column.key === "endDate" && held && reversed(held))
        return { text: shown, warning: words.grid.datesReversed };
      if (held && text === "" && lackingOf(held).has(column.key))
        return { text: shown, warning: words.grid.lacking(column.title) };
      const long = column.lengthNote?.(text);
      if (held && long !== undefined && lackingOf(held).has(`${column.key} too-long`))
        return { text: shown, warning: long };
      return { text: shown };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another version of the store is another answer
    [store, labels, problemText, lackingOf, words, version, twins],
  );
  return { cell, problemText };
}

function reversed({ record }: Row): boolean {
  return (
    "startDate" in record &&
    "endDate" in record &&
    datesReversed(String(record.startDate), String(record.endDate))
  );
}

/** The fields that a record lacks under the profile in force, and `… too-long` of those beyond its limits; looked at once for each state of a record. */
function rememberLacking(kind: RowKind, profile: RuleProfile) {
  const known = new WeakMap<Row, Set<string>>();
  return (row: Row): Set<string> => {
    const before = known.get(row);
    if (before) return before;
    const findings: { field: string; code: string }[] =
      kind.collection === "files" ? checkFile(row.record, profile) : checkItem(row.record, profile);
    const lacking = new Set(
      findings.map(({ field, code }) => (code === "too-long" ? `${field} too-long` : field)),
    );
    known.set(row, lacking);
    return lacking;
  };
}
