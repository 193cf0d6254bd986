import { createHash } from "node:crypto";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { type Row, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/** A machine of the centre that this hub took in. */
export type PairedDevice = {
  deviceId: string;
  name: string;
  person: string;
  scope: string;
  role: Role;
  pairedAt: string;
  /** When it last asked anything, to the minute (ISO 8601); empty before it did. */
  seenAt: string;
};

export type PairedDevices = {
  /** Takes a machine in; a token that it had before is of no use any more. */
  pair(device: Omit<PairedDevice, "pairedAt" | "seenAt">, token: string, at: string): void;
  find(token: string): PairedDevice | undefined;
  list(): PairedDevice[];
  seen(deviceId: string, at: string): void;
  /** Answers false where no such machine is paired. */
  revoke(deviceId: string, at: string): boolean;
};

export function openPairedDevices(database: Sqlite): PairedDevices {
  const columns = "device_id, name, person, scope, role, paired_at, seen_at";
  const standing = database.prepare(
    `SELECT ${columns} FROM devices WHERE token_hash = ? AND revoked_at = ''`,
  );
  const all = database.prepare(
    `SELECT ${columns} FROM devices WHERE revoked_at = '' ORDER BY paired_at, device_id`,
  );
  const insert = database.prepare("INSERT INTO devices VALUES (?, ?, ?, ?, ?, ?, ?, '', '')");
  const setSeen = database.prepare("UPDATE devices SET seen_at = ? WHERE device_id = ? AND revoked_at = ''");
  const setRevoked = database.prepare(
    "UPDATE devices SET revoked_at = ? WHERE device_id = ? AND revoked_at = ''",
  );
  return {
    pair(device, token, at) {
      const { deviceId, name, person, scope, role } = device;
      inTransaction(database, () => {
        setRevoked.run(at, deviceId);
        insert.run(hashOf(token), deviceId, name, person, scope, role, at);
      });
    },
    find(token) {
      const row = standing.get(hashOf(token));
      return row && readDevice(row);
    },
    list: () => all.all().map(readDevice),
    seen: (deviceId, at) => void setSeen.run(at, deviceId),
    revoke: (deviceId, at) => Number(setRevoked.run(at, deviceId).changes) > 0,
  };
}

function readDevice(row: Row): PairedDevice {
  return {
    deviceId: textIn(row, "device_id"),
    name: textIn(row, "name"),
    person: textIn(row, "person"),
    scope: textIn(row, "scope"),
    role: roles.find((role) => role === row["role"]) ?? "commune-preparer",
    pairedAt: textIn(row, "paired_at"),
    seenAt: textIn(row, "seen_at"),
  };
}

/** How a token is kept: it can be recognized, not read. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
