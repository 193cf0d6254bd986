import { setTimeout as wait } from "node:timers/promises";
import { verifyAudit } from "#province/store/audit.ts";
import { type Database, numberIn, type Querying, textIn } from "#province/store/database.ts";
import { districtsWithRecords } from "#province/store/refresh-catalogue.ts";

/** How the chains of all districts' audits stood when they were last walked. */
export type AuditStanding = {
  districts: number;
  /** When the one that was looked at longest ago was (ISO 8601); empty where one was never. */
  checkedAt: string;
  entries: number;
  broken: number;
};

const day = 24 * 3_600_000;
/** Between two parts of a thousand entries, for who else needs the machine. */
const rest = 20;

/** How the chains stood at the last walk. */
export async function readAuditChecks(database: Querying): Promise<AuditStanding> {
  const [row] = await database.query(
    `select count(*) as districts, coalesce(min(coalesce(c.at, '')), '') as at,
       coalesce(sum(c.entries), 0)::bigint as entries, count(c.broken_at) as broken
     from feeds f left join audit_checks c on c.district = f.district`,
  );
  if (!row) throw new Error("no standing of the audit");
  return {
    districts: numberIn(row, "districts"),
    checkedAt: textIn(row, "at"),
    entries: numberIn(row, "entries"),
    broken: numberIn(row, "broken"),
  };
}

/** Walks the chain of each district once and notes how it stands; answers the districts whose chain is broken. */
export async function checkAudit(
  database: Database,
  now: () => number,
  pause?: () => Promise<void>,
): Promise<string[]> {
  const broken: string[] = [];
  for (const district of await districtsWithRecords(database)) {
    const { entries, brokenAt } = await verifyAudit(database, district, pause);
    if (brokenAt !== undefined) broken.push(district);
    await database.query(
      `insert into audit_checks (district, at, entries, broken_at) values ($1, $2, $3, $4)
       on conflict (district) do update set at = excluded.at, entries = excluded.entries,
         broken_at = excluded.broken_at`,
      [district, new Date(now()).toISOString(), entries, brokenAt ?? null],
    );
  }
  return broken;
}

/**
 * Walks the chains once a day beside the other work, from where the last walk is a day old; a broken one is reported.
 * Answers how to stop it, within the part under way.
 */
export function watchAudit(
  database: Database,
  report: (fault: unknown) => void,
  now: () => number,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (milliseconds: number) => wait(milliseconds, undefined, { signal, ref: false });
  const work = async () => {
    for (;;) {
      await pause(60_000);
      const { checkedAt, districts } = await readAuditChecks(database);
      const due = checkedAt === "" || Date.parse(checkedAt) + day <= now();
      if (districts === 0 || !due) continue;
      const broken = await checkAudit(database, now, () => pause(rest));
      for (const district of broken)
        report(new Error(`the audit of ${district} does not follow from itself`));
    }
  };
  const keep = async () => {
    while (!signal.aborted)
      await work().catch((fault: unknown) => {
        if (!signal.aborted) report(fault);
      });
  };
  const kept = keep();
  return async () => {
    stopping.abort();
    await kept;
  };
}
