import { checkDescription, type ReadDescription, sharesTime } from "./check-description.ts";
import { pathColumn, treeSheetNames, type TreeSheet } from "./lay-out-tree.ts";
import type { PackageValues } from "./package-model.ts";
import { gapsIn, otherNames, partsOfName } from "./name-in-tree.ts";
import type { PackageFault } from "./package-report.ts";
import type { PackageField } from "./package-profile.ts";
import { valuesRead } from "./read-back.ts";
import { rulesOf, type TreeProfile, treeProfiles } from "./tree-profile.ts";

/** A tree as its tables tell of it: files with their documents, each with the path of its bytes. */
export type ReadTree = {
  profile: TreeProfile;
  files: {
    /** That of its fonds; nothing where the table of fonds lacks it. */
    fonds: ReadDescription | undefined;
    description: ReadDescription;
    documents: { description: ReadDescription; path: string }[];
  }[];
};

/** The profile whose fields the tables have, and whose templates most of the paths in them are by. */
export function treeProfileOf(sheets: readonly TreeSheet[]): TreeProfile | undefined {
  const heads = (name: string) => sheets.find((one) => one.name === name)?.rows[0]?.join("\n") ?? "";
  const named = (fields: readonly PackageField[]) => fields.map(({ name }) => name).join("\n");
  const fitting = Object.values(treeProfiles).filter(
    ({ file, documents }) =>
      heads(treeSheetNames.file) === named(file) &&
      heads(treeSheetNames.documents) === `${named(documents)}\n${pathColumn}`,
  );
  const paths = rowsOf(sheets, treeSheetNames.documents).map((row) => row.at(-1) ?? "");
  const deep = (path: string) => path.split("/").length;
  const misses = ({ folders }: TreeProfile) => paths.filter((path) => deep(path) !== folders.length).length;
  return fitting.sort((one, other) => misses(one) - misses(other))[0];
}

/**
 * What is wrong in the tables of a tree, and with what lies in it: `root` is the folder of the workbook with `/` at its
 * end, `tables` its path, `paths` all things in the tree.
 */
export function checkTree(
  sheets: readonly TreeSheet[],
  profile: TreeProfile,
  { root, tables, paths }: { root: string; tables: string; paths: Iterable<string> },
): { read: ReadTree; faults: PackageFault[] } {
  const rules = rulesOf(profile);
  const faults: PackageFault[] = [];
  const describe = (name: string, fields: readonly PackageField[]): Told[] =>
    rowsOf(sheets, name).map((row, place) => {
      const path = `${tables} ${name}:${place + 2}`;
      const description = { path, fields: fieldsOf(profile, fields, row) };
      faults.push(...checkDescription(description, fields, rules));
      return { description, values: valuesRead(description, fields), row };
    });
  const fonds = describe(treeSheetNames.fonds, profile.fonds);
  const files = describe(treeSheetNames.file, profile.file);
  const documents = describe(treeSheetNames.documents, profile.documents);
  const keyOf = keyBy(profile);
  const fondsByKey = new Map(fonds.map((one) => [fondsOf(one.values), one]));
  faults.push(...repeated(fonds, fondsOf), ...repeated(files, keyOf), ...repeated(documents, codeOf));
  const byFile = new Map<string, Told[]>(files.map(({ values }) => [keyOf(values), []]));
  const [there, named] = [new Set(paths), new Set<string>()];
  for (const document of documents) {
    const { path } = document.description;
    const siblings = byFile.get(keyOf(document.values));
    if (siblings) siblings.push(document);
    else faults.push({ code: "code-differs", path, detail: document.values["code"] ?? "" });
    faults.push(...checkCode(document));
    const target = root + pathIn(document);
    if (!there.has(target)) faults.push({ code: "missing", path, detail: target });
    if (named.has(target)) faults.push({ code: "code-twice", path, detail: target });
    named.add(target);
  }
  for (const path of there)
    if (path !== tables && !named.has(path)) faults.push({ code: "orphan", path, detail: "" });
  const read: ReadTree = { profile, files: [] };
  for (const file of files) {
    const own = byFile.get(keyOf(file.values)) ?? [];
    const owner = fondsByKey.get(fondsOf(file.values));
    if (!owner)
      faults.push({
        code: "fonds-missing",
        path: file.description.path,
        detail: fondsOf(file.values).trim(),
      });
    faults.push(...checkFile(file.description, file.values, own));
    faults.push(...checkNames(profile, root, { organ: owner?.values["name"] ?? "", file, documents: own }));
    read.files.push({
      fonds: owner?.description,
      description: file.description,
      documents: own.map((one) => ({ description: one.description, path: root + pathIn(one) })),
    });
  }
  return { read, faults: [...faults, ...gapsInAliases(documents, tables)] };
}

type Told = { description: ReadDescription; values: PackageValues; row: readonly string[] };

/** By what a document names its file: by its code, and by its fonds where the table has that too. */
function keyBy({ documents }: TreeProfile): (values: PackageValues) => string {
  const hasFonds = documents.some(({ from }) => from === "fondsCode");
  return (values) => `${hasFonds ? `${fondsOf(values)} ` : ""}${values["code"] ?? ""}`;
}

