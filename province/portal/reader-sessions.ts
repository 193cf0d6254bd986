import { randomBytes } from "node:crypto";
import type { Reader } from "#shared/portal/reader.ts";
import { hashOfSecret } from "#province/access/device.ts";
import { type Database, textIn } from "#province/store/database.ts";
import { findReader } from "./readers.ts";

const minute = 60_000;
/** A screen left alone is signed out after this, and any after a working day. */
const idleFor = 30 * minute;
const longest = 12 * 60 * minute;

/** How a reader signed in: by their passphrase, by the province's provider, or by it with a second factor of its own. */
export type EnteredBy = "passphrase" | "provider" | "provider-second";

/** Signs a reader in; of the token only its SHA-256 is kept. Sessions that are over are cleared away. */
export async function openSession(
  database: Database,
  reader: Reader,
  now: number,
  enteredBy: EnteredBy = "passphrase",
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database.query("delete from reader_sessions where last_at < $1 or started_at < $2", [
    now - idleFor,
    now - longest,
  ]);
  await database.query(
    `insert into reader_sessions (token_hash, reader_id, started_at, last_at, entered_by)
     values ($1, $2, $3, $3, $4)`,
    [hashOfSecret(token), reader.id, now, enteredBy],
  );
  return token;
}

/** The reader who is signed in under a token; nothing where it is unknown, or too old. */
export async function findSession(
  database: Database,
  token: string,
  now: number,
): Promise<Reader | undefined> {
  const hash = hashOfSecret(token);
  const [row] = await database.query(
    `select reader_id, last_at, entered_by from reader_sessions
     where token_hash = $1 and last_at >= $2 and started_at >= $3`,
    [hash, now - idleFor, now - longest],
  );
  if (!row) return undefined;
  if (Number(row["last_at"]) < now - minute)
    await database.query("update reader_sessions set last_at = $2 where token_hash = $1", [hash, now]);
  const reader = await findReader(database, textIn(row, "reader_id"));
  return reader && enteredAs(reader, textIn(row, "entered_by"));
}

/** Who came in by the provider used no passphrase: one that was handed over is not theirs to change at this entry. */
export function enteredAs(reader: Reader, enteredBy: string): Reader {
  if (enteredBy === "passphrase") return reader;
  return { ...reader, mustChange: false, ...(enteredBy === "provider-second" && { provenElsewhere: true }) };
}

export async function closeSession(database: Database, token: string): Promise<void> {
  await database.query("delete from reader_sessions where token_hash = $1", [hashOfSecret(token)]);
}
