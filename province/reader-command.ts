import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { type IdentityNote, identityNoteSchema } from "#shared/contract/portal-provider.ts";
import { newReaderSchema, type Reader } from "#shared/portal/reader.ts";
import { letReaderIn, resetFactor } from "./access/let-in.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { noteIdentity } from "./portal/oidc/identities.ts";
import { listReaders } from "./portal/readers.ts";
import { byCommand, reasonGiven } from "./store/note-act.ts";

/**
 * `reader --login lan.nt --name "…" --office "…" --role archivist --scope 52 --reason "…"`: lets a person read in the portal and
 * answers the passphrase to hand over. The first administrator is let in so; they let in the others on the screen.
 * `reader --login lan.nt --reset-factor --reason "…"` takes a second factor away whose phone was lost, and
 * `reader --login quan.tv --identity quan.tv@… --reason "…"` notes as whom a person is known at a provider: of the first
 * administrator nobody else can. The reason stays in the audit, and without one nothing is done.
 */
export async function readerCommand(
  database: Database,
  words: readonly string[],
  now: () => number,
): Promise<Record<string, string | boolean>> {
  await migrate(database, now);
  const text = { type: "string", default: "" } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...{ login: text, name: text, office: text, role: text, scope: text, reason: text },
      ...{ "reset-factor": { type: "boolean", default: false }, identity: { type: "string" } },
    },
  });
  const { reason: said, "reset-factor": reset, identity, ...wanted } = values;
  const reason = reasonGiven(said);
  if (reset) return resetByCommand(database, wanted.login, reason, now());
  if (identity !== undefined)
    return noteByCommand(database, wanted.login, { noted: identity, reason }, now());
  if (!Check(newReaderSchema, wanted))
    throw new Error("reader --login lan.nt --name … --office … --role ROLE --scope 52 --reason …");
  const { reader, passphrase } = await letReaderIn(database, wanted, { by: byCommand, reason }, now());
  return { id: reader.id, login: reader.login, role: reader.role, scope: reader.scope, passphrase };
}

async function resetByCommand(
  database: Database,
  login: string,
  reason: string,
  now: number,
): Promise<Record<string, string | boolean>> {
  const reader = await readerWith(database, login);
  return { login, reset: await resetFactor(database, reader, { by: byCommand, reason }, now) };
}

async function noteByCommand(
  database: Database,
  login: string,
  note: IdentityNote,
  now: number,
): Promise<Record<string, string>> {
  if (!Check(identityNoteSchema, note))
    throw new Error(
      "reader --login … --identity ACCOUNT --reason …: 2 to 200 letters without accents or spaces",
    );
  const reader = await readerWith(database, login);
  await noteIdentity(database, reader, note.noted, { by: byCommand, reason: note.reason }, now);
  return { login, identity: note.noted };
}

async function readerWith(database: Database, login: string): Promise<Reader> {
  const reader = (await listReaders(database)).find((one) => one.login === login);
  if (!reader) throw new Error(`nobody signs in as ${login}`);
  return reader;
}
