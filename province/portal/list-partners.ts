import { accessLevels } from "#shared/archive/access-level.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { partnerPdfs, type PortalPartner } from "#shared/contract/portal-admin.ts";
import { type Querying, textIn } from "#province/store/database.ts";
import { nameOf } from "#province/store/overview.ts";
import { lies } from "#province/store/scope.ts";

/** The partners within a scope, those whose token was taken back last; with when each last asked, and why it may not. */
export async function listPartners(
  database: Querying,
  scope: string,
  units: readonly Unit[],
): Promise<PortalPartner[]> {
  const rows = await database.query(
    `select p.id, p.name, p.scope, p.level, p.pdfs, p.created_at, p.revoked_at, coalesce(asked.at, '') as asked_at,
       coalesce(act.reason, '') as reason
     from partners p
     left join lateral (select max(g.at) as at from readings g where g.reader_id = p.id) asked on true
     left join lateral (
       select a.changes->>'reason' as reason from audit a
       where a.district = split_part(p.scope, '.', 1) and a.id = p.id and a.collection = 'partners'
       order by a.seq desc limit 1) act on true
     where ${lies("p.scope", 1)} order by p.revoked_at <> '', p.created_at desc, p.id limit 500`,
    [scope],
  );
  return rows.flatMap((row) => {
    const level = accessLevels.find((known) => known === row["level"]);
    if (!level) return [];
    const pdfs = partnerPdfs.find((known) => known === row["pdfs"]) ?? "none";
    return {
      ...{ id: textIn(row, "id"), name: textIn(row, "name"), scope: textIn(row, "scope"), level, pdfs },
      unitName: nameOf(units, textIn(row, "scope")),
      createdAt: textIn(row, "created_at"),
      askedAt: textIn(row, "asked_at"),
      revokedAt: textIn(row, "revoked_at"),
      reason: textIn(row, "reason"),
    };
  });
}
