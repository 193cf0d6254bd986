import type { ReportRow } from "#shared/archive/report-row.ts";
import { covers, type Unit } from "#shared/archive/unit.ts";

/** The units that have a row in the report of a scope. */
export function unitsOfReport(
  units: readonly Unit[],
  scope: string,
): Pick<ReportRow, "unit" | "name" | "level">[] {
  return units
    .filter((unit) => unit.level !== "province" && unit.validTo !== "" && covers(scope, unit.scope))
    .map((unit) => ({
      unit: unit.scope,
      name: unit.name,
      level: unit.level === "commune" ? "commune" : "district",
    }));
}
