import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { newReaderSchema } from "#shared/portal/reader.ts";
import { letReaderIn, resetFactor } from "./access/let-in.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { listReaders } from "./portal/readers.ts";
import { byCommand, reasonGiven } from "./store/note-act.ts";

/**
 * `reader --login lan.nt --name "…" --office "…" --role archivist --scope 52 --reason "…"`: lets a person read in the portal and
 * answers the passphrase to hand over. The first administrator is let in so; they let in the others on the screen.
 * `reader --login lan.nt --reset-factor --reason "…"` takes a second factor away whose phone was lost. The reason stays in
 * the audit, and without one nothing is done.
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
      "reset-factor": { type: "boolean", default: false },
    },
  });
  const { reason: said, "reset-factor": reset, ...wanted } = values;
  const reason = reasonGiven(said);
  if (reset) return resetByCommand(database, wanted.login, reason, now());
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
  const reader = (await listReaders(database)).find((one) => one.login === login);
  if (!reader) throw new Error(`nobody signs in as ${login}`);
  return { login, reset: await resetFactor(database, reader, { by: byCommand, reason }, now) };
}
