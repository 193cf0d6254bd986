import { Value } from "typebox/value";
import type { TSchema } from "typebox";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { fileSchema } from "#shared/archive/file.ts";
import { type Fonds, fondsSchema } from "#shared/archive/fonds.ts";
import { type Item, itemSchema } from "#shared/archive/item.ts";
import { dateOf, type ReadDescription } from "./check-description.ts";
import type { PackageValues } from "./package-model.ts";
import type { PackageField, PackageProfile } from "./package-profile.ts";
import { readPaperCode } from "./paper-code.ts";

/** A package, or a file of a tree of folders, as it was read: its descriptions, and the bytes that each is of. */
export type ReadPackage = {
  profile: Pick<PackageProfile, "file" | "document">;
  /** Mã phông and tên phông, as its METS files or tables name them; empty where they do not. */
  fondsCode: string;
  fondsName: string;
  /** What a tree's table says of the fonds. */
  fonds?: { fields: readonly PackageField[]; description: ReadDescription };
  file: ReadDescription;
  documents: readonly { description: ReadDescription; path: string; digest: string; size: number }[];
};

type FondsFields = Partial<Fonds> & Pick<Fonds, "code" | "name" | "archiveCode">;
type FileFields = Omit<Partial<ArchiveFile>, "fondsId"> & Pick<ArchiveFile, "code" | "title">;
type ItemFields = Partial<Item> & Pick<Item, "ordinal" | "subject">;

/** What records a package becomes. `left`: fields, as the circular names them, whose values no record has room for. */
export type ReadRecords = {
  fonds: FondsFields;
  file: FileFields;
  items: { fields: ItemFields; path: string; digest: string; size: number }[];
  left: string[];
};

/**
 * The records that a package was made of, as far as its kind carries them. The package must be sound; `archiveCode` is
 * that of its fonds where this is known.
 */
export function readBack(read: ReadPackage, archiveCode: string): ReadRecords {
  const { profile, documents } = read;
  const left = new Set<string>();
  const ofFile = valuesRead(read.file, profile.file);
  const [first] = documents;
  const firstCode = first && (valuesRead(first.description, profile.document)["documentCode"] ?? "");
  const code = ofFile["code"] ?? firstCode?.slice(0, firstCode.lastIndexOf(".")) ?? "";
  const whole = ofFile["archiveFileCode"] ?? code;
  const before =
    ofFile["archiveCode"] ?? (whole.endsWith(`.${code}`) ? whole.slice(0, -code.length - 1) : "");
  const paper = readPaperCode(ofFile["paperCode"] ?? "", code, archiveCode || before);
  const file = fit(fileSchema, profile.file, left, {
    ...{ code: ["code", code], title: ["title", ofFile["title"] ?? ""] },
    ...texts(ofFile, { retention: "retention", access: "access", language: "language", note: "note" }),
    ...texts(ofFile, { startDate: "startDate", endDate: "endDate", keywords: "keywords" }),
    condition: ["condition", ofFile["condition"] ?? ""],
    leafCount: ["leaves", numberOf(ofFile["leaves"])],
    pageCount: ["pages", numberOf(ofFile["pages"])],
    box: ["paperCode", paper.box],
    ...("notation" in ofFile
      ? { notation: ["notation", ofFile["notation"] ?? ""] as const }
      : { notation: ["paperCode", paper.notation] as const }),
    ...("catalog" in ofFile && { inventory: ["catalog", inventoryOf(ofFile)] as const }),
  });
  const items = documents.map(({ description, path, digest, size }) => {
    const values = valuesRead(description, profile.document);
    const { documentCode } = values;
    const fields: unknown = fit(itemSchema, profile.document, left, {
      ordinal:
        documentCode === undefined
          ? ["ordinal", Number(values["ordinal"])]
          : ["documentCode", Number(documentCode.slice(documentCode.lastIndexOf(".") + 1))],
      ...texts(values, { type: "type", number: "number", symbol: "symbol", issuedDate: "issuedDate" }),
      ...texts(values, { issuer: "issuer", subject: "subject", language: "language", access: "access" }),
      ...texts(values, { keywords: "keywords", autograph: "autograph", condition: "condition" }),
      note: ["note", values["note"] ?? ""],
      pageCount: ["pages", numberOf(values["pages"])],
    });
    leaveOut(profile.document, values, left);
    const { retention } = values;
    if (retention !== undefined && retention !== "" && retention !== ofFile["retention"])
      left.add(nameOf(profile.document, "retention"));
    return { fields: fields as ItemFields, path, digest, size };
  });
  leaveOut(profile.file, ofFile, left);
  const name = read.fondsName || read.fondsCode;
  const fonds: unknown = fit(fondsSchema, read.fonds?.fields ?? [], left, {
    ...{ code: ["", read.fondsCode], name: ["", name], archiveCode: ["", paper.archiveCode || before] },
    ...(read.fonds && tableOfFonds(valuesRead(read.fonds.description, read.fonds.fields))),
  });
  return { fonds: fonds as FondsFields, file: file as unknown as FileFields, items, left: [...left] };
}

