import type { Digest } from "#shared/base/digest.ts";
import type { Receipt } from "#shared/replication/wire.ts";
import type { Device } from "#province/access/device.ts";
import { askedTogether } from "./asked-together.ts";
import { type Database, numberIn, textIn } from "./database.ts";
import { numberList, textList } from "./lists.ts";
import { districtLies, lies, meets } from "./scope.ts";

const mostTogether = 500;

type Came = {
  district: string;
  scope: string;
  deviceId: string;
  digest: Digest;
  size: number;
  mediaType: string;
  at: string;
};

const writers = new WeakMap<Database, (came: Came) => Promise<void>>();

/**
 * Notes that an object came from a device's scope; the first receipt stands. Resolves once it is committed; what comes
 * at the same time is committed together.
 */
export function writeReceipt(
  database: Database,
  device: Device,
  object: { digest: Digest; size: number; mediaType: string },
  now: number,
): Promise<void> {
  const write =
    writers.get(database) ?? askedTogether<Came>(mostTogether, (some) => writeAll(database, some));
  writers.set(database, write);
  const { district, scope, deviceId } = device;
  return write({ ...object, district, scope, deviceId, at: new Date(now).toISOString() });
}

async function writeAll(database: Database, came: readonly Came[]): Promise<void> {
  await database.query(
    `insert into receipts (district, digest, scope, size, media_type, device_id, received_at)
     select * from unnest($1::text::text[], $2::text::text[], $3::text::text[], $4::text::bigint[],
       $5::text::text[], $6::text::text[], $7::text::text[]) on conflict do nothing`,
    [
      textList(came.map(({ district }) => district)),
      textList(came.map(({ digest }) => digest)),
      textList(came.map(({ scope }) => scope)),
      numberList(came.map(({ size }) => size)),
      textList(came.map(({ mediaType }) => mediaType)),
      textList(came.map(({ deviceId }) => deviceId)),
      textList(came.map(({ at }) => at)),
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
