import type { Group } from "#shared/archive/group.ts";
import { arrangeScheme, type SchemeNode } from "#shared/archive/scheme.ts";
import { fold } from "#shared/base/fold.ts";
import { wordsOf } from "#shared/inventory/clean-text.ts";

/** Groups of a scheme by what sheets call them, folded; null where several are called so. */
export type GroupNames = ReadonlyMap<string, string | null>;

/**
 * What the groups of a fonds are called in sheets: `I.2`, `I.2. Địa chính`, `Địa chính`, or the titles from the top
 * down (`Ủy ban nhân dân / Địa chính`).
 */
export function groupNames(groups: readonly Group[]): GroupNames {
  const names = new Map<string, string | null>();
  const put = (name: string, id: string) => {
    const key = groupKey(name);
    if (key === "") return;
    const held = names.get(key);
    names.set(key, held === undefined || held === id ? id : null);
  };
  const walk = (nodes: readonly SchemeNode[], above: string) => {
    for (const { group, path, children } of nodes) {
      const { id, title, notation } = group;
      const titles = `${above} ${title}`;
      // One without a notation has the path of the group above it.
      const ways = notation === "" ? [title, titles] : [title, titles, path, `${path} ${title}`];
      for (const name of new Set(ways.map(groupKey))) put(name, id);
      walk(children, titles);
    }
  };
  walk(arrangeScheme(groups), "");
  return names;
}

/** What a sheet calls a group, in the form it is looked up by. */
export function groupKey(name: string): string {
  return wordsOf(fold(name));
}
