import { createHash } from "node:crypto";
import { NotAPackage, type OpenedPackage } from "#shared/node/packages/open-package.ts";
import { bagRoot, verifyBag } from "#shared/node/packages/verify-bag.ts";
import { noPackage } from "#shared/node/packages/verify-package.ts";
import type { ReadTree } from "#shared/package/check-tree.ts";
import { isSound, type PackageReport } from "#shared/package/package-report.ts";
import { type ReadPackage, valuesRead } from "#shared/package/read-back.ts";
import { treeTables, verifyTree } from "./verify-tree.ts";

/**
 * A tree of folders in what was opened, held against its tables and the bag around it: what is wrong, and where nothing
 * is each of its files as a package that was read. Nothing where there is no such tree.
 */
export async function examineTree(
  opened: OpenedPackage,
): Promise<{ report: PackageReport; files: ReadPackage[] } | undefined> {
  if (treeTables(opened) === undefined) return undefined;
  const ofBag = bagRoot(opened) === undefined ? [] : await verifyBag(opened);
  const { read, faults } = await verifyTree(opened);
  const report: PackageReport = {
    ...noPackage(new NotAPackage("")),
    kind: read?.profile.kind ?? "",
    documents: read?.files.reduce((sum, { documents }) => sum + documents.length, 0) ?? 0,
    files: opened.paths.size,
    bytes: [...opened.paths.values()].reduce((sum, size) => sum + size, 0),
    faults: [...ofBag, ...faults],
  };
  return { report, files: read && isSound(report) ? await filesOf(opened, read) : [] };
}

/** The digests are those of the bytes that are there: a tree without a bag has no others. */
async function filesOf(opened: OpenedPackage, { profile, files }: ReadTree): Promise<ReadPackage[]> {
  const read: ReadPackage[] = [];
  for (const { fonds, description, documents } of files) {
    const { fondsCode = "" } = valuesRead(description, profile.file);
    const ofFonds = fonds && valuesRead(fonds, profile.fonds);
    const whole: ReadPackage["documents"][number][] = [];
    for (const document of documents) whole.push({ ...document, ...(await digestOf(opened, document.path)) });
    read.push({
      profile: { file: profile.file, document: profile.documents },
      ...{ fondsCode, fondsName: ofFonds?.["name"] ?? "" },
      ...(fonds && { fonds: { fields: profile.fonds, description: fonds } }),
      ...{ file: description, documents: whole },
    });
  }
  return read;
}

async function digestOf(opened: OpenedPackage, path: string): Promise<{ digest: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of (await opened.read(path)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { digest: hash.digest("hex"), size };
}
