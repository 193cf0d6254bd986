import { type Database, numberIn } from "#province/store/database.ts";

const mostCounted = 100_000;

/** Rows that a model is still to look at, counted to 100,000. */
export async function countWaiting(database: Database): Promise<number> {
  const [row] = await database.query(
    `select count(*) as count from (select 1 as one from meaning_waiting limit ${mostCounted}) as counted`,
  );
  return row ? numberIn(row, "count") : 0;
}

/**
 * Whether rows wait still that were there when the model came: until then not all is found. What came later is not
 * asked about, so the answer tells nothing of any record.
 */
export async function isFirstMaking(database: Database): Promise<boolean> {
  const [row] = await database.query(
    `select 1 as one from meaning_marks k where exists (
       select 1 from meaning_waiting w where w.district = k.district and w.number <= k.first_until) limit 1`,
  );
  return row !== undefined;
}
