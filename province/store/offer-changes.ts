import type { CatalogueRow } from "./catalogue-row.ts";
import { numberIn, type Querying, textIn } from "./database.ts";

/** The level of a record that is offered to nobody any more. */
export const nobody = 9;

/*
 * Which record is offered since when. A harvester comes back with the last second it was told of, so nothing may ever
 * be written at a second that was told: `harvest_clock` holds the last one. Who writes takes its row until the commit
 * and writes at a later second; who answers moves it on, which waits for those who write (`tellUpTo`). So whatever the
 * clocks of machines do, and in whatever order transactions end, what comes after an answer comes at a later second.
 */

/** The second at which this transaction's changes are offered. No other can offer or be told until it ends. */
export async function takeStamp(inside: Querying, now: number): Promise<number> {
  await inside.query("insert into harvest_clock (one, told) values (1, 0) on conflict do nothing");
  const [row] = await inside.query("select told from harvest_clock where one = 1 for update");
  return Math.max(secondOf(now), row ? numberIn(row, "told") + 1 : 0);
}

/**
 * The last second, since 1970, of which everything is to be seen from now on and nothing will be added: the one before
 * the second under way, or, where the clock was set back, one more than was told before.
 */
export async function tellUpTo(database: Querying, now: number): Promise<number> {
  const [row] = await database.query(
    `insert into harvest_clock as clock (one, told) values (1, $1::bigint - 1)
     on conflict (one) do update set told = greatest(clock.told, $1::bigint - 1,
       case when $1::bigint < clock.told then clock.told + 1 else 0 end)
     returning told`,
    [secondOf(now)],
  );
  return row ? numberIn(row, "told") : 0;
}

function secondOf(now: number): number {
  return Math.floor(now / 1000);
}

/**
 * Offers what changed of these rows of the catalogue, as it was just written, and takes back what it has no more or
 * whose batch is not accepted. A file changes with its documents too, for it is described with their number and dates.
 */
export async function offerChanges(
  inside: Querying,
  changed: { district: string; kind: CatalogueRow["kind"]; ids: readonly string[]; stamp: number },
): Promise<void> {
  const { district, kind, ids, stamp } = changed;
  if (ids.length === 0) return;
  const rows = await inside.query(
    `with key as (select distinct id from jsonb_array_elements_text($3::jsonb) as given(id)
     ), before as (
       select h.id, h.file from harvest h join key on key.id = h.id where h.district = $1 and h.kind = $2
     ), made as (
       select c.id, c.scope, case when c.accepted then c.level else ${nobody} end as level, c.fonds, c.file, r.hash_high || '.' || r.hash_low ||
         case when $2 = 'files' then coalesce('/' || o.hash_high || '.' || o.hash_low, '') else '' end as content
       from key join catalogue c on c.district = $1 and c.kind = $2 and c.id = key.id
       join records r on r.district = $1 and r.collection = $2 and r.id = key.id
       left join records o on o.district = $1 and o.collection = 'fonds' and o.id = c.fonds
     ), offered as (
       insert into harvest as h (district, kind, id, scope, level, widest, fonds, file, content, stamp)
       select $1, $2, id, scope, level, level, fonds, file, content, $4::bigint from made
       on conflict (district, kind, id) do update set scope = excluded.scope, level = excluded.level,
         widest = least(h.widest, excluded.level), fonds = excluded.fonds, file = excluded.file,
         content = excluded.content, stamp = excluded.stamp
         where (h.scope, h.level, h.fonds, h.file, h.content)
           is distinct from (excluded.scope, excluded.level, excluded.fonds, excluded.file, excluded.content)
       returning h.id, h.file
     ), gone as (
       update harvest h set level = ${nobody}, stamp = $4::bigint
       where h.district = $1 and h.kind = $2 and h.level <> ${nobody} and h.id in (select id from key)
         and h.id not in (select id from made)
       returning h.id, h.file
     ), moved as (select id, file from offered union all select id, file from gone)
     select file from moved union select before.file from before join moved on moved.id = before.id`,
    [district, kind, JSON.stringify(ids), stamp],
  );
  if (kind !== "items" || rows.length === 0) return;
  await inside.query(
    `update harvest set stamp = $3 where district = $1 and kind = 'files' and level <> ${nobody}
       and id in (select jsonb_array_elements_text($2::jsonb))`,
    [district, JSON.stringify(rows.map((row) => textIn(row, "file"))), stamp],
  );
}
