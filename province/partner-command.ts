import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { newPartnerSchema } from "#shared/contract/portal-admin.ts";
import { letPartnerIn, withdrawPartner } from "./access/let-in.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { byCommand, reasonGiven } from "./store/note-act.ts";

/**
 * `partner --name "…" --scope 52.550 --level open --pdfs reading --reason "…"`: lets a system be given records and answers its token, shown this
 * once. `partner --revoke ID --reason "…"` takes it back. The reason stays in the audit, and without one
 * nothing is done.
 */
export async function partnerCommand(
  database: Database,
  words: readonly string[],
  now: () => number,
): Promise<Record<string, string | boolean>> {
  await migrate(database, now);
  const text = { type: "string", default: "" } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...{ name: text, scope: text, level: text, revoke: text, reason: text },
      pdfs: { type: "string", default: "none" },
    },
  });
  const { revoke, reason, ...wanted } = values;
  const why = { by: byCommand, reason: reasonGiven(reason) };
  if (revoke !== "") return { id: revoke, revoked: await withdrawPartner(database, revoke, why, now()) };
  if (!Check(newPartnerSchema, wanted))
    throw new Error(
      "partner --name … --scope 52 --level open|conditional|closed [--pdfs reading|archival] --reason …, or partner --revoke ID",
    );
  const { partner, token } = await letPartnerIn(database, wanted, why, now());
  return { ...partner, token };
}
