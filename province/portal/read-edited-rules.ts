import { covers, provinceOf, type Unit } from "#shared/archive/unit.ts";
import type { PortalRules } from "#shared/contract/portal-rules.ts";
import { rulesUnder } from "#shared/rules/pack.ts";
import { defaultRuleProfileName } from "#shared/rules/profile-name.ts";
import { filesIn } from "#shared/rules/rule-files.ts";
import { type Database, textIn } from "#province/store/database.ts";
import { readPack } from "#province/store/rules.ts";

/** The rules in force for an administrator of a scope, with why they were set where that was noted. */
export async function readEditedRules(
  database: Database,
  scope: string,
  units: readonly Unit[],
): Promise<PortalRules> {
  const pack = await readPack(database);
  const data = rulesUnder(pack);
  const { milestones, batchSteps } = data;
  const { version = 0, issuedAt = "", issuedBy = "" } = pack ?? {};
  const { defaultProfile: profile = defaultRuleProfileName, open = true } = pack ?? {};
  const province = provinceOf(scope);
  const [act] = await database.query(
    `select changes->>'reason' as reason from audit
     where district = $1 and id = $2 and collection = 'rules' order by seq desc limit 1`,
    [province, String(version)],
  );
  const reason = act ? textIn(act, "reason") : "";
  // Of other units only the names of those whose centers the steps tell of.
  const named = new Set(batchSteps.centres?.map((centre) => centre.scope));
  return {
    ...{ version, issuedAt, issuedBy, reason, milestones, batchSteps },
    ...{ circular: { profile, open }, files: filesIn(data) },
    units: units
      .filter((unit) => covers(scope, unit.scope) || named.has(unit.scope))
      .map((unit) => ({ scope: unit.scope, name: unit.name })),
    mayPublish: scope === province,
  };
}
