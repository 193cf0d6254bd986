import { randomBytes } from "node:crypto";
import type { Database } from "./database.ts";

/** How long a run holds without a word of it: what was killed hinders the next no longer than this. */
const leaseSeconds = 120;
const renewEveryMs = 30_000;

/** A run that has a connector for itself. */
export type ConnectorRun = {
  /** Says anew that it runs; false once another took the connector over, as after this machine slept. */
  hold: () => Promise<boolean>;
  end: () => Promise<void>;
};

/**
 * Takes a connector for one run: no other delivers over it until `end`, or until nothing was heard of this one for two
 * minutes by the database's own clock. Answers since when another has it, where one has.
 */
export async function takeRun(
  database: Database,
  connector: string,
  renewEvery = renewEveryMs,
): Promise<ConnectorRun | { since: string }> {
  const token = randomBytes(12).toString("hex");
  const taken = await database.query(
    `update connectors set run_token = $2, run_started = now(),
       run_until = now() + interval '${leaseSeconds} seconds'
     where id = $1 and (run_token = '' or run_until <= now()) returning id`,
    [connector, token],
  );
  if (taken.length === 0) return { since: await startOf(database, connector) };
  const hold = async () => {
    const rows = await database.query(
      `update connectors set run_until = now() + interval '${leaseSeconds} seconds'
       where id = $1 and run_token = $2 returning id`,
      [connector, token],
    );
    return rows.length > 0;
  };
  // For a delivery that takes long; a database that does not answer is met by the run itself.
  const timer = setInterval(() => void hold().catch(() => false), renewEvery);
  return {
    hold,
    async end() {
      clearInterval(timer);
      await database.query("update connectors set run_token = '' where id = $1 and run_token = $2", [
        connector,
        token,
      ]);
    },
  };
}

/** Since when a run is under way; empty where none is. */
export async function runningSince(database: Database, connector: string): Promise<string> {
  const rows = await database.query(
    "select id from connectors where id = $1 and run_token <> '' and run_until > now()",
    [connector],
  );
  return rows.length === 0 ? "" : startOf(database, connector);
}

async function startOf(database: Database, connector: string): Promise<string> {
  const [row] = await database.query(
    `select to_char(run_started at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
     from connectors where id = $1`,
    [connector],
  );
  const since = row?.["since"];
  return typeof since === "string" ? since : "";
}
