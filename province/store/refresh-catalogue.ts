import type { CatalogueRow } from "./catalogue-row.ts";
import { countTables } from "./count-tables.ts";
import { type Database, numberIn, type Querying, textIn } from "./database.ts";
import { noteForMeaning } from "./meaning-tables.ts";
import { offerChanges, takeStamp } from "./offer-changes.ts";
import { pagesOfItem, wordsOfPageRow } from "./pages-of-item.ts";
import { type Catalogued, readFileRows, readItemRows } from "./read-catalogue-rows.ts";
import type { Pace } from "./rest-before.ts";
import { personsMark, wordsOf, writeSearched } from "./search-index.ts";

const unhindered: Pace = { isStopped: () => false, between: () => Promise.resolve() };
const slice = 500;
/** Records looked at in one go for what of them changed. */
const noted = 5000;

/**
 * Brings a district's catalogue, and the words by which machines find files and items (`isFoundLater`), up to its
 * records and words, in slices of a transaction each; answers how many rows were looked at. It may be stopped anywhere
 * and called again, also from another process: they take turns.
 */
export async function refreshCatalogue(
  database: Database,
  district: string,
  now: () => number,
  { isStopped, between }: Pace = unhindered,
): Promise<number> {
  let looked = 0;
  for (let full = true; full && !isStopped();) {
    const changed = await noteChanged(database, district);
    await countTables(database, changed.rows);
    full = changed.full;
  }
  while (!isStopped()) {
    const count = await database.transaction((inside) => makeWaiting(inside, district, now));
    if (count === 0) break;
    looked += count;
    await between();
  }
  return looked;
}

/** The districts that sent anything. */
export async function districtsWithRecords(database: Database): Promise<string[]> {
  const rows = await database.query("select district from feeds order by district");
  return rows.map((row) => textIn(row, "district"));
}

/** What changed in each collection, as the catalogue's rows that are to be made anew. */
const waitFor: Record<string, string> = {
  files: "select district, 'files' as kind, id from changed",
  items: "select district, 'items' as kind, id from changed",
  // A page that was moved is missed where it was, too: every item it was ever in.
  pages: `select district, 'items' as kind, parent as id from changed
    union select a.district, 'items', a.changes->>'itemId' from changed c
      join audit a on a.district = c.district and a.id = c.id and a.changes ? 'itemId'`,
  // A file is described with its fonds, and counts only where that does.
  fonds: `select f.district, 'files' as kind, f.id from changed c
    join records f on f.district = c.district and f.collection = 'files' and f.parent = c.id`,
  // What moved to another batch was changed itself. Where the batch's standing is the same nothing below it is made anew.
  batches: `select f.district, 'files' as kind, f.id from changed c
    join records f on f.district = c.district and f.collection = 'files' and f.state->>'batchId' = c.id`,
};

/** The collections whose changes the catalogue is made of. */
export const cataloguedCollections: readonly string[] = Object.keys(waitFor);

async function noteChanged(database: Database, district: string): Promise<{ rows: number; full: boolean }> {
  let rows = 0;
  let full = false;
  for (const [collection, waiting] of Object.entries(waitFor)) {
    await database.transaction(async (inside) => {
      const seq = await takeMark(inside, district, collection);
      const [row] = await inside.query(
        `with changed as materialized (
           select district, id, parent, seq from records
           where district = $1 and collection = $2 and seq > $3 order by seq limit ${noted}
         ), asked as (
           insert into catalogue_waiting (district, kind, id) select district, kind, id from (${waiting}) as w
         )
         select count(*) as count, coalesce(max(seq), $3) as last from changed`,
        [district, collection, seq],
      );
      if (!row || numberIn(row, "count") === 0) return;
      rows += numberIn(row, "count");
      full ||= numberIn(row, "count") === noted;
      await inside.query("update catalogue_marks set seq = $3 where district = $1 and collection = $2", [
        district,
        collection,
        numberIn(row, "last"),
      ]);
    });
  }
  return { rows, full };
}

async function takeMark(inside: Querying, district: string, collection: string): Promise<number> {
  await inside.query(
    "insert into catalogue_marks (district, collection, seq) values ($1, $2, 0) on conflict do nothing",
    [district, collection],
  );
  const [row] = await inside.query(
    "select seq from catalogue_marks where district = $1 and collection = $2 for update",
    [district, collection],
  );
  return row ? numberIn(row, "seq") : 0;
}

/** Until this transaction ends no row of a district's catalogue is written by another. */
export async function holdCatalogue(inside: Querying, district: string): Promise<void> {
  await takeMark(inside, district, "items");
}

