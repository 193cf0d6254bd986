import { documentTypes } from "#shared/archive/codes.ts";
import { receivingUnit } from "#shared/archive/successor.ts";
import { districtOf } from "#shared/archive/unit.ts";
import type { CatalogueAnswer, CatalogueFacet } from "#shared/contract/catalogue.ts";
import { type Database, type Row, textIn } from "./database.ts";
import { textList } from "./lists.ts";
import { nameOf } from "./overview.ts";
import type { Named } from "./catalogue-hits.ts";

const most = 200;

/** Groups of `met` with their counts, as one row: a thousand rows take longer on their way than all else takes. */
function counted(what: string, groups: string): string {
  return `union all select '${what}', coalesce(json_agg(json_build_array(value, more, count))::text, '[]'), '', '', 0
    from (${groups}) as counted`;
}

/** Counts of `met` by each facet, as further rows of the statement that found it. */
export const facetsSql = [
  counted("fonds", "select fonds as value, '' as more, count(*) from met group by fonds"),
  counted("unit", "select scope as value, successor as more, count(*) from met group by scope, successor"),
  counted("type", "select type as value, '' as more, count(*) from met where type <> '' group by type"),
  counted("year", "select year::text as value, '' as more, count(*) from met group by year"),
  counted(
    "signer",
    `select signer as value, '' as more, count(*) from met where signer <> ''
       group by signer order by count(*) desc, signer limit ${5 * most}`,
  ),
].join("\n");

type Group = readonly [value: string, more: string, count: number];

function isGroup(group: unknown): group is Group {
  if (!Array.isArray(group)) return false;
  const [value, more, count] = group as unknown[];
  return typeof value === "string" && typeof more === "string" && typeof count === "number";
}

/** The groups that the row of a facet holds. */
function groupsIn(rows: readonly Row[], what: string): { value: string; more: string; count: number }[] {
  const row = rows.find((one) => one["what"] === what);
  const groups: unknown = row ? JSON.parse(textIn(row, "a")) : [];
  if (!Array.isArray(groups)) return [];
  return groups.filter(isGroup).map(([value, more, count]) => ({ value, more, count }));
}

type Counted = Map<string, { label: string; count: number; undecided: number }>;

/** The facets that the rows of a search counted; communes of today by what became of those of the rows. */
export async function facetsOf(
  database: Database,
  rows: readonly Row[],
  { units, successors }: Named,
  headOf: (fonds: string) => string,
): Promise<NonNullable<CatalogueAnswer["facets"]>> {
  const counts = (what: string) => groupsIn(rows, what);
  const district: Counted = new Map();
  const commune: Counted = new Map();
  const newCommune: Counted = new Map();
  for (const { value: scope, more: choice, count } of counts("unit")) {
    add(district, districtOf(scope), nameOf(units, districtOf(scope)), count);
    if (scope.split(".").length < 3) continue;
    add(commune, scope, nameOf(units, scope), count);
    const receiving = receivingUnit(successors, scope, choice);
    if (receiving.kind === "known") add(newCommune, receiving.unit.scope, receiving.unit.name, count);
    // With the commune that gave a part away it stays; in those that were given one it may be.
    const { scope: keeper } = receiving.kind === "stays" ? receiving.unit : { scope: "" };
    if (receiving.kind === "open" || receiving.kind === "stays")
      for (const { to } of receiving.choices)
        add(newCommune, to.scope, to.name, count, to.scope === keeper ? 0 : count);
  }
  const fonds: Counted = new Map();
  for (const { value, count } of counts("fonds")) add(fonds, headOf(value), "", count);
  // One name in capitals and in small letters is one; put together here, for there they are many.
  const signer: Counted = new Map();
  for (const { value, count } of counts("signer")) {
    const name = value.toLowerCase();
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
