import { foundUnder, receivingUnit, type Successor } from "#shared/archive/successor.ts";
import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { covers } from "#shared/archive/unit.ts";
import type { AmendmentEffect } from "#shared/contract/portal-units.ts";
import type { UnitChange } from "#shared/rules/unit-amendment.ts";
import { type Database, numberIn, textIn } from "./database.ts";
import { nameOf } from "./overview.ts";

/**
 * What a change of units would do to what is found: the records of the catalogue that would be found under other
 * communes of today than now, those whose unit would be called otherwise, and people whose commune would be no more.
 */
export async function effectOf(
  database: Database,
  before: UnitTables,
  after: UnitTables,
  change: UnitChange,
): Promise<AmendmentEffect> {
  const rows = await database.query(
    `select scope, successor, count(*) filter (where kind = 'files')::bigint as files,
       count(*) filter (where kind = 'items')::bigint as items
     from catalogue group by scope, successor order by scope, successor`,
  );
  const counts = rows.map((row) => ({
    scope: textIn(row, "scope"),
    choice: textIn(row, "successor"),
    files: numberIn(row, "files"),
    items: numberIn(row, "items"),
  }));
  const moved = counts.flatMap(({ scope, choice, files, items }) => {
    const from = communesOf(before.successors, scope, choice);
    const to = communesOf(after.successors, scope, choice);
    if (from.map((one) => one.scope).join() === to.map((one) => one.scope).join()) return [];
    const names = { unitName: nameOf(after.units, scope), from: namesIn(from), to: namesIn(to) };
    return [{ ...names, files, items }];
  });
  const under = change.kind === "rename" ? counts.filter(({ scope }) => covers(change.scope, scope)) : [];
  const renamed = under.reduce((sum, { files, items }) => sum + files + items, 0);
  return { moved: together(moved), renamed, readers: await countReaders(database, before, after) };
}

function communesOf(successors: readonly Successor[], scope: string, choice: string) {
  return foundUnder(receivingUnit(successors, scope, choice));
}

function namesIn(units: readonly { name: string }[]): string[] {
  return units.map(({ name }) => name);
}

/** Files of one unit that were given to different communes by choice, and go to the same, count as one line. */
function together(moved: AmendmentEffect["moved"]): AmendmentEffect["moved"] {
  const lines = new Map<string, AmendmentEffect["moved"][number]>();
  for (const one of moved) {
    const key = [one.unitName, ...one.from, "→", ...one.to].join("|");
    const known = lines.get(key);
    lines.set(key, known ? { ...one, files: known.files + one.files, items: known.items + one.items } : one);
  }
  return [...lines.values()];
}

/** People of the portal who may enter, and whose commune of today would end by it. */
async function countReaders(database: Database, before: UnitTables, after: UnitTables): Promise<number> {
  const open = new Set(before.after.filter(({ validTo }) => validTo === "").map(({ scope }) => scope));
  const ending = after.after
    .filter(({ scope, validTo }) => validTo !== "" && open.has(scope))
    .map((u) => u.scope);
  const rows = await database.query("select scope from readers where closed_at = ''");
  return rows.filter((row) => ending.includes(textIn(row, "scope"))).length;
}
