import { randomBytes } from "node:crypto";
import type { Role } from "#shared/archive/role.ts";
import {
  type EnrolAnswer,
  type EnrolmentFile,
  enrolmentProofText,
  enrolmentText,
  type EnrolRequest,
} from "#shared/keys/enrolment-file.ts";
import { signText, verifyText } from "#shared/node/keys.ts";
import { Refused } from "#province/routes/typed.ts";
import { type Database, textIn } from "#province/store/database.ts";
import { byCommand, noteAct } from "#province/store/note-act.ts";
import { hashOfSecret, letDeviceIn, revokeDevice, shutOutDevice } from "./device.ts";
import { type ProvinceKeys, publicKeysOf } from "./keys.ts";

const day = 24 * 3600 * 1000;

/** What is asked for when a machine is to be let in. */
export type EnrolmentWanted = {
  province: string;
  address: string;
  scope: string;
  role: Role;
  name: string;
  /** A lost or worn-out machine whose place this one takes; it is revoked at once. Empty for none. */
  replaces: string;
  days: number;
  /** Why the machine is let in. */
  reason: string;
};

/**
 * Makes a signed enrolment file for one machine; of its secret only the SHA-256 stays here. That it was made, and why,
 * stands in the audit of the machine's district, and that a machine came by it.
 */
export async function giveEnrolment(
  database: Database,
  keys: ProvinceKeys,
  wanted: EnrolmentWanted,
  now: number,
): Promise<{ file: EnrolmentFile; revoked: number }> {
  const { province, address, scope, role, name, replaces, reason } = wanted;
  const secret = randomBytes(32).toString("base64url");
  const issuedAt = new Date(now).toISOString();
  const expiresAt = new Date(now + wanted.days * day).toISOString();
  const enrolment = {
    product: "mucluc-enrolment",
    version: 1,
    ...{ province, address, keys: publicKeysOf(keys), scope, role, name, secret, issuedAt, expiresAt },
  } as const;
  const revoked = await database.transaction(async (inside) => {
    await inside.query(
      `insert into enrolments (secret_hash, scope, role, name, replaces, issued_at, expires_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [hashOfSecret(secret), scope, role, name, replaces, issuedAt, expiresAt, reason],
    );
    const id = enrolmentId(hashOfSecret(secret));
    const changes = { act: "enrolment-made", reason, name, scope, role, replaces, expiresAt };
    await noteAct(inside, { scope, kind: "devices", id, changes, by: byCommand }, now);
    const why = { reason: replacedBy(name, reason), by: byCommand };
    return replaces === "" ? 0 : shutOutDevice(inside, replaces, why, now);
  });
  const signature = signText("enrolment", enrolmentText(enrolment), keys.signing);
  return { file: { enrolment, signature }, revoked };
}

/** Why a machine is shut out whose place another takes. */
export function replacedBy(name: string, reason: string): string {
  return `replaced by ${name}: ${reason}`;
}

/** By what an enrolment is told in the audit before its machine has a name there. */
function enrolmentId(secretHash: string): string {
  return `enrolment-${secretHash.slice(0, 16)}`;
}

/**
 * Lets the machine in that holds the secret of a file. The same machine may ask again while the file holds (its
 * answer may have been lost) and gets a new token; no other machine gets in by the same secret.
 */
export async function useEnrolment(
  database: Database,
  request: EnrolRequest,
  now: number,
): Promise<EnrolAnswer> {
  const { secret, deviceId, keys, signature } = request;
  if (!verifyText("enrolment", enrolmentProofText(request), signature, keys.signing))
    throw new Refused(400, "bad-call", "the request is not signed by its own key");
  return database.transaction(async (inside) => {
    const [row] = await inside.query(
      `select scope, role, name, reason, expires_at, used_by from enrolments where secret_hash = $1 for update`,
      [hashOfSecret(secret)],
    );
    if (!row) throw new Refused(403, "enrolment-unknown", "no such enrolment");
    const at = new Date(now).toISOString();
    if (textIn(row, "expires_at") <= at) throw new Refused(403, "enrolment-expired", "it has expired");
    const usedBy = textIn(row, "used_by");
    if (usedBy !== "" && usedBy !== keys.signing)
      throw new Refused(403, "enrolment-used", "another machine was let in by it");
    const others = await inside.query(
      `select 1 as other from devices where revoked_at = '' and
         ((device_id = $1 and signing_key not in ('', $2)) or (signing_key = $2 and device_id <> $1))`,
      [deviceId, keys.signing],
    );
    if (others.length > 0) throw new Refused(403, "device-known", "a machine of this name has other keys");
    // Who comes again by a new file leaves the token, and the scope, of the last one.
    await revokeDevice(inside, deviceId, now);
    const token = randomBytes(32).toString("base64url");
    const scope = textIn(row, "scope");
    const role = textIn(row, "role") as Role;
    const enrolment = { token, scope, role, deviceId, name: textIn(row, "name") };
    const why = { reason: textIn(row, "reason"), by: { id: enrolmentId(hashOfSecret(secret)), role: "" } };
    await letDeviceIn(inside, enrolment, why, now, keys);
    await inside.query(`update enrolments set used_at = $2, used_by = $3 where secret_hash = $1`, [
      hashOfSecret(secret),
      at,
      keys.signing,
    ]);
    return { deviceId, token, scope, role };
  });
}
