import type { Handover } from "#shared/archive/handover.ts";
import { digestOfText } from "#shared/base/digest.ts";

/** Digits and letters that are not taken for one another on paper. */
const signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** The center (district) that a unit's minutes are numbered in. */
export function centreOf(scope: string): string {
  return scope.split(".").slice(0, 2).join(".");
}

/** A machine's own part in the numbers it gives: four signs, the same for ever. */
function partOfMachine(deviceId: string): string {
  const digest = digestOfText(`minutes ${deviceId}`);
  return [0, 2, 4, 6]
    .map((at) => signs[Number.parseInt(digest.slice(at, at + 2), 16) % signs.length])
    .join("");
}

/**
 * The next number of minutes: center, year, sequence and the machine's own part (`550-2025-014-K7QM`). Each machine
 * counts for itself, so that two without a line never give one number to two minutes, and a number, once on paper,
 * stays. `known` may hold minutes of other centers and machines.
 */
export function nextMinutesNumber(
  known: readonly Pick<Handover, "number">[],
  about: { scope: string; year: string; deviceId: string },
): string {
  const centre = centreOf(about.scope).split(".").at(-1) ?? "";
  const lead = `${centre}-${about.year}-`;
  const end = `-${partOfMachine(about.deviceId)}`;
  const given = known
    .filter(({ number }) => number.startsWith(lead) && number.endsWith(end))
    .map(({ number }) => Number(number.slice(lead.length, -end.length)))
    .filter(Number.isSafeInteger);
  return lead + String(Math.max(0, ...given) + 1).padStart(3, "0") + end;
}
