import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSuccessors, type Successor } from "#shared/archive/successor.ts";
import { readUnits, readUnitsAfter, type Unit } from "#shared/archive/unit.ts";

/** The units in force in May 2025, and what each of their communes became on 1 July 2025. */
export async function readUnitTables(resources: string): Promise<{ units: Unit[]; successors: Successor[] }> {
  const read = (name: string) => readFile(join(resources, "units", name), "utf8");
  const units = readUnits(await read("communes-2025-05.csv"));
  const after = readUnitsAfter(await read("communes-2025-07.csv"));
  const successors = readSuccessors(await read("successors.csv"), [...units, ...after]);
  return { units, successors };
}
