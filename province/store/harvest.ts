import { rankOf } from "#shared/archive/access-level.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { readableBy, type Place, type Reader } from "#province/access/reader.ts";
import type { CatalogueRow } from "./catalogue-row.ts";
import { type Database, numberIn, type Param, type Row, textIn } from "./database.ts";
import { textList } from "./lists.ts";
import { isFonds } from "./record-shape.ts";

/** A record that a reader is offered, or was once (`gone`); the stamp is the second, since 1970, of its last change. */
export type Offered = {
  district: string;
  kind: CatalogueRow["kind"];
  id: string;
  scope: string;
  /** As `rankOf`. */
  level: number;
  fonds: string;
  stamp: number;
  gone: boolean;
};

/** A place in the order in which records are offered. */
export type OfferedPlace = Pick<Offered, "stamp" | "district" | "kind" | "id">;

/** Which records: those changed from one second to another, both included, after a place in their order. */
export type OfferedQuestion = {
  from: number;
  until: number;
  after: OfferedPlace | undefined;
  kind: CatalogueRow["kind"] | undefined;
  fonds: string | undefined;
  district: string | undefined;
  limit: number;
};

const columns = "h.district, h.kind, h.id, h.scope, h.level, h.fonds, h.stamp";

/** In order of their last change. A record changed meanwhile comes again at its new place, none is passed over. */
export async function listOffered(
  database: Database,
  reader: Reader,
  question: OfferedQuestion,
): Promise<Offered[]> {
  const { from, until, after, kind, fonds, district, limit } = question;
  const { params, place } = places();
  const conditions = [
    readableBy(reader, "h", place, "widest"),
    `h.stamp between ${place(from)}::bigint and ${place(until)}::bigint`,
  ];
  if (after)
    conditions.push(
      `(h.stamp, h.district, h.kind, h.id)
        > (${place(after.stamp)}::bigint, ${place(after.district)}, ${place(after.kind)}, ${place(after.id)})`,
    );
  if (kind !== undefined) conditions.push(`h.kind = ${place(kind)}`);
  if (fonds !== undefined) conditions.push(`h.fonds = ${place(fonds)}`);
  if (district !== undefined) conditions.push(`h.district = ${place(district)}`);
  const rows = await database.query(
    `select ${columns} from harvest h where ${conditions.join(" and ")}
     order by h.stamp, h.district, h.kind, h.id limit ${place(limit)}::bigint`,
    params,
  );
  return rows.map((row) => offeredIn(row, reader));
}

/** Those of one kind that the reader is offered now, in order of districts and ids: each once, whatever changes meanwhile. */
export async function listOfferedByKey(
  database: Database,
  reader: Reader,
  question: {
    kind: CatalogueRow["kind"];
    after: Pick<Offered, "district" | "id"> | undefined;
    limit: number;
  },
): Promise<Offered[]> {
  const { kind, after, limit } = question;
  const { params, place } = places();
  const conditions = [readableBy(reader, "h", place), `h.kind = ${place(kind)}`];
  if (after) conditions.push(`(h.district, h.id) > (${place(after.district)}, ${place(after.id)})`);
  const rows = await database.query(
    `select ${columns} from harvest h where ${conditions.join(" and ")}
     order by h.district, h.id limit ${place(limit)}::bigint`,
    params,
  );
  return rows.map((row) => offeredIn(row, reader));
}

/** The one record, where it is offered to the reader or once was. */
export async function findOffered(
  database: Database,
  reader: Reader,
  kind: CatalogueRow["kind"],
  id: string,
): Promise<Offered | undefined> {
  const { params, place } = places();
  const [row] = await database.query(
    `select ${columns} from harvest h
     where h.kind = ${place(kind)} and h.id = ${place(id)} and ${readableBy(reader, "h", place, "widest")}
     order by h.district limit 1`,
    params,
  );
  return row && offeredIn(row, reader);
}

/** The fonds of which the reader is offered anything now, with their names, and the districts. */
export async function listOfferedSets(
  database: Database,
  reader: Reader,
): Promise<{ district: string; fonds: string; name: string }[]> {
  const { params, place } = places();
  const rows = await database.query(
    `select s.district, s.fonds, coalesce(o.state->>'name', '') as name from (
       select distinct h.district, h.fonds from harvest h where ${readableBy(reader, "h", place)}) as s
     left join records o on o.district = s.district and o.collection = 'fonds' and o.id = s.fonds
     order by s.district, s.fonds`,
    params,
  );
  return rows.map((row) => ({
    district: textIn(row, "district"),
    fonds: textIn(row, "fonds"),
    name: textIn(row, "name"),
  }));
}

/** The fonds of which the reader is offered anything now, in order of districts and ids, after a place. */
export async function listOfferedFonds(
  database: Database,
  reader: Reader,
  { after, limit }: { after: { district: string; id: string } | undefined; limit: number },
): Promise<{ district: string; fonds: Fonds }[]> {
  const { params, place } = places();
  const conditions = [
    "o.collection = 'fonds'",
    `exists (select 1 from harvest h where h.district = o.district and h.fonds = o.id
       and ${readableBy(reader, "h", place)})`,
  ];
  if (after) conditions.push(`(o.district, o.id) > (${place(after.district)}, ${place(after.id)})`);
  const rows = await database.query(
    `select o.district, o.state as fonds from records o where ${conditions.join(" and ")}
     order by o.district, o.id limit ${place(limit)}::bigint`,
    params,
  );
  return rows.flatMap((row) =>
    isFonds(row["fonds"]) ? [{ district: textIn(row, "district"), fonds: row["fonds"] }] : [],
  );
}

/** The second of the last change of each of these records, by `kind/id`. */
export async function stampsOf(
  database: Database,
  keys: readonly Pick<Offered, "district" | "kind" | "id">[],
): Promise<Map<string, number>> {
  const rows = await database.query(
    `select h.kind, h.id, h.stamp
     from unnest($1::text::text[], $2::text::text[], $3::text::text[]) as key(district, kind, id)
     join harvest h on h.district = key.district and h.kind = key.kind and h.id = key.id`,
    [
      textList(keys.map(({ district }) => district)),
      textList(keys.map(({ kind }) => kind)),
      textList(keys.map(({ id }) => id)),
    ],
  );
  return new Map(rows.map((row) => [`${textIn(row, "kind")}/${textIn(row, "id")}`, numberIn(row, "stamp")]));
}

/** The first second at which anything was offered; nothing before that. */
export async function firstOffered(database: Database): Promise<number | undefined> {
  const [row] = await database.query("select stamp from harvest order by stamp limit 1");
  return row && numberIn(row, "stamp");
}

function offeredIn(row: Row, reader: Reader): Offered {
  const kind = row["kind"] === "files" ? ("files" as const) : ("items" as const);
  const level = numberIn(row, "level");
  return {
    ...{ district: textIn(row, "district"), kind, id: textIn(row, "id"), scope: textIn(row, "scope"), level },
    ...{ fonds: textIn(row, "fonds"), stamp: numberIn(row, "stamp"), gone: level > rankOf(reader.upTo) },
  };
}

function places(): { params: Param[]; place: Place } {
  const params: Param[] = [];
  return { params, place: (value) => `$${params.push(value)}` };
}
