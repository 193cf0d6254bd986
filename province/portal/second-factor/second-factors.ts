import { randomInt } from "node:crypto";
import { type Database, type Querying, textIn } from "#province/store/database.ts";
import { noteAct } from "#province/store/note-act.ts";
import { Refused } from "#province/routes/typed.ts";
import { provinceOf } from "#shared/archive/unit.ts";
import type { FactorBegun } from "#shared/contract/portal.ts";
import type { Reader } from "#shared/portal/reader.ts";
import type { Sealer } from "./seal-secret.ts";
import { drawSecret, stepOfCode, writeBase32 } from "./totp.ts";

const recoveryCodes = 10;
/** Letters and digits that are told apart when written by hand; twelve are 59 bits. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Begins a second factor anew: a secret that counts once a code of it was shown. */
export async function beginFactor(database: Querying, sealer: Sealer, reader: Reader): Promise<FactorBegun> {
  const secret = drawSecret();
  const rows = await database.query(
    `insert into second_factors (reader_id, sealed) values ($1, $2)
     on conflict (reader_id) do update set sealed = excluded.sealed where second_factors.confirmed_at = ''
     returning reader_id`,
    [reader.id, sealer.seal(secret, reader.id)],
  );
  if (rows.length === 0) throw new Refused(409, "factor-on", "there is a second factor already");
  return tellSecret(secret, reader);
}

function tellSecret(secret: Uint8Array, reader: Reader): FactorBegun {
  const text = writeBase32(secret);
  const issuer = encodeURIComponent("Mục Lục");
  const label = `${issuer}:${encodeURIComponent(reader.login)}`;
  return { secret: text, address: `otpauth://totp/${label}?secret=${text}&issuer=${issuer}` };
}

/** Begins another in place of the one that is on, which counts until a code of the new one was shown. */
export async function renewFactor(database: Querying, sealer: Sealer, reader: Reader): Promise<FactorBegun> {
  const secret = drawSecret();
  const rows = await database.query(
    "update second_factors set next_sealed = $2 where reader_id = $1 and confirmed_at <> '' returning reader_id",
    [reader.id, sealer.seal(secret, reader.id)],
  );
  if (rows.length === 0) throw new Refused(409, "factor-none", "there is no second factor");
  return tellSecret(secret, reader);
}

/** Turns one's own second factor off, noted in the audit; who is signed in stays so. */
export async function turnFactorOff(database: Database, reader: Reader, now: number): Promise<void> {
  await database.transaction(async (inside) => {
    const rows = await inside.query(
      "delete from second_factors where reader_id = $1 and confirmed_at <> '' returning reader_id",
      [reader.id],
    );
    if (rows.length === 0) throw new Refused(409, "factor-none", "there is no second factor");
    await noteOwn(inside, reader, "factor-off", now);
  });
}

/**
 * Confirms a second factor by a code of it, the first or one that takes the place of another; noted in the audit.
 * Answers the recovery codes, which are kept nowhere as they are.
 */
export async function confirmFactor(
  database: Database,
  sealer: Sealer,
  reader: Reader,
  code: string,
  now: number,
): Promise<{ recovery: string[] }> {
  return database.transaction(async (inside) => {
    const [row] = await inside.query(
      `select case when next_sealed = '' then sealed else next_sealed end as secret, confirmed_at
       from second_factors where reader_id = $1 and (confirmed_at = '' or next_sealed <> '') for update`,
      [reader.id],
    );
    if (!row) throw new Refused(409, "factor-on", "nothing is to be confirmed");
    const sealed = textIn(row, "secret");
    const step = stepOfCode(sealer.open(sealed, reader.id), plain(code), now);
    if (step === undefined) throw new Refused(400, "code-wrong", "not the code of this moment");
    const recovery = Array.from({ length: recoveryCodes }, drawCode);
    await inside.query(
      `update second_factors set sealed = $5, next_sealed = '', confirmed_at = $2, last_step = $3,
         recovery = $4::text::jsonb where reader_id = $1`,
      [
        reader.id,
        new Date(now).toISOString(),
        step,
        JSON.stringify(recovery.map((one) => sealer.mark(plain(one), reader.id))),
        sealed,
      ],
    );
    await noteOwn(inside, reader, textIn(row, "confirmed_at") === "" ? "factor-on" : "factor-renewed", now);
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

/** What somebody does with a factor of their own; nobody asks them why. */
async function noteOwn(
  inside: Querying,
  { id, login, name, role, scope }: Reader,
  act: "factor-on" | "factor-off" | "factor-renewed",
  now: number,
): Promise<void> {
  const changes = { act, login, name };
  await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by: { id, role } }, now);
}

function drawCode(): string {
  const drawn = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
  return (drawn.match(/.{4}/g) ?? []).join("-");
}

function plain(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, "");
}
