import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { readUnitTables } from "#shared/node/read-unit-tables.ts";
import { amendUnits } from "#shared/rules/amend-units.ts";
import type { Querying } from "./database.ts";
import { readAmendments } from "./unit-amendments.ts";

/** The tables of units that came with the program, as the province has amended them until now: for a command's one run. */
export async function unitsInForce(database: Querying, resources: string): Promise<UnitTables> {
  return amendUnits(await readUnitTables(resources), await readAmendments(database)).tables;
}
