import type { Fonds } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import { type Placed, planMove } from "#shared/archive/move-group.ts";
import { renumbered } from "#shared/archive/next-notation.ts";
import { makeRecord } from "#shared/archive/record.ts";
import {
  arrangeScheme,
  childrenOf,
  idsBelow,
  levelOf,
  nextPlace,
  type SchemeNode,
} from "#shared/archive/scheme.ts";
import type { SchemePlan } from "#shared/inventory/plan-scheme.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";

/** What a person enters of a group. */
export type GroupFields = Pick<Group, "notation" | "title" | "note">;

type Owner = Pick<Fonds, "id" | "scope">;

/** Where a new group is put: into a group (the empty id: at the top), after one that stands there or after them all. */
export type NewPlace = { parentId: string; after?: string };

/** A new group at its place, and its id; those behind it move on. */
export function addEdits(
  work: Work,
  fonds: Owner,
  scheme: readonly SchemeNode[],
  { parentId, after }: NewPlace,
  fields: GroupFields,
): { id: string; edits: Edit[] } {
  const record = newGroup(work, fonds, { ...fields, parentId, ordinal: nextPlace(scheme, parentId).ordinal });
  const siblings = childrenOf(scheme, parentId);
  const next = siblings[siblings.findIndex(({ group }) => group.id === after) + 1];
  const created: Edit = { collection: "groups", record };
  if (after === undefined || !next) return { id: record.id, edits: [created] };
  const all = [...siblings.map(({ group }) => group), record];
  const within = arrangeScheme(all.map((group) => ({ ...group, parentId: "" })));
  const plan = planMove(within, record.id, { parentId: "", before: next.group.id });
  const placed = new Map((plan.ok ? plan.value : []).map(({ id, ordinal }) => [id, ordinal]));
  const ordinal = placed.get(record.id) ?? record.ordinal;
  const others = siblings.flatMap(({ group }): Edit[] => {
    const to = placed.get(group.id);
    return to === undefined ? [] : [{ collection: "groups", id: group.id, fields: { ordinal: to } }];
  });
  return {
    id: record.id,
    edits: [{ collection: "groups", record: { ...record, ordinal } }, ...others],
  };
}

/** The writing of moves. */
export function placeEdits(placed: readonly Placed[]): Edit[] {
  return placed.map(({ id, parentId, ordinal }) => ({
    collection: "groups",
    id,
    fields: { parentId, ordinal },
  }));
}

/** A group and all below it withdrawn, each with the reason. */
export function withdrawEdits(node: SchemeNode, reason: string): Edit[] {
  return idsBelow(node).map((id) => ({ collection: "groups", id, fields: { withdrawn: reason } }));
}

/** Siblings whose notation is another one when they are numbered in the order in which they stand. */
export function planRenumber(
  scheme: readonly SchemeNode[],
  parentId: string,
): { group: Group; notation: string }[] {
  const siblings = childrenOf(scheme, parentId);
  const made = renumbered(
    siblings.map(({ group }) => group.notation),
    levelOf(scheme, parentId) + 1,
  );
  return siblings
    .map(({ group }, at) => ({ group, notation: made[at] ?? group.notation }))
    .filter(({ group, notation }) => group.notation !== notation);
}

/** The writing of what a list adds and changes; new groups stand after those of their parent. */
export function planEdits(
  work: Work,
  fonds: Owner,
  scheme: readonly SchemeNode[],
  plan: Pick<SchemePlan, "adds" | "changes">,
): Edit[] {
  const last = new Map<string, number>();
  const made: Group[] = [];
  for (const { parent, fields } of plan.adds) {
    const parentId = "id" in parent ? parent.id : (made[parent.at]?.id ?? "");
    const ordinal = last.get(parentId) ?? nextPlace(scheme, parentId).ordinal;
    last.set(parentId, ordinal + 1);
    made.push(newGroup(work, fonds, { ...fields, parentId, ordinal }));
  }
  return [
    ...made.map((record): Edit => ({ collection: "groups", record })),
    ...plan.changes.map(({ id, fields }): Edit => ({ collection: "groups", id, fields })),
  ];
}

function newGroup(
  work: Work,
  { id: fondsId, scope }: Owner,
  fields: GroupFields & Pick<Group, "parentId" | "ordinal">,
): Group {
  return makeRecord<Group>({ id: work.id(), scope, fondsId, ...fields }, work.stamp());
}
