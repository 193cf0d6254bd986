import { bySettings } from "#province/store/note-act.ts";
import { type Database, textIn } from "#province/store/database.ts";
import { type Enrolment, hashOfSecret, letDeviceIn } from "./device.ts";

/** Where these enrolments come from; it stands in the audit in place of a reason, which nobody gave. */
const origin = "MUCLUC_PROVINCE_ENROL";

/**
 * Lets the machines in that the settings name, each noted once in its district's audit: a start that changes nothing
 * notes nothing. A machine that was shut out stays out, whatever the settings still say.
 */
export async function enrolAtStart(
  database: Database,
  enrolments: readonly Enrolment[],
  now: number,
): Promise<void> {
  for (const enrolment of enrolments)
    await database.transaction(async (inside) => {
      const [known] = await inside.query(
        "select scope, role, device_id, name, revoked_at from devices where token_hash = $1 for update",
        [hashOfSecret(enrolment.token)],
      );
      if (known && textIn(known, "revoked_at") !== "") return;
      const { scope, role, deviceId, name = "" } = enrolment;
      const wanted = { scope, role, device_id: deviceId, name };
      if (known && Object.entries(wanted).every(([column, value]) => known[column] === value)) return;
      await letDeviceIn(inside, enrolment, { reason: origin, by: bySettings }, now);
    });
}
