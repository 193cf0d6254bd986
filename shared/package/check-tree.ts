import { checkDescription, type ReadDescription, sharesTime } from "./check-description.ts";
import { pathColumn, treeSheetNames, type TreeSheet } from "./lay-out-tree.ts";
import type { PackageFault } from "./package-report.ts";
import type { PackageField } from "./package-profile.ts";
import { valuesRead } from "./read-back.ts";
import { rulesOf, type TreeProfile, treeProfiles } from "./tree-profile.ts";

/** A tree as its tables tell of it: files with their documents, each with the path of its bytes. */
export type ReadTree = {
  profile: TreeProfile;
  files: { description: ReadDescription; documents: { description: ReadDescription; path: string }[] }[];
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
  const describe = (name: string, fields: readonly PackageField[]) =>
    rowsOf(sheets, name).map((row, place) => {
      const path = `${tables} ${name}:${place + 2}`;
      const description = { path, fields: fieldsOf(profile, fields, row) };
      faults.push(...checkDescription(description, fields, rules));
      return { description, values: valuesRead(description, fields), row };
    });
  describe(treeSheetNames.fonds, profile.fonds);
  const files = describe(treeSheetNames.file, profile.file);
  const documents = describe(treeSheetNames.documents, profile.documents);
  const known = new Set(files.map(({ values }) => values["code"]));
  const [codes, named] = [new Set<string>(), new Set<string>()];
  const there = new Set(paths);
  for (const { description, values, row } of documents) {
    const { path } = description;
    const code = values["documentId"] ?? values["aliasCode"] ?? "";
    if (codes.has(code)) faults.push({ code: "code-twice", path, detail: code });
    codes.add(code);
    if (!known.has(values["code"])) faults.push({ code: "code-differs", path, detail: values["code"] ?? "" });
    const own = `${values["code"] ?? ""}.${values["ordinal"] ?? ""}`;
    if (values["documentId"] !== undefined && code !== own)
      faults.push({ code: "ordinal-differs", path, detail: `${code} ≠ ${own}` });
    const target = root + (row.at(-1) ?? "").normalize("NFC");
    if (!there.has(target)) faults.push({ code: "missing", path, detail: target });
    if (named.has(target)) faults.push({ code: "code-twice", path, detail: target });
    named.add(target);
  }
  for (const path of there)
    if (path !== tables && !named.has(path)) faults.push({ code: "orphan", path, detail: "" });
  const read: ReadTree = { profile, files: [] };
  for (const { description, values } of files) {
    const own = documents.filter((one) => one.values["code"] === values["code"]);
    faults.push(...checkFile(description, values, own));
    read.files.push({
      description,
      documents: own.map((one) => ({ description: one.description, path: root + (one.row.at(-1) ?? "") })),
    });
  }
  return { read, faults };
}

type Told = { description: ReadDescription; values: Partial<Record<string, string>> };

/** A file's totals and time beside its documents. */
function checkFile({ path }: ReadDescription, values: Told["values"], own: readonly Told[]): PackageFault[] {
  const faults: PackageFault[] = [];
  if (Number(values["documents"]) !== own.length)
    faults.push({ code: "total-differs", path, detail: `${values["documents"] ?? ""} ≠ ${own.length}` });
  const pages = own.reduce((sum, one) => sum + Number(one.values["pages"] ?? 0), 0);
  if (Number(values["pages"]) !== pages)
    faults.push({ code: "pages-differ", path, detail: `${values["pages"] ?? ""} ≠ ${pages}` });
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
