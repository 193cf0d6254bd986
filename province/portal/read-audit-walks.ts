import type { Unit } from "#shared/archive/unit.ts";
import type { PortalHealth } from "#shared/contract/portal-admin.ts";
import { type Database, numberIn, textIn } from "#province/store/database.ts";
import { nameOf } from "#province/store/overview.ts";
import { lies } from "#province/store/scope.ts";

/** How the audit of each district within a scope stood when it was last walked. */
export async function readAuditWalks(
  database: Database,
  scope: string,
  units: readonly Unit[],
): Promise<PortalHealth["audit"]> {
  const rows = await database.query(
    `select f.district, coalesce(c.at, '') as at, coalesce(c.entries, 0)::bigint as entries, c.broken_at
     from feeds f left join audit_checks c on c.district = f.district
     where ${lies("f.district", 1)} order by f.district`,
    [scope],
  );
  return rows.map((row) => ({
    scope: textIn(row, "district"),
    name: nameOf(units, textIn(row, "district")),
    checkedAt: textIn(row, "at"),
    entries: numberIn(row, "entries"),
    ...(row["broken_at"] !== null && { brokenAt: numberIn(row, "broken_at") }),
  }));
}
