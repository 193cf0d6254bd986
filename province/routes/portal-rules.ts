import { provinceOf } from "#shared/archive/unit.ts";
import { type PortalRules, type RuleChange, ruleChangeSchema } from "#shared/contract/portal-rules.ts";
import { milestoneDifferences } from "#shared/rules/rule-differences.ts";
import { type PackContent, rulesUnder } from "#shared/rules/pack.ts";
import { defaultRuleProfileName } from "#shared/rules/profile-name.ts";
import { changedFiles, fileDifferences, filesIn, type RuleFiles } from "#shared/rules/rule-files.ts";
import { stepDifferences } from "#shared/rules/step-differences.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { publishRules, type RuleEdit } from "#province/access/publish-rules.ts";
import { readEditedRules } from "#province/portal/read-edited-rules.ts";
import { readPack } from "#province/store/rules.ts";
import { type App, type Province, Refused } from "./typed.ts";

const longestName = 200;

/** The rules that every machine is handed out: administrators see them, those of the whole province publish others. */
export function addPortalRuleRoutes(app: App, { database, now, units }: Province): void {
  app.get("/portal/admin/rules", (request): Promise<PortalRules> =>
    readEditedRules(database, personOf(request).scope, units),
  );

  app.post("/portal/admin/rules", { schema: { body: ruleChangeSchema } }, async (request) => {
    const { id, role, scope, name, office } = personOf(request);
    if (scope !== provinceOf(scope))
      throw new Refused(403, "rules-not-yours", "rules hold in the whole province");
    const { expected, reason, steps } = request.body;
    const stranger = steps?.centres?.find((centre) => !units.some((unit) => unit.scope === centre.scope));
    if (stranger) throw new Refused(400, "rules-fault", `no unit ${stranger.scope}`);
    const present = await readPack(database);
    if (isSame(request.body, present))
      throw new Refused(400, "rules-same", "nothing differs from what is in force");
    const issuer = [name, office].filter(Boolean).join(", ").slice(0, longestName);
    const publishing = {
      by: { id, role },
      name: issuer,
      reason: reason.normalize("NFC").trim(),
      scope,
      expected,
    };
    const { version } = await publishRules(database, editOf(request.body, present), publishing, now());
    return { version };
  });
}

/** What is published: of the data that was given, what differs from what is in force. */
function editOf({ milestones, steps, circular, files }: RuleChange, present?: PackContent): RuleEdit {
  return {
    ...(milestones && { milestones }),
    ...(steps && { steps }),
    ...(circular && { defaultProfile: circular.profile, open: circular.open }),
    ...(files && dataOf(files, present)),
  };
}

function dataOf(files: RuleFiles, present?: PackContent): RuleEdit {
  const data = filesIn(rulesUnder(present));
  const older = fileDifferences(data, files).find(({ before, after }) => after <= before);
  if (older)
    throw new Refused(400, "rules-file-older", `${older.name}: ${older.after} after ${older.before}`);
  const { profiles, ...lists } = changedFiles(data, files);
  const stay = present?.profiles.filter(({ name }) => !profiles?.some((one) => one.name === name)) ?? [];
  return { ...lists, ...(profiles && { profiles: [...stay, ...profiles] }) };
}

function isSame({ milestones, steps, circular, files }: RuleChange, pack?: PackContent): boolean {
  const present = rulesUnder(pack);
  const { defaultProfile = defaultRuleProfileName, open = true } = pack ?? {};
  const days = milestones ? milestoneDifferences(present.milestones, milestones) : [];
  const said = steps ? stepDifferences(present.batchSteps, steps) : [];
  const lists = files ? fileDifferences(filesIn(present), files) : [];
  const sameCircular = !circular || (circular.profile === defaultProfile && circular.open === open);
  return days.length + said.length + lists.length === 0 && sameCircular;
}
