import type { PackContent, RulePack } from "#shared/rules/pack.ts";
import type { Database } from "#province/store/database.ts";
import { addPack, holdPack } from "#province/store/rules.ts";

/** Sets rules at a province as they are after they were published, without who may and why. */
export function setPack(
  database: Database,
  change: Partial<PackContent>,
  by: string,
  now: number,
): Promise<RulePack> {
  return database.transaction(async (inside) => addPack(inside, await holdPack(inside), change, { by, now }));
}
