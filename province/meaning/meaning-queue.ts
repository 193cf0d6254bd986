import { type Database, numberIn, type Querying, type Row, textIn } from "#province/store/database.ts";
import { numberList } from "#province/store/lists.ts";
import { holdCatalogue } from "#province/store/refresh-catalogue.ts";
import type { ModelName } from "./embed-texts.ts";
import type { RowKey } from "./read-pieces.ts";
import type { VectorStore } from "./vector-store.ts";

/** A row that is to be looked at, under each number that it was noted by. */
export type WaitingRow = RowKey & { number: number };

/**
 * Sees to it that a district's rows are all to be looked at by this model; where another made its vectors, these go.
 * Nothing is written to the catalogue meanwhile, so that no row is passed over.
 */
export async function markDistrict(
  database: Database,
  vectors: VectorStore,
  district: string,
  { model, dimensions }: ModelName,
): Promise<void> {
  const isMarked = async (inside: Querying) => {
    const [mark] = await inside.query(
      "select model from meaning_marks where district = $1 and model = $2 and dimensions = $3",
      [district, model, dimensions],
    );
    return mark !== undefined;
  };
  if (await isMarked(database)) return;
  await database.transaction(async (inside) => {
    await holdCatalogue(inside, district);
    if (await isMarked(inside)) return;
    await vectors.forget(inside, district);
    await inside.query("delete from meaning_waiting where district = $1", [district]);
    await inside.query(
      `with noted as (
         insert into meaning_waiting (district, kind, id)
         select district, kind, id from catalogue where district = $1 order by kind, id returning number)
       insert into meaning_marks (district, model, dimensions, first_until)
       select $1, $2, $3::integer, coalesce(max(number), 0) from noted
       on conflict (district) do update set model = excluded.model, dimensions = excluded.dimensions,
         first_until = excluded.first_until`,
      [district, model, dimensions],
    );
  });
}

/** The next rows of a district, in the order in which they were noted; none is taken. `gone` are those that the catalogue has no more. */
export async function nextRows(
  database: Querying,
  district: string,
  limit: number,
  only: "all" | "gone",
): Promise<WaitingRow[]> {
  const rows = await database.query(
    `select w.number, w.kind, w.id from meaning_waiting w where w.district = $1
       ${only === "all" ? "" : "and not exists (select 1 from catalogue c where c.district = w.district and c.kind = w.kind and c.id = w.id)"}
     order by w.number limit $2::bigint`,
    [district, limit],
  );
  return rows.map((row) => ({ ...keyIn(row), number: numberIn(row, "number") }));
}

/**
 * Takes rows that were looked at out of the queue; answers those that were still in it. What another process has taken
 * meanwhile is its to write, and what was noted since stays.
 */
export async function takeRows(
  inside: Querying,
  district: string,
  rows: readonly WaitingRow[],
): Promise<RowKey[]> {
  const taken = await inside.query(
    `delete from meaning_waiting where district = $1 and number = any($2::text::bigint[]) returning kind, id`,
    [district, numberList(rows.map(({ number }) => number))],
  );
  return distinctKeys(taken.map(keyIn));
}

/** Each row once. */
export function distinctKeys(rows: readonly RowKey[]): RowKey[] {
  return [...new Map(rows.map(({ kind, id }) => [rowName({ kind, id }), { kind, id }])).values()];
}

/** A row by one name, within its district. */
export function rowName({ kind, id }: RowKey): string {
  return `${kind}/${id}`;
}

function keyIn(row: Row): RowKey {
  return { kind: row["kind"] === "files" ? "files" : "items", id: textIn(row, "id") };
}
