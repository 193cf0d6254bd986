import { safeName } from "#shared/archive/document-name.ts";
import type { PackageValues } from "./package-model.ts";
import type { TreeProfile } from "./tree-profile.ts";

/** A folder is cut no shorter where a path would be too long. */
export const shortestFolder = 10;

const codeLimit = 80;

/** What a tree names the folders and the name of a document by, as its tables have it too; the day of its scan is in none. */
export function partsOfName(
  { retentionFolders }: TreeProfile,
  { organ, file, document }: { organ: string; file: PackageValues; document: PackageValues },
): Record<string, string> {
  const { catalog = "", notation = "", code = "", startDate = "", retention = "" } = file;
  return {
    ...{ organ, archive: file["archiveCode"] ?? "", fonds: file["fondsCode"] ?? "" },
    year: startDate.slice(0, 4),
    retention: retentionFolders[retention] ?? "",
    file: code.slice(0, codeLimit),
    catalog: catalog.padStart(2, "0"),
    number: /^\d+$/.test(notation) ? notation.padStart(4, "0") : notation,
    ordinal: (document["ordinal"] ?? "").padStart(7, "0"),
    alias: document["aliasCode"] ?? "",
  };
}

/** A template of a profile with its parts, as one part of a path that Windows takes too. */
export function fillName(template: string, parts: Readonly<Record<string, string>>): string {
  return safeName(template.replace(/\{(\w+)\}/g, (_, key: string) => parts[key] ?? ""));
}

/**
 * How a path below the root of a tree differs from what its tables say: the name of the document, and its folders, each
 * empty where it does not. Leading zeros, a day, and words after the name are the practice's own (rules.md §4.6).
 */
export function otherNames(
  { folders, document }: TreeProfile,
  parts: Readonly<Record<string, string>>,
  path: string,
): { document: string; folders: string } {
  const actual = path.split("/");
  const name = actual.pop() ?? "";
  const wanted = folders.slice(1).map((folder) => fillName(folder, parts));
  const isRight =
    actual.length === wanted.length && wanted.every((folder, at) => isFolder(actual[at] ?? "", folder));
  const own = fillName(document, { ...parts, scanned: "0".repeat(8), signed: "" });
  const stem = name.replace(/\.pdf$/iu, "");
  const told = plain(document.includes("{scanned}") ? stem.replace(/_\d{8}(?!\d)/u, "_00000000") : stem);
  const isNamed = stem !== name && told.startsWith(plain(own)) && endsThere(told.slice(plain(own).length));
  return {
    document: isNamed ? "" : `${name} ≠ ${own}.pdf`,
    folders: isRight ? "" : `${actual.join("/") || "/"} ≠ ${wanted.join("/") || "/"}`,
  };
}

/** A folder may be cut, where the path would be too long for Windows. */
function isFolder(actual: string, wanted: string): boolean {
  return plain(actual) === plain(wanted) || (actual.length >= shortestFolder && wanted.startsWith(actual));
}

function endsThere(rest: string): boolean {
  return !/^[\p{L}\p{N}]/u.test(rest);
}

/** Numbers without the zeros before them: practices have four digits, six or seven. */
function plain(name: string): string {
  return name.normalize("NFC").replace(/\d+/gu, (digits) => digits.replace(/^0+(?=\d)/u, ""));
}

/** Which numbers lack from 1 to the greatest, as they are said: `2, 5–7`; empty where none does. */
export function gapsIn(numbers: readonly number[]): string {
  const gaps: string[] = [];
  let before = 0;
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const [first, last] = [before + 1, number - 1];
    if (last >= first) gaps.push(last === first ? String(first) : `${first}–${last}`);
    before = Math.max(before, number);
  }
  return gaps.length > mostGaps ? `${gaps.slice(0, mostGaps).join(", ")}…` : gaps.join(", ");
}

const mostGaps = 20;
