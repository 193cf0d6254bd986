import {
  childrenOf,
  heightOf,
  idsBelow,
  schemeDepth,
  type SchemeNode,
  walkScheme,
} from "#shared/archive/scheme.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";

/** Where a group goes: into a group (the empty id: to the top), before one of those there, or after them all. */
export type GroupPlace = { parentId: string; before?: string };

/** One move by a key: among its siblings, into the one above it, or out of its parent. */
export const groupSteps = ["up", "down", "in", "out"] as const;

export type GroupStep = (typeof groupSteps)[number];

/** Why a group cannot go there. */
export type MoveRefusal =
  "not-there" | "own-descendant" | "too-deep" | "first" | "last" | "none-above" | "at-top";

/** A group's place as it is to be written. */
export type Placed = { id: string; parentId: string; ordinal: number };

/** What to write so that a group stands at a place: only groups whose place changes by it. */
export function planMove(
  scheme: readonly SchemeNode[],
  id: string,
  place: GroupPlace,
): Result<Placed[], MoveRefusal> {
  const nodes = walkScheme(scheme);
  const node = nodes.find(({ group }) => group.id === id);
  const parent = nodes.find(({ group }) => group.id === place.parentId);
  if (!node || (place.parentId !== "" && !parent)) return fail("not-there");
  if (idsBelow(node).includes(place.parentId)) return fail("own-descendant");
  const above = parent?.level ?? 0;
  if (above + 1 > node.level && above + heightOf(node) > schemeDepth) return fail("too-deep");
  // Before itself is where it stands.
  if (place.before === id) return ok([]);
  const others = childrenOf(scheme, place.parentId).filter(({ group }) => group.id !== id);
  const before = others.findIndex(({ group }) => group.id === place.before);
  const at = before === -1 ? others.length : before;
  const ordered = [...others.slice(0, at), node, ...others.slice(at)];
  return ok(
    ordered.flatMap(({ group }, index) => {
      const parentId = group.id === id ? place.parentId : group.parentId;
      const same = group.parentId === parentId && group.ordinal === index + 1;
      return same ? [] : [{ id: group.id, parentId, ordinal: index + 1 }];
    }),
  );
}

/** What to write for one step of a group, or why it cannot be taken. */
export function planStep(
  scheme: readonly SchemeNode[],
  id: string,
  step: GroupStep,
): Result<Placed[], MoveRefusal> {
  const place = placeAfter(scheme, id, step);
  return place.ok ? planMove(scheme, id, place.value) : place;
}

function placeAfter(
  scheme: readonly SchemeNode[],
  id: string,
  step: GroupStep,
): Result<GroupPlace, MoveRefusal> {
  const nodes = walkScheme(scheme);
  const node = nodes.find(({ group }) => group.id === id);
  if (!node) return fail("not-there");
  const { parentId } = node;
  const siblings = childrenOf(scheme, parentId);
  const at = siblings.indexOf(node);
  const above = siblings[at - 1];
  if (step === "up") return above ? ok(beforeOne(parentId, above)) : fail("first");
  if (step === "in") return above ? ok({ parentId: above.group.id }) : fail("none-above");
  if (step === "down")
    return at + 1 < siblings.length ? ok(beforeOne(parentId, siblings[at + 2])) : fail("last");
  const parent = nodes.find(({ group }) => group.id === parentId);
  if (!parent) return fail("at-top");
  const uncles = childrenOf(scheme, parent.parentId);
  return ok(beforeOne(parent.parentId, uncles[uncles.indexOf(parent) + 1]));
}

function beforeOne(parentId: string, next: SchemeNode | undefined): GroupPlace {
  return next ? { parentId, before: next.group.id } : { parentId };
}
