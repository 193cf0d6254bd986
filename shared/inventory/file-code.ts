import type { Fonds } from "#shared/archive/fonds.ts";

/**
 * The code of a file (mã hồ sơ) out of its parts, as TT 05/2025/TT-BNV: identifier of the body, year the file was
 * made (or number of the inventory), number and symbol. Nothing where a part is not known. The code names files on
 * disk, so what a file name cannot hold becomes a dot.
 */
export function makeFileCode(
  fonds: Pick<Fonds, "code" | "archiveCode">,
  yearOrInventory: string,
  notation: string,
): string | undefined {
  const within = fonds.archiveCode === "" || fonds.code.startsWith(fonds.archiveCode);
  const body = within ? fonds.code : `${fonds.archiveCode}.${fonds.code}`;
  const parts = [body, yearOrInventory, notation].map(inFileName);
  return parts.includes("") ? undefined : parts.join(".");
}

function inFileName(part: string): string {
  return part.replace(/[\s/\\:*?"<>|.]+/g, ".").replace(/^\.+|\.+$/g, "");
}

/** True where a code can name a file on every system. */
export function namesAFile(code: string): boolean {
  return code !== "" && code.length <= 100 && !/[/\\:*?"<>|]|[. ]$/.test(code);
}
