import { type RuleProfile, ruleProfiles } from "#shared/rules/profile.ts";
import { useSession } from "#renderer/app/session.tsx";

/** The profile of rules in force on this machine; a change of the setting is followed at once. */
export function useRuleProfile(): RuleProfile {
  return ruleProfiles[useSession().ruleProfile];
}
