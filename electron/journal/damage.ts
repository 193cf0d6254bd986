/** SQLite's codes for a file whose content is damaged (11), or that is no database at all (26). */
const damageCodes = new Set([11, 26]);

/** True where SQLite says that a database's file is damaged. */
export function isDamaged(error: unknown): boolean {
  if (!(error instanceof Error && "errcode" in error && typeof error.errcode === "number")) return false;
  return damageCodes.has(error.errcode & 0xff);
}
