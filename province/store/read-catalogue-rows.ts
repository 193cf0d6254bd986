import { isAccepted } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { type CatalogueRow, type OnPages, rowOfFile, rowOfItem } from "./catalogue-row.ts";
import { type Querying, type Row, textIn } from "./database.ts";
import { pagesOfItem, wordsOfPageRow } from "./pages-of-item.ts";
import { isFile, isItem } from "./record-shape.ts";
import { personsMark } from "./search-index.ts";

const batchOf = (file: string) => `left join records b on b.district = ${file}.district
  and b.collection = 'batches' and b.id = ${file}.state->>'batchId' and b.state->>'withdrawn' = ''`;

/** Records, and how they are to be catalogued; those that nobody finds have no row. */
export type Catalogued = { records: (ArchiveFile | Item)[]; rows: CatalogueRow[] };

/** These files of a district by their records of this moment. */
export async function readFileRows(
  inside: Querying,
  district: string,
  ids: readonly string[],
): Promise<Catalogued> {
  if (ids.length === 0) return { records: [], rows: [] };
  const found = await inside.query(
    `select r.state as file, coalesce(b.state->>'state', '') as batch,
       coalesce(f.state->>'withdrawn', '') as fonds_gone from records r
     left join records f on f.district = r.district and f.collection = 'fonds' and f.id = r.parent
     ${batchOf("r")}
     where r.district = $1 and r.collection = 'files'
       and r.id in (select jsonb_array_elements_text($2::jsonb))`,
    [district, JSON.stringify(ids)],
  );
  return {
    records: found.map(({ file }) => file).filter(isFile),
    rows: found.flatMap((row) => {
      const { file } = row;
      if (!isFile(file) || row["fonds_gone"] !== "") return [];
      return rowOfFile(file, isAccepted(textIn(row, "batch"))) ?? [];
    }),
  };
}

/** As `readFileRows`, of items: their file, their fonds and what was met on their pages count too. */
export async function readItemRows(
  inside: Querying,
  district: string,
  ids: readonly string[],
): Promise<Catalogued> {
  if (ids.length === 0) return { records: [], rows: [] };
  // Asked of each item's own pages: as `exists` the server may read all pages of the district once a slice.
  const found = await inside.query(
    `select r.state as item, f.state as file, coalesce(b.state->>'state', '') as batch,
       coalesce(o.state->>'withdrawn', '') as fonds_gone,
       pages.secret, pages.personal
     from records r
     join records f on f.district = r.district and f.collection = 'files' and f.id = r.parent
     left join records o on o.district = f.district and o.collection = 'fonds' and o.id = f.parent
     ${batchOf("f")}
     left join lateral (
       select bool_or(p.state->>'hold' = 'secret' and p.state->>'notSecret' = '') as secret,
         bool_or(s.words @@ '''${personsMark}'''::tsquery) as personal
       from ${pagesOfItem("r.district", "r.id")} left join lateral ${wordsOfPageRow} on true) as pages on true
     where r.district = $1 and r.collection = 'items'
       and r.id in (select jsonb_array_elements_text($2::jsonb))`,
    [district, JSON.stringify(ids)],
  );
  const records = found.map(({ item }) => item).filter(isItem);
  const withFile = new Set(records.map(({ id }) => id));
  const alone = ids.filter((id) => !withFile.has(id));
  return {
    records: [...records, ...(await readWithoutFile(inside, district, alone))],
    rows: found.flatMap((row) => readItem(row) ?? []),
  };
}

/** Items whose file did not come: asked apart, for a join that may miss it would let the server read all there are. */
async function readWithoutFile(inside: Querying, district: string, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const found = await inside.query(
    `select state from records where district = $1 and collection = 'items'
       and id in (select jsonb_array_elements_text($2::jsonb))`,
    [district, JSON.stringify(ids)],
  );
  return found.map(({ state }) => state).filter(isItem);
}

function readItem(row: Row): CatalogueRow | undefined {
  const { item, file } = row;
  if (!isItem(item) || !isFile(file) || row["fonds_gone"] !== "") return undefined;
  const pages: OnPages = { personal: row["personal"] === true, secret: row["secret"] === true };
  return rowOfItem(item, file, { ...pages, accepted: isAccepted(textIn(row, "batch")) });
}
