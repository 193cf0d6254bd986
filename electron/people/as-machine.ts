import type { Profile } from "#shared/archive/profile.ts";
import type { SettingsStore } from "#electron/settings.ts";

/** The settings as other machines are to see them: the role and scope are the machine's, whoever works on it. */
export function asMachine(
  settings: SettingsStore,
  machine: () => Pick<Profile, "role" | "scope"> | null,
): SettingsStore {
  return {
    ...settings,
    current() {
      const now = settings.current();
      return now.profile ? { ...now, profile: { ...now.profile, ...machine() } } : now;
    },
  };
}
