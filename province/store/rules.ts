import { termLists } from "#shared/archive/term.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import {
  type KnownTerm,
  type PackContent,
  type ProvinceRules,
  readRulePack,
  type RulePack,
} from "#shared/rules/pack.ts";
import { defaultRuleProfileName } from "#shared/rules/profile-name.ts";
import { type Database, type Querying, textIn } from "./database.ts";

/** The pack of rules that is handed out; nothing while none was set. */
export async function readPack(database: Querying): Promise<RulePack | undefined> {
  const [row] = await database.query("select pack from rule_packs order by version desc limit 1");
  const read = row ? readRulePack(row["pack"]) : undefined;
  return read?.ok ? read.value : undefined;
}

/**
 * Sets what a new pack holds, beside what the last one held, and answers the pack. Older packs stay in the table, so
 * that it can be seen which rules held when.
 */
export async function setPack(
  database: Database,
  change: Partial<PackContent>,
  by: string,
  now: number,
): Promise<RulePack> {
  return database.transaction(async (inside) => {
    await inside.query("lock table rule_packs in exclusive mode");
    const last = await readPack(inside);
    const pack: RulePack = {
      defaultProfile: defaultRuleProfileName,
      open: true,
      profiles: [],
      ...last,
      ...change,
      version: (last?.version ?? 0) + 1,
      issuedAt: new Date(now).toISOString(),
      issuedBy: by,
    };
    await inside.query("insert into rule_packs (version, at, pack) values ($1, $2, $3::jsonb)", [
      pack.version,
      pack.issuedAt,
      JSON.stringify(pack),
    ]);
    return pack;
  });
}

/** All that a desk is given: the pack, and the words that the province accepted or let stand for others. */
export async function readRules(database: Database): Promise<{ digest: string; rules: ProvinceRules }> {
  const rules = { pack: (await readPack(database)) ?? null, terms: await readKnownTerms(database) };
  return { digest: digestOfText(canonicalJson(rules)), rules };
}

async function readKnownTerms(database: Database): Promise<KnownTerm[]> {
  const rows = await database.query(
    `select list, label, into_label, max(decided) as decided from (
       select state->>'list' as list, state->>'label' as label,
         case when state->>'standing' = 'merged' then state->>'mergedInto' else '' end as into_label,
         state->>'decidedAt' as decided
       from records where collection = 'terms' and state->>'withdrawn' = ''
         and state->>'standing' in ('accepted', 'merged')
       union all
       select state->>'list', state->>'mergedInto', '', state->>'decidedAt'
       from records where collection = 'terms' and state->>'withdrawn' = '' and state->>'standing' = 'merged'
     ) as known group by list, label, into_label order by list, label, decided limit 20000`,
  );
  const known = new Map<string, KnownTerm>();
  for (const row of rows) {
    const [list, label, into] = [textIn(row, "list"), textIn(row, "label"), textIn(row, "into_label")];
    const term = readTerm(list, label, into);
    // Decided twice in two districts, the later decision holds.
    if (term) known.set(`${list}/${label}`, term);
  }
  return [...known.values()];
}

function readTerm(list: string, label: string, into: string): KnownTerm | undefined {
  const known = termLists.find((one) => one === list);
  return known && label !== "" && into !== label ? { list: known, label, into } : undefined;
}
