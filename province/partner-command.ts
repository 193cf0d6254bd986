import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { addPartner, newPartnerSchema, revokePartner } from "./access/partner.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";

/**
 * `partner --name "…" --scope 52.550 --level open`: lets a system be given records and answers its token, shown this
 * once. `partner --revoke ID` takes it back.
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
    options: { name: text, scope: text, level: text, revoke: text },
  });
  const { revoke, ...wanted } = values;
  if (revoke !== "") return { id: revoke, revoked: await revokePartner(database, revoke, now()) };
  if (!Check(newPartnerSchema, wanted))
    throw new Error("partner --name … --scope 52 --level open|conditional|closed, or partner --revoke ID");
  const { partner, token } = await addPartner(database, wanted, now());
  return { ...partner, token };
}
