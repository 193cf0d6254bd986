import type { GroupPlace } from "#shared/archive/move-group.ts";
import { childrenOf, type SchemeNode } from "#shared/archive/scheme.ts";

/** Where upon a row of the tree something is dropped. */
export type DropZone = "before" | "into" | "after";

/** The zone at a height of a row: its upper and its lower quarter lie between rows. */
export function zoneAt(y: number, height: number): DropZone {
  if (y < height / 4) return "before";
  return y > (height * 3) / 4 ? "after" : "into";
}

/** The place a zone means. After a group whose sub-groups are shown is before the first of these. */
export function dropPlace(
  scheme: readonly SchemeNode[],
  node: SchemeNode,
  zone: DropZone,
  open: boolean,
): GroupPlace {
  const { parentId, group, children } = node;
  if (zone === "into") return { parentId: group.id };
  if (zone === "before") return { parentId, before: group.id };
  const [first] = children;
  if (open && first) return { parentId: group.id, before: first.group.id };
  const siblings = childrenOf(scheme, parentId);
  const next = siblings[siblings.findIndex((one) => one.group.id === group.id) + 1];
  return next ? { parentId, before: next.group.id } : { parentId };
}
