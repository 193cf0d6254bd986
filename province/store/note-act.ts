import { Check } from "typebox/value";
import { actReasonSchema } from "#shared/contract/portal-admin.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { districtOf } from "#shared/archive/unit.ts";
import { type Administered, chainEntries } from "./audit.ts";
import type { Querying } from "./database.ts";
import { moveFeed, takeFeed } from "./feed.ts";

/** Who administers: a person of the portal by their id, whoever gives a command on the province's own machine, or its settings. */
export type Administrator = { id: string; role: string };

export const byCommand: Administrator = { id: "command", role: "" };

/** Nobody: what the settings of the province's process say, done at its start. */
export const bySettings: Administrator = { id: "settings", role: "" };

/** The reason given with a command, as long as the screen asks it to be; throws where it tells nothing. */
export function reasonGiven(text: string): string {
  const reason = text.trim();
  if (Check(actReasonSchema, { reason })) return reason;
  throw new Error(
    'nothing was changed: say why with --reason "…" (5 to 500 characters); it stays in the audit',
  );
}

/** Nobody on that day: what was decided ahead comes into force by itself. */
export const bySchedule: Administrator = { id: "schedule", role: "" };

/** An act of administration: what was done to whom, of which unit. */
export type AdministrativeAct = {
  scope: string;
  kind: Administered;
  id: string;
  changes: Readonly<Record<string, string>>;
  by: Administrator;
};

/**
 * Notes an act of administration in the audit of the district that it is about, chained like every change of a record.
 * Call it inside the transaction that does the act.
 */
export async function noteAct(
  inside: Querying,
  { scope, kind, id, changes, by }: AdministrativeAct,
  now: number,
): Promise<void> {
  const district = districtOf(scope);
  const feed = await takeFeed(inside, district);
  const seq = feed.seq + 1;
  const at = new Date(now).toISOString();
  const text = canonicalJson({ ...changes });
  const hash = digestOfText(text).slice(0, 32);
  const source = { at, deviceId: by.id, role: by.role, collection: kind };
  const [chain = feed.chain] = chainEntries(district, feed.chain, source, [{ seq, id, changes: text, hash }]);
  await inside.query(
    `insert into audit (district, seq, at, device_id, role, collection, id, changes, hash, chain)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`,
    [district, seq, at, by.id, by.role, kind, id, text, hash, chain],
  );
  await moveFeed(inside, district, { ...feed, seq, chain });
}
