import type { Role } from "#shared/archive/role.ts";
import { type MilestoneName, milestoneNames, type Milestones } from "./milestones.ts";

/** One thing that two sets of milestones say differently; what one of them does not say is empty there. */
export type MilestoneDifference =
  | { of: "source"; before: string; after: string }
  | { of: "day"; name: MilestoneName; before: string; after: string }
  | { of: "roles"; name: MilestoneName; before: readonly Role[]; after: readonly Role[] }
  /** A milestone that was given more than once, of which the first is left. */
  | { of: "once"; name: MilestoneName }
  | { of: "campaign"; before: Milestones["campaign"]; after: Milestones["campaign"] }
  | { of: "chase"; before: number; after: number };

/** What changes for a reader from one set of milestones to another, in the order in which it is said. */
export function milestoneDifferences(before: Milestones, after: Milestones): MilestoneDifference[] {
  const found: MilestoneDifference[] = [];
  if (before.source !== after.source)
    found.push({ of: "source", before: before.source, after: after.source });
  for (const name of milestoneNames) found.push(...differencesOf(name, before, after));
  const [was, is] = [before.campaign, after.campaign];
  if (was?.from !== is?.from || was?.before !== is?.before)
    found.push({ of: "campaign", before: was, after: is });
  const [chased, chases] = [before.chaseAfter ?? 0, after.chaseAfter ?? 0];
  if (chased !== chases) found.push({ of: "chase", before: chased, after: chases });
  return found;
}

function differencesOf(name: MilestoneName, before: Milestones, after: Milestones): MilestoneDifference[] {
  const [were, are] = [before, after].map(({ milestones }) => milestones.filter((one) => one.name === name));
  const [was, is] = [were?.[0], are?.[0]];
  const found: MilestoneDifference[] = [];
  if ((was?.before ?? "") !== (is?.before ?? ""))
    found.push({ of: "day", name, before: was?.before ?? "", after: is?.before ?? "" });
  // Whom a milestone is shown that is not set is of no matter.
  if (is && !isSameSet(was?.roles ?? [], is.roles))
    found.push({ of: "roles", name, before: was?.roles ?? [], after: is.roles });
  if ((were?.length ?? 0) > Math.max(1, are?.length ?? 0)) found.push({ of: "once", name });
  return found;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
