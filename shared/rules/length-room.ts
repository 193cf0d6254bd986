/** From this limit on, what is left is told before it is used up; shorter fields only say that they are too long. */
const toldFrom = 20;

/**
 * How many characters a text may still have under a limit, where a person should know: near the limit (a tenth of it,
 * five characters at least) and beyond it, below zero. Nothing where there is no limit or much room.
 */
export function roomLeft(text: string, limit: number | undefined): number | undefined {
  if (limit === undefined) return undefined;
  const left = limit - text.normalize("NFC").trim().length;
  const near = limit >= toldFrom && left <= Math.max(5, limit / 10);
  return left < 0 || near ? left : undefined;
}
