import { randomBytes } from "node:crypto";
import { Check } from "typebox/value";
import { type NewReader, type Reader, readerRoles, shortestPassphrase } from "#shared/portal/reader.ts";
import { isThatSecret, keepSecret, type KeptSecret, keptSecretSchema } from "#shared/node/kept-secret.ts";
import { Refused } from "#province/routes/typed.ts";
import { type Database, type Querying, type Row, textIn } from "#province/store/database.ts";
import { countTry, refuseWhileWaiting } from "./count-tries.ts";

const columns = `id, login, name, office, role, scope, must_change, closed_at, exists(
  select 1 from second_factors f where f.reader_id = readers.id and f.confirmed_at <> '') as second_factor`;

/** A passphrase to hand over: five groups of letters that are told apart when read aloud, some 94 bits. */
function drawPassphrase(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const drawn = [...randomBytes(200)].filter((byte) => byte < letters.length * 8).slice(0, 19);
  return (
    drawn
      .map((byte) => letters[byte % letters.length])
      .join("")
      .match(/.{1,4}/g) ?? []
  ).join("-");
}

/** Lets a person in; answers the passphrase to hand over, which is kept nowhere and to be changed at the first entry. */
export async function addReader(
  database: Querying,
  reader: NewReader,
  now: number,
): Promise<{ reader: Reader; passphrase: string }> {
  const passphrase = drawPassphrase();
  const kept = await keepSecret(passphrase);
  const id = `reader-${randomBytes(8).toString("hex")}`;
  const rows = await database.query(
    `insert into readers (id, login, name, office, role, scope, passphrase, must_change, created_at)
     values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, true, $8) on conflict (login) do nothing returning ${columns}`,
    [
      id,
      reader.login,
      reader.name.normalize("NFC"),
      reader.office.normalize("NFC"),
      reader.role,
      reader.scope,
      JSON.stringify(kept),
      new Date(now).toISOString(),
    ],
  );
  const [row] = rows;
  if (!row) throw new Refused(409, "login-taken", "another reader has this name to sign in with");
  return { reader: readerOf(row), passphrase };
}

/**
 * Gives a person a new passphrase to hand over, inside a transaction; who is signed in under the old one is signed
 * out.
 */
export async function renewPassphrase(
  inside: Querying,
  id: string,
): Promise<{ reader: Reader; passphrase: string }> {
  const passphrase = drawPassphrase();
  return { reader: await setPassphrase(inside, id, passphrase, true), passphrase };
}

async function setPassphrase(
  inside: Querying,
  id: string,
  passphrase: string,
  mustChange: boolean,
): Promise<Reader> {
  const kept = JSON.stringify(await keepSecret(passphrase.normalize("NFKC")));
  const [row] = await inside.query(
    `update readers set passphrase = $2::text::jsonb, must_change = $3, wrong = 0, wait_until = '' where id = $1
     returning ${columns}`,
    [id, kept, mustChange],
  );
  if (!row) throw new Refused(404, "not-found", "no such reader");
  await inside.query("delete from reader_sessions where reader_id = $1", [id]);
  return readerOf(row);
}

/** Lets a person in no more, or again, inside a transaction. Their entries in the log stay. */
export async function closeReader(
  inside: Querying,
  id: string,
  closed: boolean,
  now: number,
): Promise<Reader> {
  const [row] = await inside.query(`update readers set closed_at = $2 where id = $1 returning ${columns}`, [
    id,
    closed ? new Date(now).toISOString() : "",
  ]);
  if (!row) throw new Refused(404, "not-found", "no such reader");
  if (closed) await inside.query("delete from reader_sessions where reader_id = $1", [id]);
  return readerOf(row);
}

export async function listReaders(database: Querying): Promise<Reader[]> {
  const rows = await database.query(`select ${columns} from readers order by closed_at <> '', login`);
  return rows.map(readerOf);
}

export async function findReader(database: Querying, id: string): Promise<Reader | undefined> {
  const [row] = await database.query(`select ${columns} from readers where id = $1 and closed_at = ''`, [id]);
  return row && readerOf(row);
}

/** What a code that was given with a passphrase says of its reader; `none` where they have no second factor. */
type SecondTry = (readerId: string) => Promise<"none" | "missing" | "right" | "wrong">;

/**
 * The reader of this login and passphrase, and of the code where they have a second factor. Who does not exist, was shut
 * out or mistyped gets one answer, after the same work; after five wrong tries in a row, of either, the next waits,
 * whoever tries.
 */
export async function checkPassphrase(
  database: Database,
  login: string,
  passphrase: string,
  now: number,
  second: SecondTry = () => Promise.resolve("none"),
): Promise<Reader> {
  const wrong = new Refused(401, "passphrase-wrong", "the name or the passphrase is wrong");
  const [row] = await database.query(
    `select ${columns}, passphrase, wrong, wait_until from readers where login = $1`,
    [login],
  );
  if (!row) {
    await keepSecret(passphrase);
    throw wrong;
  }
  const id = textIn(row, "id");
  refuseWhileWaiting(row, now);
  const tried = await countTry(database, id);
  const kept = row["passphrase"];
  const isRight = isKept(kept) && (await isThatSecret(passphrase.normalize("NFKC"), kept));
  const isIn = isRight && textIn(row, "closed_at") === "";
  const code = isIn ? await second(id) : "wrong";
  if (code === "missing") {
    await tried.notATry();
    throw new Refused(401, "code-needed", "a code of the second factor is asked for too");
  }
  if (code === "wrong") {
    await tried.wrong(now);
    throw isIn ? new Refused(401, "code-wrong", "not the code of this moment, or used before") : wrong;
  }
  await tried.right();
  return readerOf(row);
}

/** Changes one's own passphrase; every place where one is signed in is signed out. */
export async function changePassphrase(
  database: Database,
  reader: Reader,
  change: { old: string; next: string },
  now: number,
): Promise<void> {
  if (change.next.length < shortestPassphrase || change.next === change.old)
    throw new Refused(400, "passphrase-short", "a new passphrase of at least ten characters");
  await checkPassphrase(database, reader.login, change.old, now);
  await database.transaction((inside) => setPassphrase(inside, reader.id, change.next, false));
}

function isKept(value: unknown): value is KeptSecret {
  return Check(keptSecretSchema, value);
}

function readerOf(row: Row): Reader {
  const role = readerRoles.find((known) => known === row["role"]);
  if (!role) throw new Error("a reader of no known role");
  return {
    id: textIn(row, "id"),
    login: textIn(row, "login"),
    name: textIn(row, "name"),
    office: textIn(row, "office"),
    role,
    scope: textIn(row, "scope"),
    mustChange: row["must_change"] === true,
    secondFactor: row["second_factor"] === true,
    closedAt: textIn(row, "closed_at"),
  };
}
