import { readUnitTables } from "#shared/node/read-unit-tables.ts";
import { type LiveUnits, liveUnits } from "#shared/rules/live-units.ts";

/** The tables of units that come with the program; what the province amends takes effect in these very lists. */
export async function readUnits(resources: string): Promise<LiveUnits> {
  return liveUnits(await readUnitTables(resources));
}
