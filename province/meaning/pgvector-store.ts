import type { Place } from "#province/access/reader.ts";
import { facetsSql } from "#province/store/catalogue-facets.ts";
import { type Database, numberIn, type Param, type Row, textIn } from "#province/store/database.ts";
import { numberList, textList } from "#province/store/lists.ts";
import type { Vector } from "./embed-texts.ts";
import type { RowKey } from "./read-pieces.ts";
import type { NearQuestion, NoVectors, PiecePlace, VectorStore } from "./vector-store.ts";

/** Two processes that find the table missing make it once. */
const lockNumber = 52_550_002;

/*
 * The table is no migration's: the extension may come and go with the server, and all of it can be made anew. Its
 * vectors stay in their rows (`main`), for a search reads all that a reader may find.
 */
const table = `create table if not exists meanings (
  district text not null, kind text not null, id text not null, page text not null, part integer not null,
  made_of text not null, model text not null, dimensions integer not null, vector vector not null,
  primary key (district, kind, id, page, part))`;

/** Opens the store of vectors, made where it is missing; says why where PostgreSQL cannot keep any. */
export async function openPgvector(database: Database): Promise<VectorStore | NoVectors> {
  const [there] = await database.query("select name from pg_available_extensions where name = 'vector'");
  if (!there) return "no-extension";
  try {
    await database.transaction(async (inside) => {
      await inside.query("select 1 as locked from pg_advisory_xact_lock($1)", [lockNumber]);
      await inside.query("create extension if not exists vector");
      await inside.query(table);
      await inside.query("alter table meanings alter column vector set storage main");
    });
  } catch (fault) {
    // 42501: only a superuser may turn it on here.
    if (fault instanceof Error && "code" in fault && fault.code === "42501") return "not-allowed";
    throw fault;
  }
  return pgvectorStore(database);
}

/** The store where it was opened before; nothing is made. */
export async function findPgvector(database: Database): Promise<VectorStore | undefined> {
  const [there] = await database.query("select to_regclass('meanings')::text as name");
  return there?.["name"] === null ? undefined : pgvectorStore(database);
}

function pgvectorStore(database: Database): VectorStore {
  return {
    async known(district, keys, of) {
      const rows = await database.query(
        `select m.kind, m.id, m.page, m.part, m.made_of from meanings m
         join unnest($2::text::text[], $3::text::text[]) as key(kind, id) on m.kind = key.kind and m.id = key.id
         where m.district = $1 and m.model = $4 and m.dimensions = $5`,
        [district, ...listsOf(keys), of.model, of.dimensions],
      );
      return rows.map((row) => ({ ...placeIn(row), madeOf: textIn(row, "made_of") }));
    },
    write,
    async forget(inside, district) {
      await inside.query("delete from meanings where district = $1", [district]);
    },
    nearest: (question) => {
      const { sql, params } = nearStatement(question);
      return database.query(sql, params);
    },
    async passages(keys, { vector, of }) {
      const rows = await database.query(
        `select near.* from unnest($1::text::text[], $2::text::text[], $3::text::text[]) as key(district, kind, id)
         cross join lateral (
           select m.kind, m.id, m.page, m.part from meanings m
           where m.district = key.district and m.kind = key.kind and m.id = key.id
             and m.model = $5 and m.dimensions = $6
           order by m.vector <=> $4::text::vector, m.page, m.part limit 1) as near`,
        [
          textList(keys.map(({ district }) => district)),
          ...listsOf(keys),
          vectorText(vector),
          of.model,
          of.dimensions,
        ],
      );
      return rows.map(placeIn);
    },
    async count() {
      const [row] = await database.query("select count(*) as count from meanings");
      return row ? numberIn(row, "count") : 0;
    },
  };
}

const write: VectorStore["write"] = async (inside, { district, keys, of, kept, fresh }) => {
  const stay = [textList(kept.map(({ kind }) => kind)), textList(kept.map(({ id }) => id))];
  await inside.query(
    `delete from meanings m using unnest($2::text::text[], $3::text::text[]) as key(kind, id)
     where m.district = $1 and m.kind = key.kind and m.id = key.id
       and (m.model <> $8 or m.dimensions <> $9 or (m.kind, m.id, m.page, m.part) not in (
         select * from unnest($4::text::text[], $5::text::text[], $6::text::text[], $7::text::integer[])))`,
    [
      ...[district, ...listsOf(keys), ...stay, textList(kept.map(({ page }) => page))],
      ...[numberList(kept.map(({ part }) => part)), of.model, of.dimensions],
    ],
  );
  if (fresh.length === 0) return;
  await inside.query(
    `insert into meanings (district, kind, id, page, part, made_of, model, dimensions, vector)
     select $1, kind, id, page, part, made_of, $2, $3::integer, vector::vector from
       unnest($4::text::text[], $5::text::text[], $6::text::text[], $7::text::integer[], $8::text::text[],
         $9::text::text[]) as made(kind, id, page, part, made_of, vector)`,
    [
      ...[district, of.model, of.dimensions, ...listsOf(fresh), textList(fresh.map(({ page }) => page))],
      numberList(fresh.map(({ part }) => part)),
      textList(fresh.map(({ madeOf }) => madeOf)),
      textList(fresh.map(({ vector }) => vectorText(vector))),
    ],
  );
};

/** The statement that finds the nearest: what a reader may not find is left out before anything is ordered or counted. */
function nearStatement(question: NearQuestion): { sql: string; params: Param[] } {
  const { vector, of, conditions, most, from, limit, facets } = question;
  const params: Param[] = [];
  const place: Place = (value) => `$${params.push(value)}`;
  const rules = [
    ...conditions(place),
    `m.model = ${place(of.model)}`,
    `m.dimensions = ${place(of.dimensions)}`,
  ];
  const sql = `with met as materialized (
      select c.district, c.kind, c.id, c.scope, c.fonds, c.successor, c.type, c.year, c.signer,
        min(m.vector <=> ${place(vectorText(vector))}::text::vector) as distance
      from catalogue c join meanings m on m.district = c.district and m.kind = c.kind and m.id = c.id
      where ${rules.join(" and ")}
      group by c.district, c.kind, c.id order by distance, c.kind desc, c.id limit ${place(most)}::bigint
    ), chosen as (
      select district, kind, id, row_number() over (order by distance, kind desc, id) as place from met
      order by place offset ${place(from)}::bigint limit ${place(limit)}::bigint
    )
    select 'hit' as what, district as a, kind as b, id as c, place as count from chosen
    union all select 'total', '', '', '', count(*) from met
    ${facets ? facetsSql : ""}`;
  return { sql, params };
}

function vectorText(vector: Vector): string {
  return `[${vector.join(",")}]`;
}

function listsOf(keys: readonly RowKey[]): [string, string] {
  return [textList(keys.map(({ kind }) => kind)), textList(keys.map(({ id }) => id))];
}

function placeIn(row: Row): PiecePlace {
  return {
    kind: row["kind"] === "files" ? "files" : "items",
    id: textIn(row, "id"),
    page: textIn(row, "page"),
    part: numberIn(row, "part"),
  };
}
