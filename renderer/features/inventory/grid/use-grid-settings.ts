import { useCallback, useMemo, useState } from "react";
import { useWork } from "#renderer/app/session.tsx";
import type { GridColumn } from "#renderer/ui/grid/grid-types.ts";
import type { ColumnSet } from "./columns.ts";
import { keptAtFirst } from "./next-row.ts";
import type { GridCollection } from "./row-kind.ts";

/** How a person has a list shown: the order of its columns, those hidden, and those that keep their value. */
export type GridSettings = { order: readonly string[]; hidden: readonly string[]; kept: readonly string[] };

/** A person's settings of the lists of one collection, kept in the browser by the person's name. */
export function useGridSettings(collection: GridCollection, set: ColumnSet) {
  const { profile } = useWork();
  const key = `mucluc.grid.${collection}.${profile.name}`;
  const [changed, setChanged] = useState<{ key: string; settings: GridSettings }>();
  const settings = useMemo(
    () => (changed?.key === key ? changed.settings : readSettings(key, collection, set)),
    [changed, key, collection, set],
  );
  const change = useCallback(
    (part: Partial<GridSettings>) => {
      const next = { ...settings, ...part };
      window.localStorage.setItem(key, JSON.stringify(next));
      setChanged({ key, settings: next });
    },
    [key, settings],
  );
  return { settings, change };
}

/** Without a setting of their own, columns stand as the list has them. */
export function firstSettings(collection: GridCollection, set: ColumnSet): GridSettings {
  return {
    order: set.columns.map((column) => column.key),
    hidden: set.hiddenAtFirst,
    kept: keptAtFirst[collection],
  };
}

/** The columns to show, in the person's order; pinned ones first, as the grid wants them. */
export function shownColumns(
  set: ColumnSet,
  settings: GridSettings,
  without: readonly string[] = [],
): GridColumn[] {
  return arranged(set, settings).filter(
    ({ key, required }) => (required === true || !settings.hidden.includes(key)) && !without.includes(key),
  );
}

/** All columns in the person's order; a column that the order does not know stands at its own place at the end. */
export function arranged(set: ColumnSet, settings: GridSettings): GridColumn[] {
  const rank = (column: GridColumn) => {
    const at = settings.order.indexOf(column.key);
    return at === -1 ? settings.order.length : at;
  };
  const sorted = [...set.columns].sort((one, other) => rank(one) - rank(other));
  return [...sorted.filter(({ pinned }) => pinned), ...sorted.filter(({ pinned }) => !pinned)];
}

function readSettings(key: string, collection: GridCollection, set: ColumnSet): GridSettings {
  const first = firstSettings(collection, set);
  try {
    const read: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null");
    if (typeof read !== "object" || read === null) return first;
    const part = (name: keyof GridSettings) => {
      const value: unknown = name in read ? read[name as never] : undefined;
      return Array.isArray(value)
        ? value.filter((one): one is string => typeof one === "string")
        : first[name];
    };
    return { order: part("order"), hidden: part("hidden"), kept: part("kept") };
  } catch {
    return first;
  }
}
