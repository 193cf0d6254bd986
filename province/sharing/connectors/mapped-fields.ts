import type { Unit } from "#shared/archive/unit.ts";
import { sharedFileSchema, sharedItemSchema } from "#province/sharing/api/schemas.ts";
import type { Shared } from "#province/sharing/read-shared.ts";
import { writeFile, writeItem } from "#province/sharing/write-shared.ts";
import type { MappedFrom } from "./mapping.ts";

const ofFonds = ["fonds.code", "fonds.name", "fonds.archiveCode"];

/** The fields of ours that a mapping may take, by kind: those that partners are given, and some of what contains it. */
export const mappedFields = {
  items: new Set([...Object.keys(sharedItemSchema.properties), "file.code", "file.title", ...ofFonds]),
  files: new Set([...Object.keys(sharedFileSchema.properties), ...ofFonds]),
};

/** A record's fields by those names; what leaves was asked before (`readShared`). */
export function fieldsOf(shared: Shared, stamp: number, units: readonly Unit[]): MappedFrom {
  const { fonds, file } = shared;
  const around = {
    "fonds.code": fonds?.code ?? "",
    "fonds.name": fonds?.name ?? "",
    "fonds.archiveCode": fonds?.archiveCode ?? "",
  };
  if (shared.kind === "files") return { ...writeFile(shared, stamp, units), ...around };
  return { ...writeItem(shared, stamp, units), "file.code": file.code, "file.title": file.title, ...around };
}
