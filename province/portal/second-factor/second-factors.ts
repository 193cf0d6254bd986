import { randomInt } from "node:crypto";
import { type Database, type Querying, textIn } from "#province/store/database.ts";
import { Refused } from "#province/routes/typed.ts";
import type { Reader } from "#shared/portal/reader.ts";
import type { Sealer } from "./seal-secret.ts";
import { drawSecret, stepOfCode, writeBase32 } from "./totp.ts";

const recoveryCodes = 10;
/** Letters and digits that are told apart when written by hand; twelve are 59 bits. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Begins a second factor anew: a secret that counts once a code of it was shown. */
export async function beginFactor(
  database: Querying,
  sealer: Sealer,
  reader: Reader,
): Promise<{ secret: string; address: string }> {
  const secret = drawSecret();
  const rows = await database.query(
    `insert into second_factors (reader_id, sealed) values ($1, $2)
     on conflict (reader_id) do update set sealed = excluded.sealed where second_factors.confirmed_at = ''
     returning reader_id`,
    [reader.id, sealer.seal(secret, reader.id)],
  );
  if (rows.length === 0) throw new Refused(409, "factor-on", "there is a second factor already");
  const text = writeBase32(secret);
  const issuer = encodeURIComponent("Mục Lục");
  const label = `${issuer}:${encodeURIComponent(reader.login)}`;
  return { secret: text, address: `otpauth://totp/${label}?secret=${text}&issuer=${issuer}` };
}

/** Confirms a second factor by a code of it; answers the recovery codes, which are kept nowhere as they are. */
export async function confirmFactor(
  database: Database,
  sealer: Sealer,
  reader: Reader,
  code: string,
  now: number,
): Promise<{ recovery: string[] }> {
  return database.transaction(async (inside) => {
    const [row] = await inside.query(
      "select sealed from second_factors where reader_id = $1 and confirmed_at = '' for update",
      [reader.id],
    );
    if (!row) throw new Refused(409, "factor-on", "nothing is to be confirmed");
    const step = stepOfCode(sealer.open(textIn(row, "sealed"), reader.id), plain(code), now);
    if (step === undefined) throw new Refused(400, "code-wrong", "not the code of this moment");
    const recovery = Array.from({ length: recoveryCodes }, drawCode);
    await inside.query(
      `update second_factors set confirmed_at = $2, last_step = $3, recovery = $4::text::jsonb where reader_id = $1`,
      [
        reader.id,
        new Date(now).toISOString(),
        step,
        JSON.stringify(recovery.map((one) => sealer.mark(plain(one), reader.id))),
      ],
    );
    return { recovery };
  });
}

/**
 * Whether a code lets a reader in, who has shown their passphrase: one of the moment, which counts once, or a recovery
 * code, which is used up. `none`: the reader has no second factor.
 */
export async function useCode(
  database: Querying,
  sealer: Sealer,
  readerId: string,
  code: string,
  now: number,
): Promise<"none" | "missing" | "right" | "wrong"> {
  const [row] = await database.query(
    "select sealed from second_factors where reader_id = $1 and confirmed_at <> ''",
    [readerId],
  );
  if (!row) return "none";
  const given = plain(code);
  if (given === "") return "missing";
  const step = stepOfCode(sealer.open(textIn(row, "sealed"), readerId), given, now);
  const used =
    step === undefined
      ? await database.query(
          `update second_factors set recovery = recovery - $2::text
           where reader_id = $1 and jsonb_exists(recovery, $2::text) returning reader_id`,
          [readerId, sealer.mark(given, readerId)],
        )
      : await database.query(
          "update second_factors set last_step = $2 where reader_id = $1 and last_step < $2 returning reader_id",
          [readerId, step],
        );
  return used.length > 0 ? "right" : "wrong";
}

/** Takes a second factor away, inside a transaction; answers whether there was one. Who is signed in is signed out. */
export async function dropFactor(inside: Querying, readerId: string): Promise<boolean> {
  const rows = await inside.query("delete from second_factors where reader_id = $1 returning confirmed_at", [
    readerId,
  ]);
  await inside.query("delete from reader_sessions where reader_id = $1", [readerId]);
  return rows.some((row) => textIn(row, "confirmed_at") !== "");
}

function drawCode(): string {
  const drawn = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
  return (drawn.match(/.{4}/g) ?? []).join("-");
}

function plain(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, "");
}
