import type { Database } from "#province/store/database.ts";
import type { Device } from "./device.ts";

/** Notes of a machine which pack of rules and which amendment of units it applies, where it says so; written where it changed. */
export async function noteRules(
  database: Database,
  { deviceId }: Device,
  { pack, amended }: { pack?: number; amended?: number },
): Promise<void> {
  if (pack === undefined) return;
  await database.query(
    `update devices set rules_pack = $2, units_amended = $3
     where device_id = $1 and revoked_at = '' and (rules_pack, units_amended) is distinct from ($2::integer, $3::integer)`,
    [deviceId, pack, amended ?? null],
  );
}
