import { provinceOf, type Unit } from "#shared/archive/unit.ts";
import type { PortalPacks } from "#shared/contract/portal-admin.ts";
import { bundledRules, readRulePack, rulesUnder } from "#shared/rules/pack.ts";
import { programFor } from "#shared/rules/pack-needs.ts";
import { type Database, numberIn, textIn } from "#province/store/database.ts";
import { nameOf } from "#province/store/overview.ts";
import { lies } from "#province/store/scope.ts";

const most = 100;

/** The packs of rules that were handed out, the latest first, and the words that units within a scope proposed. */
export async function listPacks(
  database: Database,
  scope: string,
  units: readonly Unit[],
): Promise<PortalPacks> {
  const packs = await database.query(
    `select pack, p.needs, coalesce(act.reason, '') as reason from rule_packs p
     left join lateral (
       select a.changes->>'reason' as reason from audit a
       where a.district = $1 and a.id = p.version::text and a.collection = 'rules'
       order by a.seq desc limit 1) act on true
     order by version desc limit ${most}`,
    [provinceOf(scope)],
  );
  const waiting = await database.query(
    `select r.scope, count(*)::bigint as count from records r
     where r.collection = 'terms' and r.state->>'standing' = 'local' and r.state->>'withdrawn' = ''
       and ${lies("r.scope", 1)} group by r.scope order by count(*) desc, r.scope limit 500`,
    [scope],
  );
  return {
    packs: packs.flatMap((row) => {
      const read = readRulePack(row["pack"]);
      if (!read.ok) return [];
      const { version, issuedAt, issuedBy, defaultProfile, open } = read.value;
      const reason = textIn(row, "reason");
      const needs = programFor("rules", read.value, textIn(row, "needs"));
      return { version, issuedAt, issuedBy, reason, defaultProfile, open, needs, parts: partsOf(read.value) };
    }),
    proposals: waiting.map((row) => ({
      scope: textIn(row, "scope"),
      unitName: nameOf(units, textIn(row, "scope")),
      count: numberIn(row, "count"),
    })),
  };
}

/** The lists that a pack brings in place of the app's own, with their versions. */
function partsOf(pack: Parameters<typeof rulesUnder>[0]): PortalPacks["packs"][number]["parts"] {
  const { profiles, milestones, priorities, retention, quality, batchSteps } = rulesUnder(pack);
  const own = bundledRules;
  return {
    profiles: Object.values(profiles)
      .filter((profile) => profile !== own.profiles[profile.name])
      .map(({ name, version }) => `${name} v${version}`),
    milestones: milestones !== own.milestones,
    priorities: priorities === own.priorities ? 0 : priorities.version,
    retention: retention === own.retention ? 0 : retention.version,
    quality: quality === own.quality ? 0 : quality.version,
    batchSteps: batchSteps !== own.batchSteps,
  };
}
