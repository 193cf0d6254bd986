import { useMemo } from "react";
import { map } from "rxjs";
import type { Group } from "#shared/archive/group.ts";
import { arrangeScheme, nameOfGroup, type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useLive } from "#renderer/db/use-live.ts";

/** The classification scheme of a fonds, kept up to date; undefined before it is read. */
export function useScheme(fondsId: string): SchemeNode[] | undefined {
  const { db } = useWork();
  const groups = useLive(`groups ${fondsId}`, () =>
    db.groups
      .find({ selector: { fondsId }, index: ["fondsId", "parentId"] })
      .$.pipe(map((found) => found.map((one) => one.toJSON() as Group))),
  );
  return useMemo(() => groups && arrangeScheme(groups), [groups]);
}

/** A group as an option of a select: its path and title, known by its path alone too (`short`). */
export type GroupOption = { value: string; label: string; short?: string };

/** The groups of a scheme as options, from the top down; the first is for none. */
export function groupOptions(scheme: readonly SchemeNode[], none: string): GroupOption[] {
  return [
    { value: "", label: none },
    ...walkScheme(scheme).map((node) => ({
      value: node.group.id,
      label: nameOfGroup(node),
      ...(node.group.notation === "" ? {} : { short: node.path }),
    })),
  ];
}
