import { provinceOf } from "#shared/archive/unit.ts";
import { type PortalRules, ruleChangeSchema } from "#shared/contract/portal-rules.ts";
import { milestoneDifferences } from "#shared/rules/rule-differences.ts";
import { stepDifferences } from "#shared/rules/step-differences.ts";
import { rulesUnder } from "#shared/rules/pack.ts";
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
    const { expected, reason, milestones, steps } = request.body;
    const stranger = steps?.centres?.find((centre) => !units.some((unit) => unit.scope === centre.scope));
    if (stranger) throw new Refused(400, "rules-fault", `no unit ${stranger.scope}`);
    const change = { ...(milestones && { milestones }), ...(steps && { steps }) };
    if (isSame(change, rulesUnder(await readPack(database))))
      throw new Refused(400, "rules-same", "nothing differs from what is in force");
    const issuer = [name, office].filter(Boolean).join(", ").slice(0, longestName);
    const publishing = {
      by: { id, role },
      name: issuer,
      reason: reason.normalize("NFC").trim(),
      scope,
      expected,
    };
    const { version } = await publishRules(database, change, publishing, now());
    return { version };
  });
}

function isSame({ milestones, steps }: RuleEdit, present: ReturnType<typeof rulesUnder>): boolean {
  const days = milestones ? milestoneDifferences(present.milestones, milestones) : [];
  const said = steps ? stepDifferences(present.batchSteps, steps) : [];
  return days.length + said.length === 0;
}
