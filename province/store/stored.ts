import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Parent } from "#shared/replication/parents.ts";
import { type Querying, textIn } from "./database.ts";
import { recordIn } from "./record-shape.ts";
import { hashText } from "./write-changes.ts";

/** A record as the store holds it. */
export type Stored = { state: ArchiveRecord; hash: string; district: string };

/** The stored records of these ids, in whichever districts they lie. */
export async function readStored(
  inside: Querying,
  collection: CollectionName,
  records: readonly ArchiveRecord[],
): Promise<Map<string, Stored[]>> {
  const rows = await inside.query(
    `select id, district, state, ${hashText} as hash from records
     where collection = $1 and id in (select jsonb_array_elements_text($2::jsonb))`,
    [collection, JSON.stringify(records.map(({ id }) => id))],
  );
  const stored = new Map<string, Stored[]>();
  for (const row of rows) {
    const entry = {
      state: recordIn(row["state"]),
      hash: textIn(row, "hash"),
      district: textIn(row, "district"),
    };
    stored.set(entry.state.id, [...(stored.get(entry.state.id) ?? []), entry]);
  }
  return stored;
}

/** The scopes of those of these records that a district has, by `keyOf`; asks nothing where there are none. */
export async function findScopes(
  inside: Querying,
  district: string,
  wanted: ReadonlyMap<string, Parent>,
): Promise<ReadonlyMap<string, string>> {
  if (wanted.size === 0) return new Map();
  const rows = await inside.query(
    `select r.collection, r.id, r.scope from jsonb_to_recordset($2::jsonb) as wanted(collection text, id text)
     join records r on r.district = $1 and r.collection = wanted.collection and r.id = wanted.id`,
    [district, JSON.stringify([...wanted.values()])],
  );
  return new Map(
    rows.map((row) => [`${textIn(row, "collection")}/${textIn(row, "id")}`, textIn(row, "scope")]),
  );
}

export function keyOf({ collection, id }: Parent): string {
  return `${collection}/${id}`;
}
