import type { Profile } from "#shared/archive/profile.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { deviceKeys } from "#electron/secrets/device-keys.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import type { SettingsStore } from "#electron/settings.ts";
import type { ParcelParts } from "./parcel-handlers.ts";

/** This machine as a sender of parcels: once an enrolment file gave it the province's keys. */
export function parcelSender(parts: {
  settings: SettingsStore;
  secrets: Secrets;
  units: readonly Unit[];
  /** What the machine is towards the province, where several people work on it. */
  machine?: () => Pick<Profile, "role" | "scope"> | null;
}): ParcelParts["sender"] {
  return async () => {
    const { province, profile, deviceId } = parts.settings.current();
    if (!province?.pin || !profile) return undefined;
    const unit = parts.units.find(({ scope }) => scope === profile.scope)?.name ?? profile.scope;
    return {
      keys: await deviceKeys(parts.secrets),
      pin: province.pin,
      from: `${unit}, ${profile.name}`,
      to: province.name ?? province.address,
      ...(parts.machine?.() ?? { scope: profile.scope, role: profile.role }),
      deviceId,
    };
  };
}