/** A file's list number; where it is the year that the file began in, as it is for want of one, none is told. */
function inventoryOf({ catalog = "", startDate = "" }: PackageValues): string {
  return catalog === startDate.slice(0, 4) ? "" : catalog;
}

/** What the table of fonds says of one beside its codes and its name (TT 02/2019/TT-BNV, table A). */
function tableOfFonds(values: PackageValues): Given {
  return {
    ...texts(values, { history: "history", dateSpan: "dateSpan", keyGroups: "keyGroups", note: "note" }),
    ...texts(values, { otherTypes: "otherTypes", languages: "languages", findingAids: "findingAids" }),
    paperTotal: ["paperTotal", numberOf(values["paperTotal"])],
    copiedPages: ["copiedPages", numberOf(values["copiedPages"])],
  };
}

/** Values by what they are made of; dates as `yyyy[-mm[-dd]]`. What is not in the description is not there. */
export function valuesRead({ fields }: ReadDescription, expected: readonly PackageField[]): PackageValues {
  return Object.fromEntries(
    fields.flatMap(({ name, value }) => {
      const field = expected.find((one) => one.name === name);
      return field ? [[field.from, field.kind === "date" ? dateOf(value) : value]] : [];
    }),
  );
}

/** What has no record's field of its own: signs, copies made elsewhere, born digital. */
function leaveOut(expected: readonly PackageField[], values: PackageValues, left: Set<string>): void {
  const usual = { origin: "02", copied: "0" };
  for (const from of ["sign", "copyState", "process", "origin", "copied"] as const) {
    const value = values[from] ?? "";
    if (value !== "" && value !== (usual as Record<string, string>)[from]) left.add(nameOf(expected, from));
  }
}

type Given = Record<string, readonly [from: PackageField["from"] | "", value: string | number]>;

function texts(values: PackageValues, fields: Record<string, PackageField["from"]>): Given {
  return Object.fromEntries(
    Object.entries(fields).map(([field, from]): [string, Given[string]] => [
      field,
      [from, values[from] ?? ""],
    ]),
  );
}

/** The values that a record has room for; of the others their field stays empty, and is named. */
function fit(
  schema: { properties: Record<string, TSchema> },
  expected: readonly PackageField[],
  left: Set<string>,
  given: Given,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(given).map(([field, [from, value]]) => {
      const shape = schema.properties[field];
      if (shape && Value.Check(shape, value)) return [field, value];
      if (from !== "") left.add(nameOf(expected, from));
      return [field, typeof value === "number" ? 0 : ""];
    }),
  );
}

function nameOf(expected: readonly PackageField[], from: PackageField["from"]): string {
  return expected.find((field) => field.from === from)?.name ?? from;
}

function numberOf(text = ""): number {
  return /^\d+$/.test(text) ? Number(text) : 0;
}
