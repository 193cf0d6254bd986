import type { RuleProfile } from "./profile.ts";

type NeededFields = Record<"fonds" | "files" | "items", string[]>;

/** The fields that one profile needs filled, before listing or before submission, and the other does not need at all. */
export function neededBeyond(profile: RuleProfile, other: RuleProfile): NeededFields {
  const beyond = (kind: keyof NeededFields) =>
    Object.entries(profile[kind])
      .filter(([field, { needed }]) => needed !== undefined && other[kind][field]?.needed === undefined)
      .map(([field]) => field);
  return { fonds: beyond("fonds"), files: beyond("files"), items: beyond("items") };
}