async function makeWaiting(inside: Querying, district: string, now: () => number): Promise<number> {
  // Two that make the same row must not end with what the slower one read before.
  await holdCatalogue(inside, district);
  const waiting = await inside.query(
    // What waits several times is made once, from what is to be seen of it now; and files before their items, which
    // are made anew where their file changed.
    `with next as materialized (
       select kind, id from catalogue_waiting where district = $1 group by kind, id order by kind, id limit ${slice}
     ), taken as (
       delete from catalogue_waiting w using next
       where w.district = $1 and w.kind = next.kind and w.id = next.id
     )
     select kind, id from next`,
    [district],
  );
  const idsOf = (kind: string) =>
    waiting.filter((row) => row["kind"] === kind).map((row) => textIn(row, "id"));
  if (waiting.length === 0) return 0;
  const [files, items] = [idsOf("files"), idsOf("items")];
  await makeFiles(inside, district, files, items);
  if (items.length > 0)
    await writeBoth(inside, district, "items", items, await readItemRows(inside, district, items));
  await noteForMeaning(inside, district, { files, items });
  // Last, for it holds up every district until the transaction ends.
  const stamp = await takeStamp(inside, now());
  await offerChanges(inside, { district, kind: "files", ids: files, stamp });
  await offerChanges(inside, { district, kind: "items", ids: items, stamp });
  return waiting.length;
}

/** Makes files, and lets the items of those that changed wait; not such as are made next anyway. */
async function makeFiles(
  inside: Querying,
  district: string,
  ids: readonly string[],
  next: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const read = await readFileRows(inside, district, ids);
  const { rows } = read;
  const known = await inside.query(
    `select id, basis from catalogue where district = $1 and kind = 'files'
       and id in (select jsonb_array_elements_text($2::jsonb))`,
    [district, JSON.stringify(ids)],
  );
  const before = new Map(known.map((row) => [textIn(row, "id"), textIn(row, "basis")]));
  await writeBoth(inside, district, "files", ids, read);
  const same = new Set(rows.filter(({ id, basis }) => before.get(id) === basis).map(({ id }) => id));
  const changed = ids.filter((id) => !same.has(id));
  await inside.query(
    `insert into catalogue_waiting (district, kind, id)
     select r.district, 'items', r.id from records r where r.district = $1 and r.collection = 'items'
       and r.parent in (select jsonb_array_elements_text($2::jsonb))
       and r.id not in (select jsonb_array_elements_text($3::jsonb))`,
    [district, JSON.stringify(changed), JSON.stringify(next)],
  );
}

async function writeBoth(
  inside: Querying,
  district: string,
  kind: CatalogueRow["kind"],
  ids: readonly string[],
  { records, rows }: Catalogued,
): Promise<void> {
  const heads = new Map(rows.map(({ id, head }) => [id, head]));
  await writeSearched(
    inside,
    { district, collection: kind, ids },
    records.flatMap((record) => {
      const words = heads.get(record.id) ?? wordsOf(kind, record);
      return words ? [{ id: record.id, scope: record.scope, words }] : [];
    }),
  );
  await write(inside, district, kind, ids, rows);
}

/** Writes rows with the words of their records and pages, and takes out those of the ids that have none. */
async function write(
  inside: Querying,
  district: string,
  kind: CatalogueRow["kind"],
  ids: readonly string[],
  rows: readonly CatalogueRow[],
): Promise<void> {
  const stay = new Set(rows.map(({ id }) => id));
  const gone = ids.filter((id) => !stay.has(id));
  if (gone.length > 0)
    await inside.query(
      `delete from catalogue where district = $1 and kind = $2
         and id in (select jsonb_array_elements_text($3::jsonb))`,
      [district, kind, JSON.stringify(gone)],
    );
  const ofPages = `from ${pagesOfItem("$1", "made.id")} join lateral ${wordsOfPageRow} on true where $2 = 'items'`;
  // A tsvector takes 1 MB: of the words of very many pages the first of the alphabet are kept.
  await inside.query(
    `insert into catalogue (district, kind, id, scope, level, fonds, file, successor, type, year, signer, number,
       issuer, begins, ends, accepted, basis, head, words)
     select $1, $2, made.id, made.scope, level, fonds, file, successor, type, year, signer, number, issuer,
       begins, ends, accepted, basis, made.head,
       ts_delete(made.head || case
         when coalesce((select sum(pg_column_size(s.words)) ${ofPages}), 0) < 250000
         then (select words_together(s.words) ${ofPages})
         else (select array_to_tsvector(array(select distinct word from unnest(array(
           select unnest(tsvector_to_array(s.words)) ${ofPages})) as word order by word limit 40000))) end,
         '${personsMark}')
     from (select *, given.head_words::tsvector as head from jsonb_to_recordset($3::jsonb) as given(id text, scope text,
       level smallint, fonds text, file text, successor text, type text, year smallint, signer text, number text,
       issuer text, begins text, ends text, accepted boolean, basis text, head_words text)) as made
     on conflict (district, kind, id) do update set scope = excluded.scope, level = excluded.level,
       fonds = excluded.fonds, file = excluded.file, successor = excluded.successor, type = excluded.type,
       year = excluded.year, signer = excluded.signer, number = excluded.number, issuer = excluded.issuer,
       begins = excluded.begins, ends = excluded.ends, accepted = excluded.accepted, basis = excluded.basis,
       head = excluded.head, words = excluded.words`,
    [
      district,
      kind,
      JSON.stringify(rows.map(({ head, ...row }) => ({ ...row, head_words: head.join(" ") }))),
    ],
  );
}
