import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";

/** The item as it may leave the province: numbers of papers of identity hidden wherever people write texts. */
export function maskedItem(item: Item): Item {
  return {
    ...item,
    number: maskIdentityNumbers(item.number),
    symbol: maskIdentityNumbers(item.symbol),
    subject: maskIdentityNumbers(item.subject),
    issuer: maskIdentityNumbers(item.issuer),
    addressee: maskIdentityNumbers(item.addressee),
    signer: maskIdentityNumbers(item.signer),
    keywords: maskIdentityNumbers(item.keywords),
    autograph: maskIdentityNumbers(item.autograph),
    note: maskIdentityNumbers(item.note),
  };
}

/** As `maskedItem`, a file. */
export function maskedFile(file: ArchiveFile): ArchiveFile {
  return {
    ...file,
    title: maskIdentityNumbers(file.title),
    keywords: maskIdentityNumbers(file.keywords),
    note: maskIdentityNumbers(file.note),
  };
}

/** As `maskedItem`, a fonds: those of families are named by persons. */
export function maskedFonds(fonds: Fonds): Fonds {
  return {
    ...fonds,
    name: maskIdentityNumbers(fonds.name),
    history: maskIdentityNumbers(fonds.history),
    keyGroups: maskIdentityNumbers(fonds.keyGroups),
    otherTypes: maskIdentityNumbers(fonds.otherTypes),
    findingAids: maskIdentityNumbers(fonds.findingAids),
    note: maskIdentityNumbers(fonds.note),
  };
}
