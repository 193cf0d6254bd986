import type { Conflict } from "#shared/archive/conflict.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { type AuditEntry, type AuditSource, changesBetween } from "./audit.ts";
import type { Querying } from "./database.ts";
import type { Feed } from "./feed.ts";
import { type Change, writeChanges } from "./write-changes.ts";

/** What was noticed in merging one pushed state, and that state's hash. */
export type Noticed = { id: string; hash: string; conflicts: readonly Conflict[] };

/**
 * Keeps the conflicts noticed in a push as records of their own, in the push's transaction; answers those it wrote.
 * Left out are those it holds already, and those of a state that is pushed again because its answer was lost: who
 * changed the record since then knew it. `since` is where the feed stood before the push.
 */
export async function keepConflicts(
  inside: Querying,
  push: {
    district: string;
    feed: Feed;
    since: number;
    at: string;
    by: Pick<AuditSource, "deviceId" | "role">;
  },
  noticed: readonly Noticed[],
): Promise<Conflict[]> {
  const { district, feed, at, by } = push;
  const found = noticed.filter(({ conflicts }) => conflicts.length > 0);
  if (found.length === 0) return [];
  const repeated = await findRepeated(inside, push, found);
  const fresh = new Map<string, Conflict>();
  for (const { id, hash, conflicts } of found) {
    if (repeated.has(`${id} ${hash}`)) continue;
    for (const conflict of conflicts) fresh.set(conflict.id, conflict);
  }
  const rows = await inside.query(
    `select id from records where district = $1 and collection = 'conflicts'
       and id in (select jsonb_array_elements_text($2::jsonb))`,
    [district, JSON.stringify([...fresh.keys()])],
  );
  for (const row of rows) fresh.delete(String(row["id"]));
  if (fresh.size === 0) return [];
  const changes: Change[] = [];
  const audit: AuditEntry[] = [];
  for (const conflict of fresh.values()) {
    feed.seq += 1;
    const { seq } = feed;
    const hash = hashOfRecord(conflict);
    changes.push({ seq, state: conflict, hash });
    audit.push({ seq, id: conflict.id, hash, ...changesBetween("conflicts", undefined, conflict) });
  }
  await writeChanges(inside, { collection: "conflicts", district, feed, at, by }, changes, audit);
  return [...fresh.values()];
}

/** Of the pushed states, those that the store held as they are before this push: id and hash. */
export async function findRepeated(
  inside: Querying,
  { district, since }: { district: string; since: number },
  pushed: readonly Noticed[],
): Promise<ReadonlySet<string>> {
  const rows = await inside.query(
    `select audit.id, audit.hash from audit
     join jsonb_to_recordset($2::jsonb) as pushed(id text, hash text)
       on pushed.id = audit.id and pushed.hash = audit.hash
     where audit.district = $1 and audit.seq <= $3`,
    [district, JSON.stringify(pushed.map(({ id, hash }) => ({ id, hash }))), since],
  );
  return new Set(rows.map((row) => `${String(row["id"])} ${String(row["hash"])}`));
}
