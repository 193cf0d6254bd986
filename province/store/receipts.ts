import type { Digest } from "#shared/base/digest.ts";
import type { Receipt } from "#shared/replication/wire.ts";
import type { Device } from "#province/access/device.ts";
import { type Database, numberIn, textIn } from "./database.ts";
import { districtLies, lies, meets } from "./scope.ts";

/** Notes that an object came from a device's scope; the first receipt stands. */
export async function writeReceipt(
  database: Database,
  device: Device,
  object: { digest: Digest; size: number; mediaType: string },
  now: number,
): Promise<void> {
  await database.query(
    `insert into receipts (district, digest, scope, size, media_type, device_id, received_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      device.district,
      object.digest,
      device.scope,
      object.size,
      object.mediaType,
      device.deviceId,
      new Date(now).toISOString(),
    ],
  );
}

// A record names an object only if the object came from the record's own branch: no commune reaches another's
// bytes by writing their digest into a record of its own.
const named = `exists (select 1 from records r
  where r.district = t.district and ${lies("r.scope", 2)} and ${meets("t.scope", "r.scope")}
    and r.state->>'withdrawn' = ''
    and ((r.collection = 'items' and r.state->>'renditionDigest' = $1)
      or (r.collection = 'pages' and r.state->>'masterDigest' = $1)
      or (r.collection = 'pages' and r.state->>'wordsDigest' = $1)))`;

/** The receipt of an object that came from the device's scope, or that a record within it names. */
export async function findReceipt(
  database: Database,
  device: Device,
  digest: Digest,
): Promise<Receipt | undefined> {
  const [row] = await database.query(
    `select t.digest, t.size, t.received_at from receipts t
     where t.digest = $1 and ${districtLies("t.district", 2)} and (${lies("t.scope", 2)} or ${named})
     order by t.received_at limit 1`,
    [digest, device.scope],
  );
  if (!row) return undefined;
  return {
    digest: textIn(row, "digest"),
    size: numberIn(row, "size"),
    receivedAt: textIn(row, "received_at"),
  };
}

/** The media type of an object that a record within the device's scope names; nothing where none does. */
export async function findNamedObject(
  database: Database,
  device: Pick<Device, "scope">,
  digest: Digest,
): Promise<{ mediaType: string } | undefined> {
  const [row] = await database.query(
    `select t.media_type from receipts t
     where t.digest = $1 and ${districtLies("t.district", 2)} and ${named} limit 1`,
    [digest, device.scope],
  );
  return row && { mediaType: textIn(row, "media_type") };
}
