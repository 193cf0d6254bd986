import type { RuleData } from "#shared/rules/pack.ts";
import type { RuleProfile } from "#shared/rules/profile.ts";
import { useSession } from "#renderer/app/session.tsx";

/** The profile of rules in force on this machine; a change of the setting is followed at once. */
export function useRuleProfile(): RuleProfile {
  const { rules, ruleProfile } = useSession();
  return rules.data.profiles[ruleProfile];
}

/** The days, groups and schedules in force: the province's, else the app's own. */
export function useRuleData(): RuleData {
  return useSession().rules.data;
}
