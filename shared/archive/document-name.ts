import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import {
  fillTemplate,
  readDocumentTemplate,
  type TemplateValues,
} from "#shared/archive/document-template.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

/**
 * The ways in which centres name the files they hand over, as paths without their ending: TT 05/2025 Điều 8.1.d, the
 * same under a folder for each file, and by fonds, list and file with dashes.
 */
export const namePractices = {
  plain: "{file}.{ordinal}",
  folders: "{fonds}/{file}/{file}.{ordinal}",
  dashes: "{fonds}/{inventory}/{fonds}-{inventory}-{file}/{fonds}-{inventory}-{file}-{ordinal}",
} as const;

/** A practice, or the centre's own template. */
export type NamePractice = keyof typeof namePractices | "template";

export const namePracticeNames = [
  "plain",
  "folders",
  "dashes",
  "template",
] as const satisfies readonly NamePractice[];

/** Whether a role sets how files are named for everybody at a machine. */
export function mayNameRenditions(role: Role): boolean {
  return may(role, "name-renditions");
}

export type NamedDocument = {
  item: Pick<Item, "ordinal" | "number" | "symbol" | "issuedDate" | "subject">;
  file: Pick<ArchiveFile, "code" | "inventory">;
  fonds: Pick<Fonds, "code"> | undefined;
};

/**
 * Where a document lies by a practice: names that Windows takes too, with `/` between folders. A template that does not
 * read names as the circular does.
 */
export function nameDocument(practice: NamePractice, document: NamedDocument, template = ""): string {
  const own = practice === "template" ? readDocumentTemplate(template) : undefined;
  if (own?.ok) return `${fillTemplate(own.value, valuesOf(document), safeName)}.pdf`;
  const { item, file, fonds } = document;
  const values: Record<string, string> = {
    file: file.code,
    fonds: fonds?.code ?? "",
    inventory: /^\d$/.test(file.inventory) ? `0${file.inventory}` : file.inventory,
    ordinal: String(item.ordinal).padStart(7, "0"),
  };
  const path = namePractices[practice === "template" ? "plain" : practice].replace(
    /\{(\w+)\}/g,
    (_, key: string) => safeName(values[key] ?? ""),
  );
  return `${path}.pdf`;
}

function valuesOf({ item, file, fonds }: NamedDocument): TemplateValues {
  const [year = ""] = item.issuedDate.split("-");
  return {
    maHoSo: file.code,
    maPhong: fonds?.code ?? "",
    mucLuc: /^\d$/.test(file.inventory) ? `0${file.inventory}` : file.inventory,
    soKyHieu: [item.number, item.symbol].filter(Boolean).join("/"),
    ngay: item.issuedDate.replaceAll("-", ""),
    nam: year,
    trichYeu: item.subject.replaceAll(/\s+/gu, " "),
    stt: item.ordinal,
  };
}

/**
 * The names in their order, each given once: of two that one folder of Windows could not tell apart the later gets a
 * number.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; taken.has(keyOf(free)); count += 1) free = name.replace(/(\.\w+)?$/, ` (${count})$1`);
    taken.add(keyOf(free));
    return free;
  });
}

function keyOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** One part of a path: nothing that a file system reads as something else; `-` for what is not known. */
export function safeName(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, "-")
    .replace(/^[\s.]+|[\s.]+$/gu, "")
    .replace(reserved, "$&-")
    .slice(0, 100);
  return plain === "" ? "-" : plain;
}
