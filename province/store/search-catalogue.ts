import { foldedWords } from "#shared/base/fold.ts";
import type { Successor } from "#shared/archive/successor.ts";
import { type CatalogueAnswer, type CatalogueQuestion, mostFound } from "#shared/contract/catalogue.ts";
import { readableBy, type Place, type Reader } from "#province/access/reader.ts";
import { facetsOf, facetsSql } from "./catalogue-facets.ts";
import { type CatalogueKey, hitsOf, type Named } from "./catalogue-hits.ts";
import { type Database, numberIn, type Param, type Row, textIn } from "./database.ts";
import { textList } from "./lists.ts";
import { narrowedBy } from "./narrow-catalogue.ts";
import { type FondsGroups, readFondsGroups } from "./same-fonds.ts";
import { wordQuery } from "./search-index.ts";

/**
 * What the catalogue has for a question, as far as the reader may read it: one statement finds, counts and chooses
 * the page, so that no count ever speaks of a row that is not to be read.
 */
export async function searchCatalogue(
  database: Database,
  reader: Reader,
  question: CatalogueQuestion,
  named: Named,
): Promise<CatalogueAnswer> {
  const reading = readFondsGroups(database);
  const { fonds } = question.filter;
  const asked = { ...question, fonds: fonds === undefined ? undefined : (await reading).membersOf(fonds) };
  const { sql, params, sought } = catalogueStatement(reader, asked, named.successors);
  const [groups, rows] = await Promise.all([reading, database.query(sql, params)]);
  return (await answerOf(database, rows, { reader, question, named, groups, sought })).answer;
}

/** What the rows of such a statement answer: `hit` with its place, `total`, and those of the facets. */
export async function answerOf(
  database: Database,
  rows: readonly Row[],
  asked: {
    reader: Reader;
    question: CatalogueQuestion;
    named: Named;
    groups: FondsGroups;
    sought: readonly string[];
  },
): Promise<{ keys: CatalogueKey[]; answer: CatalogueAnswer }> {
  const { reader, question, named, groups, sought } = asked;
  const of = (what: string) => rows.filter((row) => row["what"] === what);
  const [counted] = of("total");
  const total = counted ? numberIn(counted, "count") : 0;
  const keys = of("hit")
    .sort((one, other) => numberIn(one, "count") - numberIn(other, "count"))
    .map((row) => ({
      district: textIn(row, "a"),
      kind: textIn(row, "b") === "files" ? ("files" as const) : ("items" as const),
      id: textIn(row, "c"),
    }));
  const [hits, facets] = await Promise.all([
    hitsOf(database, keys, sought, { ...named, masked: reader.masked }),
    question.facets ? facetsOf(database, rows, named, (id) => groups.headOf(id)) : undefined,
  ]);
  return {
    keys,
    answer: {
      hits,
      total: Math.min(total, mostFound),
      more: total > mostFound,
      ...(facets && { facets }),
    },
  };
}

/** The statement that finds what a question asks for, of these `fonds` alone, with the words that it looks for. */
export function catalogueStatement(
  reader: Reader,
  question: CatalogueQuestion & { fonds?: readonly string[] | undefined },
  successors: readonly Successor[],
): { sql: string; params: Param[]; sought: string[] } {
  const params: Param[] = [];
  const place: Place = (value) => `$${params.push(value)}`;
  const sought = [...new Set(foldedWords(question.words))].slice(0, 20);
  const conditions = [readableBy(reader, "c", place), ...narrowedBy(question.filter, successors, place)];
  if (question.fonds) conditions.push(`c.fonds = any(${place(textList(question.fonds))}::text::text[])`);
  let inHead = "false";
  if (sought.length > 0) {
    const query = `${place(sought.map((word) => wordQuery(word, reader)).join(" & "))}::tsquery`;
    conditions.push(`c.words @@ ${query}`);
    inHead = `c.head @@ ${query}`;
  } else if (question.words.trim() !== "") conditions.push("false");
  const sql = `with met as materialized (
      select c.district, c.kind, c.id, c.scope, c.fonds, c.successor, c.type, c.year, c.signer,
        ${inHead} as in_head
      from catalogue c where ${conditions.join(" and ")} limit ${mostFound + 1}
    ), chosen as (
      select district, kind, id, row_number() over () as place from (
        select * from met order by in_head desc, year desc, kind desc, id
        offset ${place(question.from)}::bigint limit ${place(question.limit)}::bigint) as ordered
    )
    select 'hit' as what, district as a, kind as b, id as c, place as count from chosen
    union all select 'total', '', '', '', count(*) from met
    ${question.facets ? facetsSql : ""}`;
  return { sql, params, sought };
}
