import { roles } from "#shared/archive/role.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { PortalDevice, PortalDevices } from "#shared/contract/portal-admin.ts";
import { type Database, numberIn, type Row, textIn } from "#province/store/database.ts";
import { nameOf } from "#province/store/overview.ts";
import {
  isBehind,
  isProgramOlder,
  readProgramNeeded,
  rulesHandedOut,
} from "#province/store/rules-handed-out.ts";
import { lies } from "#province/store/scope.ts";

const most = 1000;

/** The machines within a scope, each once: as it is let in now or, where it was shut out, as it last was. */
export async function listDevices(
  database: Database,
  scope: string,
  units: readonly Unit[],
): Promise<Omit<PortalDevices, "now">> {
  const handed = await rulesHandedOut(database);
  const needs = await readProgramNeeded(database);
  const aside = (table: string) =>
    `(select device_id, count(*)::bigint as count from ${table} where settled_at = '' group by device_id)`;
  const rows = await database.query(
    `with known as (
       select distinct on (d.device_id) d.device_id, d.district, d.name, d.scope, d.role, d.enrolled_at,
         d.last_seen_at, d.app_version, d.revoked_at, d.clock_ahead_ms, d.clock_measured_at,
         d.rules_pack, d.units_amended
       from devices d where ${lies("d.scope", 1)}
       order by d.device_id, (d.revoked_at = '') desc, d.enrolled_at desc)
     select known.*, coalesce(h.count, 0) as held, coalesce(r.count, 0) as refused,
       coalesce(act.reason, '') as reason, coalesce(p.name, act.by_id, '') as revoked_by,
       count(*) over ()::bigint as total,
       coalesce(${isProgramOlder("known", "$4")}, false) as too_old,
       count(*) filter (where known.revoked_at = '' and ${isProgramOlder("known", "$4")}) over ()::bigint as all_too_old,
       coalesce(known.revoked_at = '' and ${isBehind("known", "$2", "$3")}, false) as behind,
       count(*) filter (where known.revoked_at = '' and ${isBehind("known", "$2", "$3")}) over ()::bigint as all_behind,
       count(*) filter (where known.revoked_at = '' and known.rules_pack is null) over ()::bigint as all_silent
     from known
     left join ${aside("held_rows")} h on h.device_id = known.device_id
     left join ${aside("refused_rows")} r on r.device_id = known.device_id
     left join lateral (
       select a.changes->>'reason' as reason, a.device_id as by_id from audit a
       where known.revoked_at <> '' and a.district = known.district and a.id = known.device_id
         and a.collection = 'devices' and a.changes->>'act' = 'revoked' and a.at = known.revoked_at order by a.seq desc limit 1) act on true
     left join readers p on p.id = act.by_id
     order by known.revoked_at <> '', known.scope, known.name, known.device_id limit ${most}`,
    [scope, handed.pack, handed.amended, needs],
  );
  const of = (name: string) => (rows[0] ? numberIn(rows[0], name) : 0);
  return {
    total: of("total"),
    rules: {
      ...handed,
      behind: of("all_behind"),
      silent: of("all_silent"),
      needs,
      tooOld: of("all_too_old"),
    },
    devices: rows.flatMap((row) => deviceIn(row, units) ?? []),
  };
}

function deviceIn(row: Row, units: readonly Unit[]): PortalDevice | undefined {
  const role = roles.find((known) => known === row["role"]);
  if (!role) return undefined;
  const scope = textIn(row, "scope");
  return {
    id: textIn(row, "device_id"),
    name: textIn(row, "name"),
    ...{ scope, unitName: nameOf(units, scope), role },
    enrolledAt: textIn(row, "enrolled_at"),
    seenAt: textIn(row, "last_seen_at"),
    version: textIn(row, "app_version"),
    tooOld: row["too_old"] === true,
    ...(row["clock_ahead_ms"] !== null && {
      clock: { aheadMs: numberIn(row, "clock_ahead_ms"), at: textIn(row, "clock_measured_at") },
    }),
    ...(row["rules_pack"] !== null && {
      rules: {
        pack: numberIn(row, "rules_pack"),
        ...(row["units_amended"] !== null && { amended: numberIn(row, "units_amended") }),
        behind: row["behind"] === true,
      },
    }),
    held: numberIn(row, "held"),
    refused: numberIn(row, "refused"),
    revokedAt: textIn(row, "revoked_at"),
    revokedBy: textIn(row, "revoked_by"),
    reason: textIn(row, "reason"),
  };
}
