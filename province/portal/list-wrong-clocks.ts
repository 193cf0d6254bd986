import { shownDrift } from "#shared/base/clock-drift.ts";
import type { PortalHealth } from "#shared/contract/portal-admin.ts";
import { type Database, numberIn, textIn } from "#province/store/database.ts";
import { lies } from "#province/store/scope.ts";

/** So long a measured clock tells something: a machine that has not asked since is told of as quiet. */
const tellsFor = 14 * 24 * 3_600_000;
const most = 20;

/** The machines within a scope whose clocks were off when they were last measured, the furthest first. */
export async function listWrongClocks(
  database: Database,
  scope: string,
  now: number,
): Promise<PortalHealth["clocks"]> {
  const rows = await database.query(
    `with off as (
       select distinct on (device_id) device_id, name, clock_ahead_ms as ahead from devices
       where revoked_at = '' and abs(clock_ahead_ms) > $2 and clock_measured_at >= $3 and ${lies("scope", 1)}
       order by device_id, enrolled_at desc)
     select off.*, count(*) over ()::bigint as total from off order by abs(ahead) desc, device_id limit ${most}`,
    [scope, shownDrift, new Date(now - tellsFor).toISOString()],
  );
  return {
    total: rows[0] ? numberIn(rows[0], "total") : 0,
    names: rows.map((row) => textIn(row, "name") || textIn(row, "device_id")),
  };
}
