import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import { covers } from "#shared/archive/unit.ts";
import type { Digest } from "#shared/base/digest.ts";
import { fold } from "#shared/base/fold.ts";
import type { FoundPackage } from "#shared/contract/packages.ts";
import { type PackageValues, valuesOfDocument, valuesOfFile } from "#shared/package/package-model.ts";
import type { PackageField } from "#shared/package/package-profile.ts";
import { type ReadPackage, readBack, type ReadRecords, valuesRead } from "#shared/package/read-back.ts";
import type { Journal } from "#electron/journal/journal.ts";

const mostFonds = 100_000;

/** How a package stands to the records here, and what of it is new. */
export type Comparison = {
  stands: FoundPackage["stands"];
  fonds: Fonds | undefined;
  file: ArchiveFile | undefined;
  records: ReadRecords;
  fresh: ReadRecords["items"];
  same: number;
  differing: FoundPackage["differing"];
};

/** Holds a sound package against what the journal has: by mã phông, mã hồ sơ, the ordinal and the digest. */
export function compareRecords(journal: Journal, read: ReadPackage, scope: string): Comparison {
  const { code } = readBack(read, "").file;
  const files = journal.filesWithCode(code).sort((one, other) => rank(one) - rank(other));
  const holds = ({ id, code: own }: Fonds) =>
    own === read.fondsCode || (read.fondsCode === "" && files.some(({ fondsId }) => fondsId === id));
  const all = journal
    .pull("fonds", null, mostFonds)
    .documents.filter((one) => one.withdrawn === "" && holds(one));
  const fonds = chooseFonds(all, files, read.fondsName);
  const records = readBack(read, fonds?.archiveCode ?? "");
  const nothing = { fonds, file: undefined, records, fresh: [], same: 0, differing: [] };
  if (isSecret(read)) return { ...nothing, stands: "secret" };
  if (!fonds && (all.length > 0 || read.fondsCode === "")) return { ...nothing, stands: "unclear" };
  if (fonds && !covers(scope, fonds.scope)) return { ...nothing, stands: "outside" };
  const file = fonds && files.find(({ fondsId }) => fondsId === fonds.id);
  if (!fonds || !file) return { ...nothing, stands: "new", fresh: records.items };
  const items = journal.children("items", file.id);
  const held = new Map(items.map((item) => [item.ordinal, item]));
  const fresh = records.items.filter(({ fields }) => !held.has(fields.ordinal));
  const differing: FoundPackage["differing"] = [];
  const documents = items
    .filter(({ withdrawn }) => withdrawn === "")
    .map((item) => ({ item, ...bytesOf(item), pages: standingPages(journal, item) }));
  const model = { fonds, file, documents };
  const ofFile = differ(read.profile.file, valuesRead(read.file, read.profile.file), valuesOfFile(model));
  if (ofFile.length > 0) differing.push({ fields: ofFile });
  for (const [place, { fields, digest }] of records.items.entries()) {
    const item = held.get(fields.ordinal);
    const description = read.documents[place]?.description;
    if (!item || !description) continue;
    const document = { item, ...bytesOf(item), pages: standingPages(journal, item) };
    const values = valuesRead(description, read.profile.document);
    const names = differ(read.profile.document, values, valuesOfDocument(model, document));
    if (item.withdrawn !== "") names.push("withdrawn");
    if (item.renditionDigest !== digest) names.push("data");
    if (names.length > 0) differing.push({ ordinal: fields.ordinal, fields: names });
  }
  const differs = differing.filter(({ ordinal }) => ordinal !== undefined).length;
  const same = records.items.length - fresh.length - differs;
  const open = file.withdrawn === "" && isOpen(journal, file);
  return { stands: open ? "known" : "closed", fonds, file, records, fresh, same, differing };
}

/** What is withdrawn comes after what counts. */
function rank({ withdrawn }: ArchiveFile): number {
  return withdrawn === "" ? 0 : 1;
}

/** Mật: never taken into the system, whoever packed it. */
function isSecret({ file, documents, profile }: ReadPackage): boolean {
  const of = [
    valuesRead(file, profile.file),
    ...documents.map(({ description }) => valuesRead(description, profile.document)),
  ];
  return of.some((values) => (values["access"] ?? "").split(/[;,]\s*/).includes("03"));
}

/** Of several fonds of one code, as merged units have them, the one that holds the file, or that is so named. */
function chooseFonds(all: readonly Fonds[], files: readonly ArchiveFile[], name: string): Fonds | undefined {
  const holding = all.filter(({ id }) => files.some(({ fondsId }) => fondsId === id));
  const named = all.filter((one) => fold(one.name) === fold(name));
  return [holding, named, all].find(({ length }) => length === 1)?.[0];
}

/** What is handed over or further on is no more added to by an import. */
function isOpen(journal: Journal, { batchId }: ArchiveFile): boolean {
  const batch = batchId === "" ? undefined : journal.read("batches", batchId);
  return batchId === "" || batch?.state === "draft";
}

function bytesOf({ renditionDigest, renditionSize }: Item): { digest: Digest; size: number } {
  return { digest: renditionDigest as Digest, size: renditionSize };
}

function standingPages(journal: Journal, item: Item): number {
  return journal.children("pages", item.id).filter(({ withdrawn }) => withdrawn === "").length;
}

/** How many documents there are says no more than the documents do; an alias is of one tree, and of no record. */
const ofNoRecord: readonly PackageField["from"][] = ["documents", "aliasCode"];

/** Names of the fields whose values are others here. */
function differ(fields: readonly PackageField[], read: PackageValues, held: PackageValues): string[] {
  return fields
    .filter(({ from }) => !ofNoRecord.includes(from) && (read[from] ?? "") !== (held[from] ?? "").trim())
    .map(({ name }) => name);
}
