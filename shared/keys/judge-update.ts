import type { UpdateSheet } from "./update-sheet.ts";

/**
 * What a machine may make of a file that installs the program: `newer` and `same` are what the province approved,
 * `older` too, but not to be installed over what runs. Of all others nothing is to be run.
 */
export const updateStandings = [
  "newer",
  "same",
  "older",
  "altered",
  "not-there",
  "not-signed",
  "not-a-sheet",
  "no-sheet",
] as const;

export type UpdateStanding = (typeof updateStandings)[number];

/**
 * How a file stands by its sheet, read and signed by the machine's own province, and by what was found beside it. The
 * version that runs counts alone where the bytes are the approved ones.
 */
export function judgeUpdate(
  sheet: Pick<UpdateSheet, "version" | "size" | "digest">,
  found: { size: number; digest: string } | undefined,
  running: string,
): UpdateStanding {
  if (!found) return "not-there";
  if (found.size !== sheet.size || found.digest !== sheet.digest) return "altered";
  const order = compareVersions(sheet.version, running);
  return order > 0 ? "newer" : order < 0 ? "older" : "same";
}

/** Below, above or at 0 as versions follow each other; what comes after their three numbers does not count. */
export function compareVersions(one: string, other: string): number {
  const numbers = (version: string) => version.split(/[.+-]/, 3).map(Number);
  const others = numbers(other);
  return numbers(one).reduce((order, number, place) => order || number - (others[place] ?? 0), 0);
}
