import { verifyText } from "#shared/node/keys.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import {
  needsText,
  packDigest,
  packNames,
  packText,
  programNeeded,
  type SignedPack,
} from "#shared/rules/signed-pack.ts";

/** What a province gave, with its signatures where there are any. */
type Given = { rules: ProvinceRules; signed?: readonly SignedPack[] };

/** Why what came is not applied: nobody signed it, it is not what the province signed, or older than what is here. */
type Judgement = "" | "unsigned" | "forged" | "older";

/**
 * Whether each part of what came is what the holder of the key signed under that part's name. Amendments of units are
 * signed since there are any: where nothing is amended their signature may lack.
 */
export function isProven({ rules, signed = [] }: Given, key: string | undefined): boolean {
  if (key === undefined) return false;
  return packNames.every((name) => {
    const one = signed.find((pack) => pack.name === name);
    if (name === "units" && !one) return amendsNothing(rules);
    return one?.digest === packDigest(rules, name) && isSigned(one, key);
  });
}

/** Whether the holder of the key signed a part, and what it needs where that is named. */
function isSigned(one: SignedPack, key: string): boolean {
  const { needs } = one;
  const isNeeded = !needs || verifyText("pack-needs", needsText(one, needs.program), needs.signature, key);
  return isNeeded && verifyText("pack", packText(one), one.signature, key);
}

/**
 * The version of the program that what a province signed needs; empty where it names none. By a pinned key what another
 * says is nothing said.
 */
export function programAskedBy(signed: readonly SignedPack[] = [], key: string | undefined): string {
  return programNeeded(key === undefined ? signed : signed.filter((one) => isSigned(one, key)));
}

/**
 * Judges what came by the pinned key of the province and by what is here. Without a key nothing can be told, and
 * nothing is refused; what is here counts as a bound where the same key signed it.
 */
export function judgePacks(came: Given, here: Given | undefined, key: string | undefined): Judgement {
  if (key === undefined) return "";
  if (came.signed === undefined) return "unsigned";
  const isUnitsSigned = came.signed.some(({ name }) => name === "units");
  if (!isUnitsSigned && !amendsNothing(came.rules)) return "unsigned";
  if (!isProven(came, key)) return "forged";
  if (!here || !isProven(here, key)) return "";
  const isOlder = came.signed.some(({ name, edition, digest }) => {
    const before = here.signed?.find((pack) => pack.name === name);
    return before !== undefined && before.digest !== digest && edition <= before.edition;
  });
  // Left out with its signature, an amendment would be taken back unseen.
  return isOlder || (!isUnitsSigned && !amendsNothing(here.rules)) ? "older" : "";
}

function amendsNothing({ units = [] }: ProvinceRules): boolean {
  return units.length === 0;
}

/** The signatures to keep of content that was taken: of each part the later edition that the same key signed. */
export function laterOf(
  came: Given["signed"],
  here: Given | undefined,
  key: string | undefined,
): SignedPack[] | undefined {
  const known = (here && isProven(here, key) && here.signed) || [];
  return came?.map((pack) => {
    const before = known.find(({ name, digest }) => name === pack.name && digest === pack.digest);
    return before && before.edition > pack.edition ? before : pack;
  });
}
