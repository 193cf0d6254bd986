import { documentTypes } from "#shared/archive/codes.ts";
import { receivingUnit } from "#shared/archive/successor.ts";
import { districtOf } from "#shared/archive/unit.ts";
import type { CatalogueAnswer, CatalogueFacet } from "#shared/contract/catalogue.ts";
import { type Database, numberIn, type Row, textIn } from "./database.ts";
import { textList } from "./lists.ts";
import { nameOf } from "./overview.ts";
import type { Named } from "./catalogue-hits.ts";

const most = 200;

/** Counts of `met` by each facet, as further rows of the statement that found it. */
export const facetsSql = `
  union all select 'fonds', fonds, '', '', count(*) from met group by fonds
  union all select 'unit', scope, successor, '', count(*) from met group by scope, successor
  union all select 'type', type, '', '', count(*) from met where type <> '' group by type
  union all select 'year', year::text, '', '', count(*) from met group by year
  union all (select 'signer', signer, '', '', count(*) from met where signer <> ''
    group by signer order by count(*) desc, signer limit ${5 * most})`;

type Counted = Map<string, { label: string; count: number; undecided: number }>;

/** The facets that the rows of a search counted; communes of today by what became of those of the rows. */
export async function facetsOf(
  database: Database,
  rows: readonly Row[],
  { units, successors }: Named,
  headOf: (fonds: string) => string,
): Promise<NonNullable<CatalogueAnswer["facets"]>> {
  const counts = (what: string) =>
    rows
      .filter((row) => row["what"] === what)
      .map((row) => ({ value: textIn(row, "a"), more: textIn(row, "b"), count: numberIn(row, "count") }));
  const district: Counted = new Map();
  const commune: Counted = new Map();
  const newCommune: Counted = new Map();
  for (const { value: scope, more: choice, count } of counts("unit")) {
    add(district, districtOf(scope), nameOf(units, districtOf(scope)), count);
    if (scope.split(".").length < 3) continue;
    add(commune, scope, nameOf(units, scope), count);
    const receiving = receivingUnit(successors, scope, choice);
    if (receiving.kind === "known") add(newCommune, receiving.unit.scope, receiving.unit.name, count);
    if (receiving.kind === "open")
      for (const { to } of receiving.choices) add(newCommune, to.scope, to.name, count, count);
  }
  const fonds: Counted = new Map();
  for (const { value, count } of counts("fonds")) add(fonds, headOf(value), "", count);
  // One name in capitals and in small letters is one; put together here, for there they are many.
  const signer: Counted = new Map();
  for (const { value, count } of counts("signer")) {
    const name = value.toLocaleLowerCase("vi");
    add(signer, name, signer.get(name)?.label ?? value, count);
  }
  const frequent = sorted(listOf(fonds));
  const names = await fondsNames(
    database,
    frequent.map(({ value }) => value),
  );
  const plain = (list: { value: string; count: number }[], labelOf: (value: string) => string) =>
    list.map(({ value, count }) => ({ value, label: labelOf(value), count, undecided: 0 }));
  return {
    fonds: frequent.map((one) => ({ ...one, label: names.get(one.value) ?? "" })),
    district: sorted(listOf(district)),
    commune: sorted(listOf(commune)),
    newCommune: sorted(listOf(newCommune)),
    type: sorted(plain(counts("type"), (code) => documentTypes.find(([known]) => known === code)?.[1] ?? "")),
    year: plain(counts("year"), (year) => (year === "0" ? "" : year))
      .sort((one, other) => Number(other.value) - Number(one.value))
      .slice(0, most),
    signer: sorted(listOf(signer)),
  };
}

function add(to: Counted, value: string, label: string, count: number, undecided = 0): void {
  const before = to.get(value) ?? { label, count: 0, undecided: 0 };
  to.set(value, { label, count: before.count + count, undecided: before.undecided + undecided });
}

function listOf(counted: Counted): CatalogueFacet {
  return [...counted].map(([value, rest]) => ({ value, ...rest }));
}

function sorted(facet: CatalogueFacet): CatalogueFacet {
  return facet
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, most);
}

async function fondsNames(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database.query(
    `select id, concat_ws(' ', nullif(state->>'code', ''), state->>'name') as name from records
     where collection = 'fonds' and id = any($1::text::text[])`,
    [textList(ids)],
  );
  return new Map(rows.map((row) => [textIn(row, "id"), textIn(row, "name")]));
}
