import type { Querying } from "./database.ts";

/**
 * Of which districts a model makes vectors, and which rows of the catalogue it is still to look at. The vectors' own table
 * is made where PostgreSQL can keep any (`meaning/pgvector-store.ts`).
 */
export const meaningTables: readonly string[] = [
  // `first_until`: the last number of the rows that were there as the model came: before they are made not all is found.
  `create table meaning_marks (
    district text primary key, model text not null, dimensions integer not null, first_until bigint not null)`,
  `create table meaning_waiting (
    district text not null, number bigserial, kind text not null, id text not null,
    primary key (district, number))`,
];

/** What is made anew with the vectors, and is in no backup. */
export const remadeTables = ["meanings", "meaning_marks", "meaning_waiting"] as const;

/** Notes rows of the catalogue as they are written, in their transaction; of a district without a model nothing. */
export async function noteForMeaning(
  inside: Querying,
  district: string,
  rows: { files: readonly string[]; items: readonly string[] },
): Promise<void> {
  await inside.query(
    `insert into meaning_waiting (district, kind, id)
     select m.district, 'files', jsonb_array_elements_text($2::jsonb) from meaning_marks m where m.district = $1
     union all
     select m.district, 'items', jsonb_array_elements_text($3::jsonb) from meaning_marks m where m.district = $1`,
    [district, JSON.stringify(rows.files), JSON.stringify(rows.items)],
  );
}
