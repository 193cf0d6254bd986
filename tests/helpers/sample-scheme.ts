import type { Group } from "#shared/archive/group.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { walkScheme, type SchemeNode } from "#shared/archive/scheme.ts";
import { stampAt } from "./sample-records.ts";

/** A group of `fonds-1`; its notation is its ordinal where none is given. */
export function sampleGroup(id: string, fields: Partial<Group> = {}, ms = 1): Group {
  const ordinal = fields.ordinal ?? 1;
  const record = {
    id,
    scope: "52.550.21952",
    fondsId: "fonds-1",
    parentId: "",
    ordinal,
    notation: String(ordinal),
    title: `Nhóm ${id}`,
    note: "",
  };
  return { ...makeRecord<Group>(record, stampAt(ms)), ...fields };
}

/** The tree in lines: level, path, id. */
export function drawn(scheme: readonly SchemeNode[]): string[] {
  return walkScheme(scheme).map(({ level, path, group }) => `${level} ${path} ${group.id}`);
}
