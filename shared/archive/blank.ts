import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";

type Blank<Kind, Named extends keyof Kind> = Omit<Kind, keyof ArchiveRecord | Named>;

/** A fonds of which nothing is known but its code and name. */
export const blankFonds: Blank<Fonds, "code" | "name"> = {
  archiveCode: "",
  history: "",
  dateSpan: "",
  open: false,
  keyGroups: "",
  otherTypes: "",
  languages: "",
  findingAids: "",
  paperTotal: 0,
  copiedPages: 0,
  codesConfirmedAt: "",
  note: "",
};

/** A file of which nothing is known but its fonds, code and title. */
export const blankFile: Blank<ArchiveFile, "fondsId" | "code" | "title"> = {
  batchId: "",
  notation: "",
  inventory: "",
  box: "",
  retention: "",
  access: "",
  language: "",
  startDate: "",
  endDate: "",
  leafCount: 0,
  pageCount: 0,
  condition: "",
  priority: "",
  arrangement: "",
  frequentUse: false,
  scopeReason: "",
  location: "",
  successor: "",
  keywords: "",
  note: "",
  receivedAt: "",
};

/** An item of which nothing is known but its file, ordinal and subject, before anything of it is captured. */
export const blankItem: Blank<Item, "fileId" | "ordinal" | "subject"> = {
  type: "",
  number: "",
  symbol: "",
  issuedDate: "",
  issuer: "",
  addressee: "",
  signer: "",
  language: "",
  access: "",
  condition: "",
  leaves: "",
  pageCount: 0,
  keywords: "",
  autograph: "",
  note: "",
  keptBecause: "",
  hold: "",
  renditionDigest: "",
  renditionSize: 0,
  checkedAt: "",
  checkedBy: "",
  receiptDigest: "",
  receiptAt: "",
};
