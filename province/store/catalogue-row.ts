import { levelOf, rankOf, tellsOfPersons } from "#shared/archive/access-level.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { holdCode } from "#shared/archive/paper-hold.ts";
import { wordsOf } from "./search-index.ts";
import { fieldsOfFile, fieldsOfItem, type SoughtFields } from "./sought-fields.ts";

/** What is catalogued of an item or file, beside its words. */
export type CatalogueRow = {
  kind: "files" | "items";
  id: string;
  scope: string;
  /** As `rankOf`. */
  level: number;
  fonds: string;
  file: string;
  successor: string;
  type: string;
  year: number;
  signer: string;
  /** Its batch was accepted, and stands so. */
  accepted: boolean;
  /** The words of its description, as `wordsOf`. */
  head: string[];
  /** Of a file: all that the rows of its items take from it. */
  basis: string;
} & SoughtFields;

/** What was found on the pages of an item. */
export type OnPages = { personal: boolean; secret: boolean };

/** How an item is catalogued; nothing where nobody is to find it. */
export function rowOfItem(
  item: Item,
  file: ArchiveFile,
  { accepted, ...pages }: OnPages & { accepted: boolean },
): CatalogueRow | undefined {
  if (item.withdrawn !== "" || file.withdrawn !== "") return undefined;
  const level = levelOf({
    item: item.access,
    file: file.access,
    personal:
      pages.personal || tellsOfPersons(textsOf(item.subject, item.keywords, item.autograph, item.note)),
    secret: item.hold === "secret" || pages.secret || isSecret(file),
  });
  if (!level) return undefined;
  return {
    kind: "items",
    id: item.id,
    scope: item.scope,
    level: rankOf(level),
    fonds: file.fondsId,
    file: file.id,
    successor: file.successor,
    type: item.type,
    year: yearOf(item.issuedDate),
    signer: oneLine(item.signer),
    ...fieldsOfItem(item),
    accepted,
    head: wordsOf("items", item) ?? [],
    basis: "",
  };
}

/** How a file is catalogued; nothing where nobody is to find it. */
export function rowOfFile(file: ArchiveFile, accepted: boolean): CatalogueRow | undefined {
  const personal = tellsOfPersons(textsOf(file.title, file.keywords, file.note));
  const level = levelOf({
    item: personal ? "" : file.access,
    file: file.access,
    personal,
    secret: isSecret(file),
  });
  if (!level || file.withdrawn !== "") return undefined;
  return {
    kind: "files",
    id: file.id,
    scope: file.scope,
    level: rankOf(level),
    fonds: file.fondsId,
    file: file.id,
    successor: file.successor,
    type: "",
    year: yearOf(file.startDate),
    signer: "",
    ...fieldsOfFile(file),
    accepted,
    head: wordsOf("files", file) ?? [],
    basis: basisOf(file, accepted),
  };
}

/** All that the rows of a file's items take from it: where it stays, they need not be made anew. */
export function basisOf(file: ArchiveFile, accepted: boolean): string {
  const marks = [isSecret(file) ? "secret" : "", accepted ? "accepted" : ""];
  return [file.access, ...marks, file.fondsId, file.successor].join("|");
}

function isSecret(file: ArchiveFile): boolean {
  return holdCode(file) === "secret";
}

function yearOf(date: string): number {
  const [, year = "0"] = /^([12]\d{3})/.exec(date) ?? [];
  return Number(year);
}

function textsOf(...texts: string[]): string {
  return texts.join("\n");
}

function oneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
