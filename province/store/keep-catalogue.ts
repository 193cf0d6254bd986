import type { Database } from "./database.ts";
import { type DistrictKeeper, keepDistricts } from "./keep-districts.ts";
import { refreshCatalogue } from "./refresh-catalogue.ts";

/** Keeps the catalogue up; `remade` is told of each district whose rows were looked at. */
export function keepCatalogue(
  database: Database,
  report: (fault: unknown) => void,
  now: () => number,
  remade: (district: string) => void,
): DistrictKeeper {
  return keepDistricts(database, report, async (district, pace) => {
    if ((await refreshCatalogue(database, district, now, pace)) > 0) remade(district);
  });
}
