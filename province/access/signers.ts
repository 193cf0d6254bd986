import type { Querying } from "#province/store/database.ts";
import { textIn } from "#province/store/database.ts";

/** A machine that is let in and whose signature is known. */
export type Signer = { scope: string; signingKey: string };

/** The machines by whose key a text may be signed, by the id of the device. */
export async function readSigners(database: Querying): Promise<ReadonlyMap<string, Signer>> {
  const rows = await database.query(
    "select device_id, scope, signing_key from devices where revoked_at = '' and signing_key <> ''",
  );
  return new Map(
    rows.map((row) => [
      textIn(row, "device_id"),
      { scope: textIn(row, "scope"), signingKey: textIn(row, "signing_key") },
    ]),
  );
}
