import type { PortalIdentity } from "#shared/contract/portal-provider.ts";
import { identityPattern } from "#shared/portal/identity.ts";
import { provinceOf } from "#shared/archive/unit.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { findReader } from "#province/portal/readers.ts";
import { Refused } from "#province/routes/typed.ts";
import { type Database, type Querying, textIn } from "#province/store/database.ts";
import { type Administrator, noteAct } from "#province/store/note-act.ts";
import type { ProviderIdentity } from "./ask-provider.ts";

type Why = { by: Administrator; reason: string };

/** What administrators noted of people, and whom of them a provider has let in. */
export async function listIdentities(database: Querying): Promise<PortalIdentity[]> {
  const rows = await database.query(
    "select reader_id, noted, bound_at from reader_identities order by noted",
  );
  return rows.map((row) => ({
    readerId: textIn(row, "reader_id"),
    noted: textIn(row, "noted"),
    boundAt: textIn(row, "bound_at"),
  }));
}

/**
 * Notes as whom a person is known at the provider, or nothing any more, with the reason in the audit. Who was bound to
 * another identity is so no longer, and whoever is signed in by it is signed out.
 */
export async function noteIdentity(
  database: Database,
  { id, login, name, scope }: Reader,
  noted: string,
  { by, reason }: Why,
  now: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    const [before] = await inside.query("select noted from reader_identities where reader_id = $1", [id]);
    if ((before ? textIn(before, "noted") : "") === noted) return;
    const others = await inside.query(
      "select 1 as there from reader_identities where lower(noted) = lower($1) and reader_id <> $2",
      [noted, id],
    );
    if (others.length > 0) throw new Refused(409, "identity-taken", "noted of another person");
    await inside.query("delete from reader_identities where reader_id = $1", [id]);
    if (noted !== "")
      await inside.query("insert into reader_identities (reader_id, noted) values ($1, $2)", [id, noted]);
    await signOut(inside, id);
    const changes = { act: "identity-noted", reason, login, name, noted };
    await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by }, now);
  });
}

/** Unbinds a person from the account at the provider; the next that is known as was noted is bound anew. */
export async function unbindIdentity(
  database: Database,
  { id, login, name, scope }: Reader,
  { by, reason }: Why,
  now: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    const rows = await inside.query(
      `update reader_identities set issuer = '', subject = '', bound_at = ''
       where reader_id = $1 and subject <> '' returning noted`,
      [id],
    );
    if (rows.length === 0) throw new Refused(409, "identity-none", "bound to no account");
    await signOut(inside, id);
    const changes = { act: "identity-unbound", reason, login, name };
    await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by }, now);
  });
}

/** Ends what was begun by the provider; who is signed in by their passphrase stays so. */
async function signOut(inside: Querying, id: string): Promise<void> {
  await inside.query("delete from reader_sessions where reader_id = $1 and entered_by <> 'passphrase'", [id]);
  await inside.query("delete from provider_entries where reader_id = $1", [id]);
}

/**
 * The person whom a provider let in: who is bound to its issuer and subject, or else who is bound to nobody yet and noted
 * as it vouches for, and is bound to it by this. Nobody is made, and nobody who was shut out is let in or bound.
 */
export async function personOfIdentity(
  database: Database,
  { issuer, subject, known }: ProviderIdentity,
  now: number,
): Promise<Reader> {
  return database.transaction(async (inside) => {
    const [bound] = await inside.query(
      "select reader_id from reader_identities where issuer = $1 and subject = $2",
      [issuer, subject],
    );
    if (bound) return stillIn(inside, textIn(bound, "reader_id"));
    if (known === undefined) throw new Refused(401, "oidc-unverified", "the provider does not vouch for it");
    // Beyond ASCII two names can be one once they are folded: the sign for kelvin is a small k then.
    const noted = new RegExp(identityPattern).test(known)
      ? await inside.query(
          "select reader_id, subject from reader_identities where lower(noted) = lower($1) for update",
          [known],
        )
      : [];
    const [row] = noted;
    if (!row) throw new Refused(401, "oidc-unknown", "nobody is noted so");
    if (textIn(row, "subject") !== "") throw new Refused(401, "oidc-other", "bound to another account");
    const reader = await stillIn(inside, textIn(row, "reader_id"));
    const { id, login, name, role, scope } = reader;
    await inside.query(
      "update reader_identities set issuer = $2, subject = $3, bound_at = $4 where reader_id = $1",
      [id, issuer, subject, new Date(now).toISOString()],
    );
    const changes = { act: "identity-bound", login, name, issuer, subject, known };
    await noteAct(inside, { scope: provinceOf(scope), kind: "readers", id, changes, by: { id, role } }, now);
    return reader;
  });
}

async function stillIn(inside: Querying, id: string): Promise<Reader> {
  const reader = await findReader(inside, id);
  if (!reader) throw new Refused(401, "oidc-closed", "shut out");
  return reader;
}
