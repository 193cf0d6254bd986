import type { Handover, HandoverOccasion, Party } from "#shared/archive/handover.ts";
import { centreOf } from "#shared/handover/minutes-number.ts";

type Known = Pick<Handover, "occasion" | "scope" | "from" | "to" | "at" | "withdrawn">;

const nobody: Party = { body: "", person: "", position: "" };

/**
 * Who hands over to whom, before a person says otherwise: as on the last such occasion of the same commune (between a
 * center and its contractor: of the same center), else by the names of the units ("Xã Phước Lộc", "Huyện Tuy Phước").
 * Only a contractor has no name then.
 */
export function proposeParties(
  known: readonly Known[],
  about: { scope: string; unit: string; centre: string },
): Record<HandoverOccasion, { from: Party; to: Party }> {
  const unit = { ...nobody, body: named("UBND", about.unit) };
  const centre = { ...nobody, body: named("Trung tâm số hóa", about.centre) };
  const last = (occasion: HandoverOccasion, same: (scope: string) => boolean) =>
    known
      .filter((one) => one.withdrawn === "" && one.occasion === occasion && same(one.scope))
      .reduce<Known | undefined>((latest, one) => (latest && latest.at >= one.at ? latest : one), undefined);
  const ofUnit = (scope: string) => scope === about.scope;
  const given = last("commune-to-center", ofUnit) ?? { from: unit, to: centre };
  const contracted = last("center-to-contractor", (scope) => centreOf(scope) === centreOf(about.scope));
  const returned = last("return", ofUnit) ?? { from: given.to, to: given.from };
  const sides = ({ from, to }: { from: Party; to: Party }) => ({ from, to });
  return {
    "commune-to-center": sides(given),
    "center-to-contractor": sides(contracted ?? { from: given.to, to: nobody }),
    return: sides(returned),
  };
}

/** "Xã Phước Lộc" → "UBND xã Phước Lộc"; nothing where the unit is not known. */
function named(lead: string, unit: string): string {
  return unit === "" ? "" : `${lead} ${unit.slice(0, 1).toLowerCase()}${unit.slice(1)}`;
}
