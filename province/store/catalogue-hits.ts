import { accessLevels } from "#shared/archive/access-level.ts";
import { foundUnder, receivingUnit, type Successor } from "#shared/archive/successor.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import { type Database, numberIn, type Row, textIn } from "./database.ts";
import { textList } from "./lists.ts";
import { nameOf } from "./overview.ts";
import { isFile, isFonds, isItem } from "./record-shape.ts";
import { snippetOf } from "./search.ts";
import { pagesOfItem, wordsOfPageRow } from "./pages-of-item.ts";
import { wordQuery } from "./search-index.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";

/** The units that what is found is named by. */
export type Named = { units: readonly Unit[]; successors: readonly Successor[] };

/** A row of the catalogue. */
export type CatalogueKey = { district: string; kind: "files" | "items"; id: string };

const mostPages = 20;

/** How hits are shown: numbers of papers of identity hidden in their texts, and no page found by them. */
type Shown = Named & { masked?: boolean | undefined };

/** What is shown of found rows, in their order; one whose record is gone since is left out. */
export async function hitsOf(
  database: Database,
  keys: readonly CatalogueKey[],
  sought: readonly string[],
  named: Shown,
): Promise<CatalogueHit[]> {
  if (keys.length === 0) return [];
  const places = [
    textList(keys.map(({ district }) => district)),
    textList(keys.map(({ kind }) => kind)),
    textList(keys.map(({ id }) => id)),
  ];
  const [rows, pages] = await Promise.all([
    database.query(
      `select c.kind, c.id, c.level, c.accepted, own.state as own, file.state as file, fonds.state as fonds
       from unnest($1::text::text[], $2::text::text[], $3::text::text[]) as key(district, kind, id)
       join catalogue c on c.district = key.district and c.kind = key.kind and c.id = key.id
       join records own on own.district = c.district and own.collection = c.kind and own.id = c.id
       join records file on file.district = c.district and file.collection = 'files' and file.id = c.file
       left join records fonds on fonds.district = c.district and fonds.collection = 'fonds'
         and fonds.id = c.fonds`,
      places,
    ),
    sought.length === 0 ? [] : findPages(database, places, sought, named.masked === true),
  ]);
  const shown = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.flatMap(({ kind, id }) => {
    const row = shown.get(`${kind}/${id}`);
    if (!row) return [];
    const own = kind === "items" ? pages.filter((page) => page["item"] === id) : [];
    return hitOf(row, own, sought, named) ?? [];
  });
}

/** The pages of items with any of the words, those with most first, and the text of the first. */
async function findPages(
  database: Database,
  places: readonly string[],
  sought: readonly string[],
  masked: boolean,
): Promise<Row[]> {
  const queries = sought.map((word) => wordQuery(word, { masked }));
  const met = sought.map((_, at) => `(s.words @@ $${at + 4}::tsquery)::integer`).join(" + ");
  return database.query(
    `select met.item, met.page, met.ordinal, case when met.place = 1 then text.body else '' end as body
     from unnest($1::text::text[], $2::text::text[], $3::text::text[]) as key(district, kind, id)
     cross join lateral (
       select p.parent as item, p.id as page, (p.state->>'ordinal')::integer as ordinal,
         row_number() over (order by ${met} desc, (p.state->>'ordinal')::integer) as place
       from ${pagesOfItem("key.district", "key.id")} join lateral ${wordsOfPageRow} on true
       where key.kind = 'items' and s.words @@ $${sought.length + 4}::tsquery
       order by place limit ${mostPages}) as met
     join search text on text.district = key.district and text.collection = 'pages' and text.id = met.page
     order by met.item, met.place`,
    [...places, ...queries, queries.join(" | ")],
  );
}

function keyOf(row: Row): string {
  return `${textIn(row, "kind")}/${textIn(row, "id")}`;
}

function hitOf(
  row: Row,
  pages: readonly Row[],
  sought: readonly string[],
  { units, successors, masked = false }: Shown,
): CatalogueHit | undefined {
  const shown = masked ? maskIdentityNumbers : (text: string) => text;
  const { own, file, fonds } = row;
  if (!isFile(file)) return undefined;
  const item = isItem(own) ? own : undefined;
  const scope = (item ?? file).scope;
  const receiving = receivingUnit(successors, scope, file.successor);
  const [first] = pages;
  return {
    kind: item ? "items" : "files",
    id: textIn(row, "id"),
    title: shown(item ? item.subject : file.title),
    type: item?.type ?? "",
    number: shown(item?.number ?? ""),
    symbol: item?.symbol ?? "",
    date: item ? item.issuedDate : [...new Set([file.startDate, file.endDate])].filter(Boolean).join("–"),
    issuer: shown(item?.issuer ?? ""),
    signer: shown(item?.signer ?? ""),
    fonds: isFonds(fonds)
      ? { id: fonds.id, code: fonds.code, name: shown(fonds.name) }
      : { id: file.fondsId, code: "", name: "" },
    file: {
      id: file.id,
      code: file.code,
      title: shown(file.title),
      inventory: file.inventory,
      box: file.box,
      location: file.location,
    },
    ordinal: item?.ordinal ?? 0,
    scope,
    unitName: nameOf(units, scope),
    newCommunes: foundUnder(receiving).map((unit) => ({ scope: unit.scope, name: unit.name })),
    ...(receiving.kind === "stays" && { stays: true }),
    level: accessLevels[numberIn(row, "level")] ?? "closed",
    accepted: row["accepted"] === true,
    renditionDigest: item?.renditionDigest ?? "",
    snippet: first ? snippetOf(shown(textIn(first, "body")), sought, false) : "",
    pages: pages.map((page) => ({ id: textIn(page, "page"), ordinal: numberIn(page, "ordinal") })),
  };
}
