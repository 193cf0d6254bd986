/** Within this time, in milliseconds, every object on a machine is read again and compared with its digest. */
export const fixityPeriod = 30 * 86_400_000;

/**
 * How many objects to read in one turn, so that all of them come round well within the period, and never more than a
 * slow disk reads without being felt.
 */
export function objectsPerTurn(total: number, turnMs: number): number {
  const turns = Math.max(1, Math.floor(fixityPeriod / 2 / turnMs));
  return Math.min(200, Math.max(5, Math.ceil(total / turns)));
}
