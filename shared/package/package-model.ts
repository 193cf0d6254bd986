import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Digest } from "#shared/base/digest.ts";

/** A document of a package: its item, the bytes that stand for it, and how many pages these have. */
export type PackagedDocument = {
  item: Item;
  digest: Digest;
  /** Bytes. */
  size: number;
  pages: number;
};

/** What one package is of, whatever its profile: a file (hồ sơ) with its documents in their order. */
export type PackageModel = { fonds: Fonds; file: ArchiveFile; documents: readonly PackagedDocument[] };

/** Texts by what a profile's fields are made of; empty where nothing is known. */
export type PackageValues = Partial<Record<string, string>>;

/** Digitized from paper (`confidenceLevel` 02). */
const digitized = "02";

/** What the description of a file is made of. */
type DescribedFile = {
  fonds: Pick<Fonds, "archiveCode"> & Partial<Pick<Fonds, "code">>;
  file: ArchiveFile;
  documents: readonly Pick<PackagedDocument, "item" | "pages">[];
};

/** Values of the description of the file. Dates as `yyyy[-mm[-dd]]`. */
export function valuesOfFile({ fonds, file, documents }: DescribedFile): PackageValues {
  const dates = documents.map(({ item }) => item.issuedDate).filter((date) => date.length === 10);
  dates.sort();
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  return {
    code: file.code,
    archiveFileCode: archiveFileCode(fonds, file),
    title: file.title,
    retention: file.retention,
    access: file.access,
    language: file.language,
    startDate: wholeDate(file.startDate, dates),
    endDate: wholeDate(file.endDate, dates.reverse()),
    keywords: file.keywords,
    documents: String(documents.length),
    leaves: numberText(file.leafCount),
    pages: numberText(file.pageCount > 0 ? file.pageCount : pages),
    condition: file.condition,
    origin: digitized,
    paperCode: paperCode(fonds, file),
    copied: "0",
    note: file.note,
    ...placeOf(fonds, file),
  };
}

/** Values of the description of one document. */
export function valuesOfDocument(model: PackageModel, document: PackagedDocument): PackageValues {
  const { fonds, file } = model;
  const { item, pages } = document;
  return {
    archiveFileCode: archiveFileCode(fonds, file),
    code: file.code,
    ...placeOf(fonds, file),
    documentId: `${file.code}.${item.ordinal}`,
    documentCode: `${file.code}.${String(item.ordinal).padStart(7, "0")}`,
    ordinal: String(item.ordinal),
    retention: file.retention,
    type: item.type,
    number: item.number,
    symbol: item.symbol,
    issuedDate: item.issuedDate,
    issuer: item.issuer,
    subject: item.subject,
    language: item.language === "" ? file.language : item.language,
    pages: numberText(pages > 0 ? pages : item.pageCount),
    keywords: item.keywords,
    access: item.access === "" ? file.access : item.access,
    origin: digitized,
    autograph: item.autograph,
    condition: item.condition,
    copied: "0",
    note: item.note,
  };
}

/** What tells where in the archive a file belongs (TT 02/2019: a file's list number, or the year that it began in). */
function placeOf(fonds: DescribedFile["fonds"], file: ArchiveFile): PackageValues {
  return {
    archiveCode: fonds.archiveCode,
    fondsCode: fonds.code ?? "",
    catalog: /^\d+$/.test(file.inventory) ? file.inventory : file.startDate.slice(0, 4),
    notation: file.notation,
  };
}

/** Values of the description of the fonds, of which so many pages were digitized. */
export function valuesOfFonds(fonds: Fonds, pages: number): PackageValues {
  const { name, history, dateSpan, keyGroups, otherTypes, languages, findingAids, note } = fonds;
  return {
    ...{ archiveCode: fonds.archiveCode, fondsCode: fonds.code, name, history, dateSpan, keyGroups },
    ...{ otherTypes, languages, findingAids, note, paperTotal: numberText(fonds.paperTotal) },
    ...{ paperDigital: numberText(pages), copiedPages: numberText(fonds.copiedPages) },
  };
}

/** Mã cơ quan lưu trữ before mã hồ sơ, where it does not stand there already. */
function archiveFileCode(fonds: DescribedFile["fonds"], file: ArchiveFile): string {
  const { archiveCode } = fonds;
  return archiveCode === "" || file.code === archiveCode || file.code.startsWith(`${archiveCode}.`)
    ? file.code
    : `${archiveCode}.${file.code}`;
}

/** `[Mã cơ quan lưu trữ].[Số kho/giá/hộp].[Số hồ sơ giấy]`; empty where one of them is not known. */
function paperCode(fonds: DescribedFile["fonds"], file: ArchiveFile): string {
  const parts = [fonds.archiveCode, file.box, file.notation === "" ? file.code : file.notation];
  return parts.includes("") ? "" : parts.join(".");
}

/** A date of which only the year or month is listed, made whole by the first of the documents' dates within it. */
function wholeDate(listed: string, dates: readonly string[]): string {
  if (listed.length === 10) return listed;
  return dates.find((date) => date.startsWith(listed)) ?? listed;
}

function numberText(count: number): string {
  return count > 0 ? String(count) : "";
}
