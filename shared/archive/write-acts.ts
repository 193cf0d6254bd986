import type { CollectionName } from "#shared/archive/collections.ts";
import { dueFields } from "#shared/archive/batch-due.ts";
import { type Act, may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

/** What a person does who writes a record of a collection; asked on the desk of the writer, at the province of the machine. */
export const writeActs: Record<CollectionName, Act> = {
  fonds: "list",
  groups: "list",
  boxes: "list",
  files: "edit-items",
  items: "edit-items",
  pages: "edit-items",
  batches: "hold",
  exclusions: "edit-items",
  terms: "edit-items",
  conflicts: "hold",
  handovers: "custody",
  custody: "custody",
  points: "set-points",
  notes: "note",
  reports: "report",
};

/**
 * Fields that say that something was done which not everybody may do. Who changes one needs its act, beside that of
 * the collection; the others are free to all who write there.
 */
export const fieldActs: Partial<Record<CollectionName, Record<string, Act>>> = {
  files: { receivedAt: "receive", held: "hold", title: "list", code: "list", fondsId: "list" },
  items: { held: "hold", checkedAt: "check", checkedBy: "check", signature: "sign" },
  pages: {
    verdict: "judge-pages",
    defect: "judge-pages",
    verdictAt: "judge-pages",
    verdictBy: "judge-pages",
  },
  handovers: { countedAt: "receive", countedBy: "receive", counted: "receive", differences: "receive" },
  batches: {
    ...{ samplePlan: "plan-check", sampleSeed: "plan-check", sampleResult: "plan-check", seal: "accept" },
    ...Object.fromEntries(Object.values(dueFields).map((field): [string, Act] => [field, "set-due"])),
  },
};

/** The acts that a change of these fields of a record takes. */
export function actsOfWrite(collection: CollectionName, changed: readonly string[]): Act[] {
  const own = fieldActs[collection] ?? {};
  return [...new Set([writeActs[collection], ...changed.flatMap((field) => own[field] ?? [])])];
}

/** What a desk itself writes of a collection in doing this act, for a person who may not write there otherwise. */
const ownActs: Partial<Record<CollectionName, Act>> = { items: "sign" };

/** Whether a machine of this role may have written a record of a collection; single fields are asked for on the desk. */
export function mayWrite(role: Role, collection: CollectionName): boolean {
  const own = ownActs[collection];
  return may(role, writeActs[collection]) || (own !== undefined && may(role, own));
}
