import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import type { Reader as Person } from "#shared/portal/reader.ts";
import { readableBy } from "#province/access/reader.ts";
import { Refused } from "#province/routes/typed.ts";
import { hitsOf, type Named } from "#province/store/catalogue-hits.ts";
import { type Database, numberIn, type Param, textIn } from "#province/store/database.ts";
import { narrowedBy } from "#province/store/narrow-catalogue.ts";
import { findsOf } from "./may-open.ts";

/** A file that a person may find, with those of its documents that they may find, in the order of the file. */
export type FoundFile = { hit: CatalogueHit; district: string; items: CatalogueHit[]; total: number };

/** Documents of a file that are answered at once. */
const part = 100;

/**
 * Finds a file and, `from` the first or a later one on, its documents by the rule of the search itself: neither is
 * shown or counted that the person would not find. Throws `not-found`.
 */
export async function findFile(
  store: { database: Database } & Named,
  person: Person,
  id: string,
  from: number,
): Promise<FoundFile> {
  const { database } = store;
  const { masked } = findsOf(person).reader;
  const own = askAs(store, person);
  const [found] = await database.query(
    `select c.district from catalogue c where c.kind = 'files' and c.id = ${own.place(id)} and ${own.rule}
     order by c.district limit 1`,
    own.params,
  );
  const district = found && textIn(found, "district");
  if (district === undefined) throw new Refused(404, "not-found", "no such file to be read");
  const within = askAs(store, person);
  const inFile = `c.kind = 'items' and c.district = ${within.place(district)} and c.file = ${within.place(id)}`;
  const rows = await database.query(
    `select c.id, count(*) over () as total from catalogue c
     join records r on r.district = c.district and r.collection = 'items' and r.id = c.id
     where ${inFile} and ${within.rule}
     order by (r.state->>'ordinal')::integer, c.id offset ${within.place(from)}::bigint limit ${part}`,
    within.params,
  );
  const keys = rows.map((row) => ({ district, kind: "items" as const, id: textIn(row, "id") }));
  const [[hit], items] = await Promise.all([
    hitsOf(database, [{ district, kind: "files", id }], [], { ...store, masked }),
    hitsOf(database, keys, [], { ...store, masked }),
  ]);
  if (!hit) throw new Refused(404, "not-found", "no such file to be read");
  return { hit, district, items, total: rows[0] ? numberIn(rows[0], "total") : from };
}

/** Whether a person may find the file that a document is in: a document may be open that lies in a closed file. */
export async function mayFindFile(
  store: { database: Database } & Named,
  person: Person,
  { district, id }: { district: string; id: string },
): Promise<boolean> {
  const { params, place, rule } = askAs(store, person);
  const rows = await store.database.query(
    `select 1 as one from catalogue c where c.kind = 'files' and c.district = ${place(district)}
       and c.id = ${place(id)} and ${rule}`,
    params,
  );
  return rows.length > 0;
}

/** The parameters of a statement that begins with the rule of what a person finds in the catalogue, `c`. */
function askAs({ successors }: Named, person: Person) {
  const params: Param[] = [];
  const place = (value: Param) => `$${params.push(value)}`;
  const { reader, filter } = findsOf(person);
  const rule = [readableBy(reader, "c", place), ...narrowedBy(filter, successors, place)].join(" and ");
  return { params, place, rule };
}
