import type { Group } from "#shared/archive/group.ts";
import { nextNotation } from "#shared/archive/next-notation.ts";

/** So many levels a classification scheme (phương án phân loại) has at most. */
export const schemeDepth = 6;

/** Why a group stands at the top although it names a group above it: that one counts no more, or stands below it. */
export type Astray = "" | "no-parent" | "circle";

/** A group in the tree of its scheme. */
export type SchemeNode = {
  group: Group;
  /** The group it is shown in; empty at the top. */
  parentId: string;
  /** From 1 at the top. Edits of two devices that meet may make more levels than `schemeDepth`. */
  level: number;
  /** Ký hiệu from the top down: `I.2.a`. */
  path: string;
  astray: Astray;
  children: SchemeNode[];
};

/**
 * The tree of a fonds' groups that count, siblings by their ordinal, then by their making. Every group is in it once,
 * whatever devices did apart: one whose parent counts no more, and the first made of a circle, stand at the top.
 */
export function arrangeScheme(groups: readonly Group[]): SchemeNode[] {
  const standing = groups.filter(({ withdrawn }) => withdrawn === "").sort(bySiblings);
  const byId = new Map(standing.map((group) => [group.id, group]));
  const below = new Map<string, Group[]>();
  for (const group of standing) below.set(group.parentId, [...(below.get(group.parentId) ?? []), group]);
  const placed = new Set<string>();

  const place = (group: Group, above: SchemeNode | undefined, astray: Astray): SchemeNode => {
    placed.add(group.id);
    const path = joinPath(above?.path ?? "", group.notation);
    const parentId = above?.group.id ?? "";
    const node: SchemeNode = { group, parentId, level: (above?.level ?? 0) + 1, path, astray, children: [] };
    for (const child of below.get(group.id) ?? []) {
      if (!placed.has(child.id)) node.children.push(place(child, node, ""));
    }
    return node;
  };

  const tops = standing
    .filter(({ parentId }) => !byId.has(parentId))
    .map((group) => place(group, undefined, group.parentId === "" ? "" : "no-parent"));
  for (const group of standing) {
    if (placed.has(group.id)) continue;
    tops.push(place(firstOfCircle(group, byId), undefined, "circle"));
  }
  return tops.sort((one, other) => bySiblings(one.group, other.group));
}

/** All nodes of a scheme from the top down, each before those below it. */
export function walkScheme(nodes: readonly SchemeNode[]): SchemeNode[] {
  return nodes.flatMap((node) => [node, ...walkScheme(node.children)]);
}

/** The ids of a group and of all that stand below it. */
export function idsBelow(node: SchemeNode): string[] {
  return walkScheme([node]).map(({ group }) => group.id);
}

/** How many levels stand below a group, its own included. */
export function heightOf(node: SchemeNode): number {
  return 1 + Math.max(0, ...node.children.map(heightOf));
}

/** The groups that stand in one; those at the top for the empty id. */
export function childrenOf(scheme: readonly SchemeNode[], parentId: string): readonly SchemeNode[] {
  if (parentId === "") return scheme;
  return walkScheme(scheme).find(({ group }) => group.id === parentId)?.children ?? [];
}

/** A notation under those above it (`I.2` and `a` make `I.2.a`); one that begins with them already stays as it is. */
export function joinPath(above: string, notation: string): string {
  if (above === "" || notation === "") return above === "" ? notation : above;
  return notation.startsWith(`${above}.`) ? notation : `${above}.${notation}`;
}

/** What a group is called in lists: its path and its title. */
export function nameOfGroup({ path, group }: Pick<SchemeNode, "path" | "group">): string {
  return path === "" ? group.title : `${path}. ${group.title}`;
}

/** Where a new group of a parent comes, after its siblings, and the notation that follows theirs. */
export function nextPlace(
  scheme: readonly SchemeNode[],
  parentId: string,
): { ordinal: number; notation: string } {
  const siblings = childrenOf(scheme, parentId);
  const level = (siblings[0]?.level ?? levelOf(scheme, parentId) + 1) || 1;
  return {
    ordinal: Math.max(0, ...siblings.map(({ group }) => group.ordinal)) + 1,
    notation: nextNotation(
      siblings.map(({ group }) => group.notation),
      level,
    ),
  };
}

/** The level of a group; 0 for the empty id, above the top. */
export function levelOf(scheme: readonly SchemeNode[], id: string): number {
  return walkScheme(scheme).find(({ group }) => group.id === id)?.level ?? 0;
}

export type FileCount = { own: number; all: number };

/** Files of each group, its own and with those of the groups below it; `loose`: files that are in no group that counts. */
export function countFiles(
  scheme: readonly SchemeNode[],
  counted: readonly { id: string; files: number }[],
): { of: ReadonlyMap<string, FileCount>; loose: number } {
  const files = new Map(counted.map(({ id, files: many }) => [id, many]));
  const of = new Map<string, FileCount>();
  const count = (node: SchemeNode): number => {
    const own = files.get(node.group.id) ?? 0;
    const all = node.children.reduce((sum, child) => sum + count(child), own);
    of.set(node.group.id, { own, all });
    return all;
  };
  const within = scheme.reduce((sum, node) => sum + count(node), 0);
  return { of, loose: counted.reduce((sum, { files: many }) => sum + many, 0) - within };
}

function bySiblings(one: Group, other: Group): number {
  if (one.ordinal !== other.ordinal) return one.ordinal - other.ordinal;
  return one.id < other.id ? -1 : 1;
}

/** The first made of the circle that a group's parents end in. */
function firstOfCircle(group: Group, byId: ReadonlyMap<string, Group>): Group {
  const seen: Group[] = [];
  let at: Group | undefined = group;
  while (at && !seen.includes(at)) {
    seen.push(at);
    at = byId.get(at.parentId);
  }
  const circle = at ? seen.slice(seen.indexOf(at)) : [group];
  return circle.reduce((first, one) => (one.id < first.id ? one : first));
}
