import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSuccessors, type Successor } from "#shared/archive/successor.ts";
import { readUnits, readUnitsAfter, type Unit } from "#shared/archive/unit.ts";

/** Units of before and after 1 July 2025, and the way from the ones to the others. */
export type UnitTables = { units: Unit[]; after: Unit[]; successors: Successor[] };

/** The units in force in May 2025, the communes of after 1 July 2025, and what each became. */
export async function readUnitTables(resources: string): Promise<UnitTables> {
  const read = (name: string) => readFile(join(resources, "units", name), "utf8");
  const units = readUnits(await read("communes-2025-05.csv"));
  const after = readUnitsAfter(await read("communes-2025-07.csv"));
  const successors = readSuccessors(await read("successors.csv"), [...units, ...after]);
  return { units, after, successors };
}
