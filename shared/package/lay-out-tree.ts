import { documentTypes } from "#shared/archive/codes.ts";
import { safeName, uniqueNames } from "#shared/archive/document-name.ts";
import type { Digest } from "#shared/base/digest.ts";
import { valueText } from "./check-values.ts";
import {
  type PackageModel,
  type PackageValues,
  valuesOfDocument,
  valuesOfFile,
  valuesOfFonds,
} from "./package-model.ts";
import { fillName, partsOfName, shortestFolder } from "./name-in-tree.ts";
import type { PackageField } from "./package-profile.ts";
import type { TreeProfile } from "./tree-profile.ts";

/** A table of a tree: its name, and rows of texts of which the first names the fields. */
export type TreeSheet = { name: string; rows: string[][] };

export type LaidOutTree = {
  /** Documents by their paths in the tree, `/` between folders. */
  entries: { path: string; digest: Digest; size: number }[];
  /** Where the workbook of the tables lies. */
  tables: string;
  sheets: TreeSheet[];
};

export const treeSheetNames = { fonds: "Phông", file: "Hồ sơ", documents: "Văn bản" } as const;

/** The last column of the documents: where each lies, from the folder of the workbook. */
export const pathColumn = "Path";

/**
 * The longest path in a tree: Windows opens 260 characters, of which the place, the bag, and a number that tells two
 * names apart need their share.
 */
const pathLimit = 170;

/**
 * A tree of the documents of some files, and its tables. The models must be such that `checkValues` finds nothing;
 * `district` names the root where the profile says so, `day` (`yyyymmdd`) stands for a scan whose day is not known.
 */
export function layOutTree(
  models: readonly PackageModel[],
  profile: TreeProfile,
  { district, day }: { district: string; day: string },
): LaidOutTree {
  const counts = new Map<string, number>();
  const placed = models.flatMap((model) =>
    model.documents.map((document) => {
      const values = { ...valuesOfDocument(model, document), aliasCode: "" };
      values.aliasCode = aliasOf(model, values, counts);
      const names = namesFor(model, values, profile, { district, day, signed: document.item.signature });
      return { ...document, values, path: pathOf(profile, names) };
    }),
  );
  const paths = uniqueNames(placed.map(({ path }) => path));
  const root = fillName(profile.folders[0] ?? "", { district });
  const fonds = [...new Map(models.map(({ fonds: one }) => [one.id, one])).values()];
  const pagesOf = (id: string) =>
    models
      .filter(({ file }) => file.fondsId === id)
      .flatMap(({ documents }) => documents)
      .reduce((sum, { pages }) => sum + pages, 0);
  return {
    entries: placed.map(({ digest, size }, place) => ({ path: paths[place] ?? "", digest, size })),
    tables: `${root}/Metadata_Tong.xlsx`,
    sheets: [
      sheet(
        profile,
        treeSheetNames.fonds,
        profile.fonds,
        fonds.map((one) => valuesOfFonds(one, pagesOf(one.id))),
      ),
      sheet(profile, treeSheetNames.file, profile.file, models.map(valuesOfFile)),
      sheet(
        profile,
        treeSheetNames.documents,
        profile.documents,
        placed.map(({ values }) => values),
        paths.map((path) => path.slice(root.length + 1)),
      ),
    ],
  };
}

function sheet(
  { lists }: TreeProfile,
  name: string,
  fields: readonly PackageField[],
  rows: readonly PackageValues[],
  paths?: readonly string[],
): TreeSheet {
  const words = (field: PackageField, value: string) =>
    field.kind === "code" ? (lists[field.list ?? ""]?.[value] ?? value) : valueText(field, value);
  return {
    name,
    rows: [
      [...fields.map((field) => field.name), ...(paths ? [pathColumn] : [])],
      ...rows.map((values, place) => [
        ...fields.map((field) => words(field, values[field.from] ?? "")),
        ...(paths ? [paths[place] ?? ""] : []),
      ]),
    ],
  };
}

/** `MCQ_LV_STT_V1` of 7197/BKHCN-CĐSQG: numbers run by agency and type; the decree knows no short form of a letter. */
function aliasOf({ fonds }: PackageModel, values: PackageValues, counts: Map<string, number>): string {
  const code = values["type"] ?? "";
  const [, , short = ""] = documentTypes.find(([known]) => known === code) ?? [];
  const usual: Record<string, string> = { "22": "CV", "29": "TC", "30": "BĐ", "31": "BV", "32": "K" };
  const of = `${fonds.archiveCode}_${short || (usual[code] ?? "K")}`;
  const count = (counts.get(of) ?? 0) + 1;
  counts.set(of, count);
  return `${of}_${String(count).padStart(6, "0")}_V1`;
}

function namesFor(
  model: PackageModel,
  values: PackageValues,
  profile: TreeProfile,
  { district, day, signed }: { district: string; day: string; signed: unknown },
): Record<string, string> {
  const { fonds, documents } = model;
  const item = documents.find(({ item: one }) => String(one.ordinal) === values["ordinal"])?.item;
  const scanned = item?.checkedAt.slice(0, 10).replaceAll("-", "") ?? "";
  return {
    ...partsOfName(profile, { organ: fonds.name, file: valuesOfFile(model), document: values }),
    district,
    scanned: scanned === "" ? day : scanned,
    signed: signed === undefined ? "" : "_signed",
  };
}

/** The path of a document: where it would be too long its longest folders are cut, never its own name. */
function pathOf({ folders, document }: TreeProfile, names: Record<string, string>): string {
  const parts = folders.map((folder) => fillName(folder, names));
  const name = `${fillName(document, names)}.pdf`;
  const length = () => parts.reduce((sum, part) => sum + part.length + 1, name.length);
  while (length() > pathLimit) {
    const longest = Math.max(...parts.slice(1).map((part) => part.length));
    if (longest <= shortestFolder) break;
    const place = parts.findIndex((part, at) => at > 0 && part.length === longest);
    parts[place] = safeName((parts[place] ?? "").slice(0, longest - 1));
  }
  return [...parts, name].join("/");
}
