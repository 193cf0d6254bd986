import type { AccessCode } from "#shared/archive/codes.ts";
import { foldLines } from "#shared/base/fold.ts";

/**
 * Who may find and read a record of the province's store: `open` everybody; `conditional` those who work within its
 * scope; `closed` those of them who may see what is closed. What is secret has none: nobody finds it.
 */
export const accessLevels = ["open", "conditional", "closed"] as const;

export type AccessLevel = (typeof accessLevels)[number];

/** What decides on the level of a file or of an item in a file. */
export type AccessGrounds = {
  /** Chế độ sử dụng of the item itself; empty for a file. */
  item: AccessCode;
  file: AccessCode;
  /** Whether its description or its words tell of a person what is theirs alone (`tellsOfPersons`). */
  personal: boolean;
  /** Whether a mark of secrecy was met on it, on one of its pages or on its file. */
  secret: boolean;
};

/**
 * The level of a record, or nothing where nobody is to find it. What tells of persons is closed until somebody has
 * called that very item open, for a code given to a whole file looked at none of its documents; what nobody decided
 * on is open to those who work with it alone.
 */
export function levelOf({ item, file, personal, secret }: AccessGrounds): AccessLevel | undefined {
  if (secret || item === "03" || file === "03") return undefined;
  if (item === "01") return "open";
  if (personal) return "closed";
  return (item || file) === "01" ? "open" : "conditional";
}

/** The place of a level among the others: who may read up to one reads all before it. */
export function rankOf(level: AccessLevel): number {
  return accessLevels.indexOf(level);
}

const papers =
  "chung minh nhan dan|chung minh thu|can cuoc|cmnd|cccd|so yeu ly lich|khai sinh|khai tu|dang ky ket hon" +
  "|ho khau|benh an|con nuoi|so bao hiem xa hoi|ma so thue ca nhan";
const ofPersons = new RegExp(`(?<![\\p{L}\\p{N}])(?:${papers})(?![\\p{L}\\p{N}])`, "u");
/** The twelve digits of a personal number (số định danh cá nhân), whole or in groups of three. */
const personalNumber = /(?<!\d)0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/;

/** True where a text names papers or numbers of persons. It errs on the side of closing. */
export function tellsOfPersons(text: string): boolean {
  return personalNumber.test(text) || ofPersons.test(foldLines(text).replace(/\s+/g, " "));
}
