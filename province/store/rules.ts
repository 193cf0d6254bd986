import type { Batch } from "#shared/archive/batch.ts";
import { termLists } from "#shared/archive/term.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { type BatchStepList, usualSteps } from "#shared/rules/batch-steps.ts";
import {
  keptStepLists,
  type KnownTerm,
  type PackContent,
  type ProvinceRules,
  readRulePack,
  type RulePack,
} from "#shared/rules/pack.ts";
import { defaultRuleProfileName } from "#shared/rules/profile-name.ts";
import { type Database, type Querying, numberIn, type Row, textIn } from "./database.ts";
import { readAmendments } from "./unit-amendments.ts";

/** The pack of rules that is handed out; nothing while none was set. */
export async function readPack(database: Querying): Promise<RulePack | undefined> {
  const [row] = await database.query("select pack from rule_packs order by version desc limit 1");
  const read = row ? readRulePack(row["pack"]) : undefined;
  return read?.ok ? read.value : undefined;
}

/** The pack that is handed out, with nobody setting another until the transaction ends. */
export async function holdPack(inside: Querying): Promise<RulePack | undefined> {
  await inside.query("lock table rule_packs in exclusive mode");
  return readPack(inside);
}

/** The version of the program that an officer asked for with the pack that is handed out; empty where none. */
export async function readProgramAsked(database: Querying): Promise<string> {
  const [row] = await database.query("select needs from rule_packs order by version desc limit 1");
  return row ? textIn(row, "needs") : "";
}

/**
 * Sets what a new pack holds, beside what the last one (as held by `holdPack`) held, and answers the pack. The
 * version of the program that was asked for stays too, unless another is (`needs`, empty for none). Older packs stay in
 * the table, so that it can be seen which rules held when.
 */
export async function addPack(
  inside: Querying,
  last: RulePack | undefined,
  change: Partial<PackContent>,
  { by, now, needs }: { by: string; now: number; needs?: string | undefined },
): Promise<RulePack> {
  const program = needs ?? (await readProgramAsked(inside));
  await refuseSameVersion(inside, change.batchSteps);
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
  await inside.query("insert into rule_packs (version, at, pack, needs) values ($1, $2, $3::jsonb, $4)", [
    pack.version,
    pack.issuedAt,
    JSON.stringify(pack),
    program,
  ]);
  return pack;
}

/** The version that a changed list of steps is given: above the app's own and all that were handed out. */
export async function nextListVersion(inside: Querying): Promise<number> {
  const [row] = await inside.query(
    "select coalesce(max((pack->'batchSteps'->>'version')::integer), 0) as version from rule_packs",
  );
  return Math.max(usualSteps.version, row ? numberIn(row, "version") : 0) + 1;
}

/** Steps name the list they were taken under by its version: what was handed out under one stays as it was. */
async function refuseSameVersion(inside: Querying, list: BatchStepList | undefined): Promise<void> {
  if (!list) return;
  const { version } = list;
  const before = (await listsOf(inside, [version])).get(version);
  if (before && canonicalJson(before) !== canonicalJson(list))
    throw new Error(`batchSteps: version ${version} was handed out with other content; give a higher one`);
}

/**
 * All that a desk is given: the pack, the lists of steps before it, the words that the province accepted or let stand
 * for others, and its amendments of units.
 */
export async function readRules(database: Database): Promise<{ digest: string; rules: ProvinceRules }> {
  const pack = await readPack(database);
  const earlier = await readEarlierLists(database, pack);
  const units = await readAmendments(database);
  const rules = {
    pack: pack ?? null,
    terms: await readKnownTerms(database),
    ...(earlier.length > 0 ? { stepLists: earlier } : {}),
    ...(units.length > 0 ? { units } : {}),
  };
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

/**
 * The lists of steps that the last steps of these batches were taken under, by their version, where the province handed
 * them out; of several packs with one version of the list the latest.
 */
export async function readStepLists(
  inside: Querying,
  batches: readonly Pick<Batch, "steps">[],
): Promise<ReadonlyMap<number, BatchStepList>> {
  return listsOf(inside, [...new Set(batches.flatMap(({ steps }) => steps?.at(-1)?.list ?? []))]);
}

async function listsOf(
  inside: Querying,
  versions: readonly number[],
): Promise<ReadonlyMap<number, BatchStepList>> {
  if (versions.length === 0) return new Map();
  const rows = await inside.query(
    `select pack from rule_packs
     where (pack->'batchSteps'->>'version')::integer in (select jsonb_array_elements_text($1::jsonb)::integer)
     order by version`,
    [JSON.stringify(versions)],
  );
  return listsIn(rows);
}

/** The lists of steps that were handed out before the present one, the latest first. */
async function readEarlierLists(database: Querying, present: RulePack | undefined): Promise<BatchStepList[]> {
  const rows = await database.query(
    `select distinct on (pack->'batchSteps'->>'version') pack from rule_packs
     where pack->'batchSteps' is not null order by pack->'batchSteps'->>'version', version desc`,
  );
  return [...listsIn(rows).values()]
    .filter(({ version }) => version !== present?.batchSteps?.version)
    .sort((one, other) => other.version - one.version)
    .slice(0, keptStepLists);
}

function listsIn(rows: readonly Row[]): ReadonlyMap<number, BatchStepList> {
  const lists = rows.flatMap((row) => {
    const read = readRulePack(row["pack"]);
    return read.ok && read.value.batchSteps ? [read.value.batchSteps] : [];
  });
  return new Map(lists.map((list) => [list.version, list]));
}
