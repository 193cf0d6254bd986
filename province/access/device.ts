import { createHash } from "node:crypto";
import { type Static, Type } from "typebox";
import { type Role, roleSchema, roles } from "#shared/archive/role.ts";
import { districtOf } from "#shared/archive/unit.ts";
import { type Database, textIn } from "#province/store/database.ts";

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
export async function enrolDevice(database: Database, enrolment: Enrolment, now: number): Promise<void> {
  await database.query(
    `insert into devices (token_hash, district, scope, role, device_id, name, enrolled_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (token_hash) do update set district = excluded.district, scope = excluded.scope,
       role = excluded.role, device_id = excluded.device_id, name = excluded.name, revoked_at = ''`,
    [
      hashOfToken(enrolment.token),
      districtOf(enrolment.scope),
      enrolment.scope,
      enrolment.role,
      enrolment.deviceId,
      enrolment.name ?? "",
      new Date(now).toISOString(),
    ],
  );
}

/** The device that carries a token, or nothing where none does or it was revoked. */
export async function findDevice(database: Database, token: string): Promise<Device | undefined> {
  const [row] = await database.query(
    `select device_id, scope, district, role, name from devices where token_hash = $1 and revoked_at = ''`,
    [hashOfToken(token)],
  );
  if (!row) return undefined;
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
export async function revokeDevice(database: Database, deviceId: string, now: number): Promise<number> {
  const rows = await database.query(
    `update devices set revoked_at = $2 where device_id = $1 and revoked_at = '' returning 1 as revoked`,
    [deviceId, new Date(now).toISOString()],
  );
  return rows.length;
}

function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
