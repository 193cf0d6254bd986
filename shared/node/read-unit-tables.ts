import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSuccessors } from "#shared/archive/successor.ts";
import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { readUnits, readUnitsAfter } from "#shared/archive/unit.ts";

/** The units in force in May 2025, the communes of after 1 July 2025, and what each became. */
export async function readUnitTables(resources: string): Promise<UnitTables> {
  const read = (name: string) => readFile(join(resources, "units", name), "utf8");
  const units = readUnits(await read("communes-2025-05.csv"));
  const after = readUnitsAfter(await read("communes-2025-07.csv"));
  const successors = readSuccessors(await read("successors.csv"), [...units, ...after]);
  return { units, after, successors };
}
