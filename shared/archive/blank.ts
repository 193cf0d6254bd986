import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { Box } from "#shared/archive/box.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import { noCorrection } from "#shared/archive/correction.ts";
import type { Page } from "#shared/archive/page.ts";
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
  groupId: "",
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
  renditionKind: "",
  reportDigest: "",
  readingDigest: "",
  fieldsConfirmed: "",
  fieldsByMachine: "",
  checkedAt: "",
  checkedBy: "",
  receiptDigest: "",
  receiptAt: "",
};

/** A page that came in and was not looked at: neither measured nor read nor judged. */
export const blankPage: Blank<
  Page,
  "itemId" | "ordinal" | "masterDigest" | "masterSize" | "masterPage" | "mediaType" | "sourceName"
> = {
  scanner: "",
  side: "",
  replaces: "",
  hold: "",
  correction: noCorrection,
  width: 0,
  height: 0,
  dpi: 0,
  skew: 0,
  sharpness: 0,
  ink: 0,
  blank: "",
  depth: 0,
  colour: "",
  dark: 0,
  bright: 0,
  cutEdges: "",
  bleed: 0,
  likeness: "",
  printedNumber: 0,
  thumbDigest: "",
  viewDigest: "",
  wordsDigest: "",
  wordCount: 0,
  confidence: 0,
  keptBecause: "",
  capturedBy: "",
  notSecret: "",
  verdict: "",
  defect: "",
  verdictAt: "",
  verdictBy: "",
};

/** A batch of which nothing is known but its number and name, and that went nowhere. */
export const blankBatch: Blank<Batch, "number" | "name"> = {
  state: "draft",
  handedOverAt: "",
  handedOverBy: "",
  receivedAt: "",
  receivedBy: "",
  decidedAt: "",
  decidedBy: "",
  reason: "",
  refusal: "",
  samplePlan: "",
  sampleSize: 0,
  sampleAccept: 0,
  sampleSeed: "",
  samplePlannedAt: "",
  samplePlannedBy: "",
  sampleRejected: 0,
  sampleResult: "",
  note: "",
};

/** A box of which nothing is known but its fonds and numbers. */
export const blankBox: Blank<Box, "fondsId" | "inventory" | "number"> = {
  room: "",
  shelf: "",
  tier: "",
  condition: "",
  metres: 0,
  note: "",
};
