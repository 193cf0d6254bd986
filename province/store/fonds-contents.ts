import type { Fonds } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import type { Successor } from "#shared/archive/successor.ts";
import type { CatalogueFilter } from "#shared/contract/catalogue.ts";
import { readableBy, type Reader } from "#province/access/reader.ts";
import { type Database, numberIn, type Param, textIn } from "./database.ts";
import { textList } from "./lists.ts";
import { narrowedBy } from "./narrow-catalogue.ts";
import { isFonds, isGroup } from "./record-shape.ts";

/** Who reads of a fonds: within what they find in the catalogue, narrowed for officials to what came to their commune. */
export type FondsReader = { reader: Reader; filter: CatalogueFilter; successors: readonly Successor[] };

/** A fonds as it was listed once, with what of it the reader finds. */
export type FondsEntry = { district: string; fonds: Fonds; files: number; items: number };

/** A place in the order of the files of a fonds. */
export type FilePlace = { at: number; inventory: string; code: string; id: string };

/** A place in the order of the documents of some files. */
export type ItemPlace = { at: number; ordinal: number; id: string };

/** Of these fonds, those of which the reader finds anything, in order of their ids. */
export async function readFondsEntries(
  database: Database,
  asked: FondsReader,
  fonds: readonly string[],
): Promise<FondsEntry[]> {
  const { params, place, rule } = asking(asked);
  const rows = await database.query(
    `select o.district, o.state as fonds, found.files, found.items from (
       select c.district, c.fonds, count(*) filter (where c.kind = 'files') as files,
         count(*) filter (where c.kind = 'items') as items
       from catalogue c where c.fonds = any(${place(textList(fonds))}::text::text[]) and ${rule}
       group by c.district, c.fonds) as found
     join records o on o.district = found.district and o.collection = 'fonds' and o.id = found.fonds
     where o.state->>'withdrawn' = '' order by o.id, o.district`,
    params,
  );
  return rows.flatMap((row) =>
    isFonds(row["fonds"])
      ? [
          {
            district: textIn(row, "district"),
            fonds: row["fonds"],
            files: numberIn(row, "files"),
            items: numberIn(row, "items"),
          },
        ]
      : [],
  );
}

/** How much of these fonds is of which former unit, and chosen for which commune of today. */
export async function countFondsByUnit(
  database: Database,
  asked: FondsReader,
  fonds: readonly string[],
): Promise<{ scope: string; choice: string; count: number }[]> {
  const { params, place, rule } = asking(asked);
  const rows = await database.query(
    `select c.scope, c.successor, count(*) as count from catalogue c
     where c.fonds = any(${place(textList(fonds))}::text::text[]) and ${rule}
     group by c.scope, c.successor order by c.scope, c.successor`,
    params,
  );
  return rows.map((row) => ({
    scope: textIn(row, "scope"),
    choice: textIn(row, "successor"),
    count: numberIn(row, "count"),
  }));
}

/** The groups of a fonds' scheme that count. */
export async function readGroupsOf(database: Database, { district, fonds }: FondsEntry): Promise<Group[]> {
  const rows = await database.query(
    `select state as group from records
     where district = $1 and collection = 'groups' and parent = $2 and state->>'withdrawn' = ''`,
    [district, fonds.id],
  );
  return rows.flatMap((row) => (isGroup(row["group"]) ? [row["group"]] : []));
}

/** Digits filled up with zeros, so that 9 comes before 10. */
const natural = (text: string) =>
  `regexp_replace(regexp_replace(${text}, '(\\d+)', '00000000\\1', 'g'), '\\d*(\\d{9})', '\\1', 'g') collate "C"`;

/**
 * The files of a fonds after a place that the reader finds, or finds documents of: by their groups in this order, those in
 * none of them last, then by inventory and number. Each once, while nobody files them otherwise.
 */
export async function listFilesOf(
  database: Database,
  asked: FondsReader,
  { district, fonds }: FondsEntry,
  { groups, after, limit }: { groups: readonly string[]; after: FilePlace | undefined; limit: number },
): Promise<FilePlace[]> {
  const { params, place, rule } = asking(asked);
  const own = `c.district = ${place(district)} and c.fonds = ${place(fonds.id)} and ${rule}`;
  const listed = `${place(textList(groups))}::text::text[]`;
  const rest =
    after === undefined
      ? ""
      : `where (at, inventory, code, id) > (${place(after.at)}::bigint, ${place(after.inventory)}::text collate "C",
           ${place(after.code)}::text collate "C", ${place(after.id)}::text collate "C")`;
  const rows = await database.query(
    `with met as (select distinct c.file from catalogue c where ${own}
     ), placed as (
       select coalesce(array_position(${listed}, f.state->>'groupId'), ${groups.length + 1})::bigint as at,
         ${natural(`f.state->>'inventory'`)} as inventory,
         ${natural(`concat_ws(' ', f.state->>'notation', f.state->>'code')`)} as code, f.id collate "C" as id
       from met join records f on f.district = ${place(district)} and f.collection = 'files' and f.id = met.file)
     select at, inventory, code, id from placed ${rest}
     order by at, inventory, code, id limit ${place(limit)}::bigint`,
    params,
  );
  return rows.map((row) => ({
    at: numberIn(row, "at"),
    inventory: textIn(row, "inventory"),
    code: textIn(row, "code"),
    id: textIn(row, "id"),
  }));
}

/** The documents of these files, in this order and their own, after a place; `at` counts the files from 1. */
export async function listItemsOf(
  database: Database,
  asked: FondsReader,
  {
    district,
    files,
    after,
    limit,
  }: {
    district: string;
    files: readonly string[];
    after: ItemPlace | undefined;
    limit: number;
  },
): Promise<ItemPlace[]> {
  const { params, place, rule } = asking(asked);
  const listed = `${place(textList(files))}::text::text[]`;
  const own = `c.district = ${place(district)} and c.kind = 'items' and c.file = any(${listed}) and ${rule}`;
  const rest =
    after === undefined
      ? ""
      : `where (at, ordinal, id) > (${place(after.at)}::bigint, ${place(after.ordinal)}::bigint,
           ${place(after.id)}::text collate "C")`;
  const rows = await database.query(
    `with placed as (
       select array_position(${listed}, c.file)::bigint as at, (r.state->>'ordinal')::bigint as ordinal,
         c.id collate "C" as id
       from catalogue c join records r on r.district = c.district and r.collection = 'items' and r.id = c.id
       where ${own})
     select at, ordinal, id from placed ${rest} order by at, ordinal, id limit ${place(limit)}::bigint`,
    params,
  );
  return rows.map((row) => ({
    at: numberIn(row, "at"),
    ordinal: numberIn(row, "ordinal"),
    id: textIn(row, "id"),
  }));
}

/** The rule of what the reader finds in the catalogue `c`, and the parameters of the statement that asks it. */
function asking({ reader, filter, successors }: FondsReader) {
  const params: Param[] = [];
  const place = (value: string | number) => `$${params.push(value)}`;
  const rule = [readableBy(reader, "c", place), ...narrowedBy(filter, successors, place)].join(" and ");
  return { params, place, rule };
}
