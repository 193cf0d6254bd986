import { type Machine, type MachineCard, machineText } from "#shared/keys/machine-card.ts";
import { roles } from "#shared/archive/role.ts";
import { signText } from "#shared/node/keys.ts";
import { type Querying, textIn } from "#province/store/database.ts";
import type { Device } from "./device.ts";
import type { ProvinceKeys } from "./keys.ts";

/**
 * The cards of the machines that a device has to do with: those of its own unit and below, and those that check for
 * the district over it. A machine that was shut out is among them, as such: its parcels count no more.
 */
export async function listMachines(
  database: Querying,
  keys: ProvinceKeys,
  { scope }: Pick<Device, "scope">,
): Promise<MachineCard[]> {
  const rows = await database.query(
    `select distinct on (signing_key) device_id, scope, role, name, signing_key, sealing_key, enrolled_at, revoked_at
     from devices
     where signing_key <> '' and sealing_key <> '' and (scope = $1 or starts_with(scope, $1 || '.')
       or (starts_with($1, scope || '.') and role = 'district-checker'))
     order by signing_key, (revoked_at = '') desc, enrolled_at desc`,
    [scope],
  );
  return rows.flatMap((row): MachineCard[] => {
    const role = roles.find((known) => known === row["role"]);
    if (!role) return [];
    const machine: Machine = {
      ...{ deviceId: textIn(row, "device_id"), scope: textIn(row, "scope"), role },
      name: textIn(row, "name"),
      keys: { signing: textIn(row, "signing_key"), sealing: textIn(row, "sealing_key") },
      ...{ enrolledAt: textIn(row, "enrolled_at"), revokedAt: textIn(row, "revoked_at") },
    };
    return [{ machine, signature: signText("machine", machineText(machine), keys.signing) }];
  });
}
