import { randomBytes } from "node:crypto";
import { hashOfSecret } from "#province/access/device.ts";
import { Refused } from "#province/routes/typed.ts";
import { type Querying, textIn } from "#province/store/database.ts";
import type { Begun } from "./ask-provider.ts";

/** How long a sign-in may be under way, at the provider or before a code is typed. */
export const underWayFor = 600_000;
/** For so long one that is too old is told as such; then it is forgotten. */
const toldFor = 3_600_000;

/** Keeps a sign-in that was begun; answers the token of the one browser that may end it, of which only a hash is kept. */
export async function keepBegun(database: Querying, begun: Begun, now: number): Promise<string> {
  await database.query("delete from provider_entries where started_at < $1", [now - toldFor]);
  return keep(database, begun, "", now);
}

/** Keeps that a provider let this person in, who is still to give a code of ours. */
export async function keepForCode(database: Querying, readerId: string, now: number): Promise<string> {
  return keep(database, { state: "", nonce: "", verifier: "" }, readerId, now);
}

async function keep(
  database: Querying,
  { state, nonce, verifier }: Begun,
  reader: string,
  now: number,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database.query(
    `insert into provider_entries (token_hash, state, nonce, verifier, reader_id, started_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [hashOfSecret(token), state, nonce, verifier, reader, now],
  );
  return token;
}

/** Takes what was begun in this browser with this state: once, and within ten minutes. */
export async function takeBegun(
  database: Querying,
  token: string,
  state: string,
  now: number,
): Promise<Begun> {
  const [row] = await database.query(
    `delete from provider_entries where token_hash = $1 and state = $2 and reader_id = ''
     returning nonce, verifier, started_at`,
    [hashOfSecret(token), state],
  );
  if (!row) throw new Refused(401, "oidc-state", "not begun in this browser, or used before");
  if (Number(row["started_at"]) < now - underWayFor)
    throw new Refused(401, "oidc-expired", "begun more than ten minutes ago");
  return { state, nonce: textIn(row, "nonce"), verifier: textIn(row, "verifier") };
}

/** Of whom a code is still asked in this browser; nobody where that is too long ago. */
export async function findForCode(
  database: Querying,
  token: string,
  now: number,
): Promise<string | undefined> {
  const [row] = await database.query(
    "select reader_id from provider_entries where token_hash = $1 and reader_id <> '' and started_at >= $2",
    [hashOfSecret(token), now - underWayFor],
  );
  return row && textIn(row, "reader_id");
}

/** Ends what waited for a code; answers whether it was still there. */
export async function endForCode(database: Querying, token: string): Promise<boolean> {
  const rows = await database.query(
    "delete from provider_entries where token_hash = $1 and reader_id <> '' returning reader_id",
    [hashOfSecret(token)],
  );
  return rows.length > 0;
}