function fondsOf({ archiveCode = "", fondsCode = "" }: PackageValues): string {
  return `${archiveCode} ${fondsCode}`;
}

/** What names a document in its table: its code, and where that is an alias also its place in its file. */
function codeOf({ documentId, aliasCode = "", archiveCode = "", fondsCode = "" }: PackageValues): string {
  return documentId === undefined ? aliasCode : `${archiveCode} ${fondsCode} ${documentId}`;
}

/** Rows that are told twice. */
function repeated(rows: readonly Told[], nameOf: (values: PackageValues) => string): PackageFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ description: { path }, values }): PackageFault[] => {
    const name = nameOf(values);
    if (seen.has(name)) return [{ code: "code-twice", path, detail: name.trim() }];
    seen.add(name);
    return [];
  });
}

function pathIn({ row }: Told): string {
  return (row.at(-1) ?? "").normalize("NFC");
}

const aliasForm = /^(?<of>.+_[^_]+)_(?<number>\d{6})_V\d+$/u;

/** A document's code beside its file and number (mã hồ sơ, số thứ tự), or the form of its alias. */
function checkCode({ description: { path }, values }: Told): PackageFault[] {
  const { documentId, aliasCode = "", code = "", ordinal = "" } = values;
  if (documentId === undefined)
    return aliasForm.test(aliasCode) ? [] : [{ code: "alias-form", path, detail: aliasCode }];
  const own = `${code}.${ordinal}`;
  return documentId === own ? [] : [{ code: "ordinal-differs", path, detail: `${documentId} ≠ ${own}` }];
}

/** Aliases are numbered by agency and type, through all files of a tree (rules.md §2.7). */
function gapsInAliases(documents: readonly Told[], path: string): PackageFault[] {
  const numbers = new Map<string, number[]>();
  for (const { values } of documents) {
    const { of = "", number = "" } = aliasForm.exec(values["aliasCode"] ?? "")?.groups ?? {};
    if (of !== "") numbers.set(of, [...(numbers.get(of) ?? []), Number(number)]);
  }
  return [...numbers].flatMap(([of, own]): PackageFault[] => {
    const gaps = gapsIn(own);
    return gaps === "" ? [] : [{ code: "ordinal-gap", path, detail: `${of}: ${gaps}` }];
  });
}

/** Whether documents are named, and lie, as the tables say. */
function checkNames(
  profile: TreeProfile,
  root: string,
  { organ, file, documents }: { organ: string; file: Told; documents: readonly Told[] },
): PackageFault[] {
  return documents.flatMap((document): PackageFault[] => {
    const parts = partsOfName(profile, { organ, file: file.values, document: document.values });
    const other = otherNames(profile, parts, pathIn(document));
    const path = root + pathIn(document);
    return [
      ...(other.document === "" ? [] : [{ code: "name-differs" as const, path, detail: other.document }]),
      ...(other.folders === "" ? [] : [{ code: "folder-differs" as const, path, detail: other.folders }]),
    ];
  });
}

/** A file's totals, numbers and time beside its documents. */
function checkFile({ path }: ReadDescription, values: PackageValues, own: readonly Told[]): PackageFault[] {
  const faults: PackageFault[] = [];
  if (Number(values["documents"]) !== own.length)
    faults.push({ code: "total-differs", path, detail: `${values["documents"] ?? ""} ≠ ${own.length}` });
  const pages = own.reduce((sum, one) => sum + Number(one.values["pages"] ?? 0), 0);
  if (Number(values["pages"]) !== pages)
    faults.push({ code: "pages-differ", path, detail: `${values["pages"] ?? ""} ≠ ${pages}` });
  const ordinals = own.map((one) => one.values["ordinal"] ?? "");
  const known = ordinals.filter((ordinal) => /^\d+$/.test(ordinal)).map(Number);
  for (const ordinal of new Set(known.filter((one, place) => known.indexOf(one) !== place)))
    if (own.every((one) => one.values["documentId"] === undefined))
      faults.push({ code: "code-twice", path, detail: `${values["code"] ?? ""}.${ordinal}` });
  const gaps = gapsIn(known);
  if (gaps !== "") faults.push({ code: "ordinal-gap", path, detail: gaps });
  for (const one of own) {
    const issued = one.values["issuedDate"] ?? "";
    if (!sharesTime(issued, values["startDate"] ?? "", values["endDate"] ?? ""))
      faults.push({ code: "date-outside", path: one.description.path, detail: issued });
  }
  return faults;
}

function rowsOf(sheets: readonly TreeSheet[], name: string): string[][] {
  return sheets.find((one) => one.name === name)?.rows.slice(1) ?? [];
}

/** A row as a description: words as their codes, where they are some. */
function fieldsOf({ lists }: TreeProfile, fields: readonly PackageField[], row: readonly string[]) {
  return fields.map((field, place) => {
    const text = row[place] ?? "";
    const words = field.kind === "code" ? Object.entries(lists[field.list ?? ""] ?? {}) : [];
    const value = words.find(([, word]) => word.normalize("NFC") === text.normalize("NFC"))?.[0] ?? text;
    return { name: field.name, value };
  });
}
