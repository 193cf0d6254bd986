import { createHash } from "node:crypto";
import { type Static, Type } from "typebox";
import { type Role, roleSchema, roles } from "#shared/archive/role.ts";
import { covers, districtOf } from "#shared/archive/unit.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import { Refused } from "#shared/node/typed-routes.ts";
import { type Querying, type Row, textIn } from "#province/store/database.ts";
import { type Administrator, noteAct } from "#province/store/note-act.ts";

/** Who asks: an enrolled device, what it may see and write, and the role whose moves it signs. */
export type Device = { deviceId: string; scope: string; district: string; role: Role; name: string };

/** A device to enrol, with the token it will carry. */
export const enrolmentSchema = Type.Object({
  token: Type.String({ minLength: 16, maxLength: 500 }),
  scope: Type.String({ maxLength: 24, pattern: "^[0-9A-Za-z]+(\\.[0-9A-Za-z]+){0,2}$" }),
  role: roleSchema,
  deviceId: Type.String({ minLength: 1, maxLength: 40 }),
  name: Type.Optional(Type.String({ maxLength: 200 })),
});

export type Enrolment = Static<typeof enrolmentSchema>;

/** Lets a device in; its token is kept only as a SHA-256. The same token again takes the new scope and role. */
export async function enrolDevice(
  database: Querying,
  enrolment: Enrolment,
  now: number,
  keys: PublicKeys = { signing: "", sealing: "" },
): Promise<void> {
  await database.query(
    `insert into devices (token_hash, district, scope, role, device_id, name, enrolled_at,
       signing_key, sealing_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (token_hash) do update set district = excluded.district, scope = excluded.scope,
       role = excluded.role, device_id = excluded.device_id, name = excluded.name, revoked_at = ''`,
    [
      hashOfSecret(enrolment.token),
      districtOf(enrolment.scope),
      enrolment.scope,
      enrolment.role,
      enrolment.deviceId,
      enrolment.name ?? "",
      new Date(now).toISOString(),
      keys.signing,
      keys.sealing,
    ],
  );
}

/** Enrols a device, inside a transaction, with a reason that stays in its district's audit. */
export async function letDeviceIn(
  inside: Querying,
  enrolment: Enrolment,
  why: { reason: string; by: Administrator },
  now: number,
  keys?: PublicKeys,
): Promise<void> {
  const { scope, role, deviceId, name = "" } = enrolment;
  await enrolDevice(inside, enrolment, now, keys);
  const changes = { act: "let-in", reason: why.reason, name, scope, role };
  await noteAct(inside, { scope, kind: "devices", id: deviceId, changes, by: why.by }, now);
}

/** The device that carries a token, or nothing where none does or it was revoked. */
export async function findDevice(database: Querying, token: string): Promise<Device | undefined> {
  const [row] = await database.query(
    `select device_id, scope, district, role, name from devices where token_hash = $1 and revoked_at = ''`,
    [hashOfSecret(token)],
  );
  return row && readDevice(row);
}

/** The device that signs with a key, with the key to which things are sealed for it. */
export async function findDeviceByKey(
  database: Querying,
  signingKey: string,
): Promise<(Device & { sealing: string }) | undefined> {
  const [row] = await database.query(
    `select device_id, scope, district, role, name, sealing_key from devices
     where signing_key = $1 and signing_key <> '' and revoked_at = ''`,
    [signingKey],
  );
  const device = row && readDevice(row);
  return device && { ...device, sealing: textIn(row, "sealing_key") };
}

function readDevice(row: Row): Device | undefined {
  const role = roles.find((known) => known === row["role"]);
  if (!role) return undefined;
  return {
    deviceId: textIn(row, "device_id"),
    scope: textIn(row, "scope"),
    district: textIn(row, "district"),
    role,
    name: textIn(row, "name"),
  };
}

/** Takes back every token of a device; answers how many there were. */
export async function revokeDevice(database: Querying, deviceId: string, now: number): Promise<number> {
  const rows = await database.query(
    `update devices set revoked_at = $2 where device_id = $1 and revoked_at = '' returning 1 as revoked`,
    [deviceId, new Date(now).toISOString()],
  );
  return rows.length;
}

/**
 * Shuts a device out, inside a transaction, with a reason that stays in its district's audit; answers how many tokens
 * were taken back. Throws where it does not lie within the scope of who asks.
 */
export async function shutOutDevice(
  inside: Querying,
  deviceId: string,
  why: { reason: string; by: Administrator; within?: string },
  now: number,
): Promise<number> {
  const rows = await inside.query(
    "update devices set revoked_at = $2 where device_id = $1 and revoked_at = '' returning scope, name",
    [deviceId, new Date(now).toISOString()],
  );
  const named = new Map(rows.map((row) => [textIn(row, "scope"), textIn(row, "name")]));
  for (const [scope, name] of named) {
    if (why.within !== undefined && !covers(why.within, scope))
      throw new Refused(409, "machine-out", "no such machine within your scope");
    const changes = { act: "revoked", reason: why.reason, name };
    await noteAct(inside, { scope, kind: "devices", id: deviceId, changes, by: why.by }, now);
  }
  return rows.length;
}

/** How a token or secret is kept: it can be recognized, not read. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
