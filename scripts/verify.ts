import { stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NotAPackage, openPackage } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { bagRoot, verifyBag } from "#shared/node/packages/verify-bag.ts";
import { noPackage, verifyPackage } from "#shared/node/packages/verify-package.ts";
import { isSound, isWarning, type PackageFault, type PackageReport } from "#shared/package/package-report.ts";
import { vi } from "#shared/text/vi.ts";
import { treeTables, verifyTree } from "#electron/packages/verify-tree.ts";

const words = vi.packages;
const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error(words.usage);
  process.exit(2);
}
const schemas = await readSchemas(join(import.meta.dirname, "..", "resources"));
const reports: (PackageReport & { path: string; sound: boolean })[] = [];
for (const path of positionals) {
  for (const { name, report } of await verify(path)) {
    reports.push({ path: name, sound: isSound(report), ...report });
    if (!values.json) tell(name, report);
  }
}
if (values.json) console.log(JSON.stringify(reports, null, 2));
process.exitCode = reports.every(({ sound }) => sound) ? 0 : 1;

type Named = { name: string; report: PackageReport };

/** The report of a package or a tree of folders; of a bag (BagIt) its own, and that of each package in it. */
async function verify(path: string): Promise<Named[]> {
  try {
    const opened = await openPackage(path);
    try {
      const isBag = bagRoot(opened) !== undefined;
      const reports: Named[] = [];
      const whole = { ...noPackage(new NotAPackage("")), files: opened.paths.size };
      if (isBag)
        reports.push({ name: path, report: { ...whole, kind: "BagIt", faults: await verifyBag(opened) } });
      if (treeTables(opened) !== undefined) {
        const { read, faults } = await verifyTree(opened);
        const kind = read ? read.profile.kind : "";
        const documents = read?.files.reduce((sum, file) => sum + file.documents.length, 0) ?? 0;
        return [...reports, { name: path, report: { ...whole, kind, documents, faults } }];
      }
      if (!isBag) return [{ name: path, report: await verifyPackage(opened, schemas) }];
      const zips = [...opened.paths.keys()].filter((one) => /(^|\/)data\/.*\.zip$/i.test(one));
      for (const zip of (await stat(path)).isDirectory() ? zips : [])
        reports.push(...(await verify(join(path, zip))));
      return reports;
    } finally {
      opened.close();
    }
  } catch (error) {
    if (error instanceof NotAPackage) return [{ name: path, report: noPackage(error) }];
    throw error;
  }
}

function tell(path: string, report: PackageReport): void {
  const { objectId, kind, documents, files, faults } = report;
  console.log(path);
  console.log(`  ${words.verified(objectId, kind, String(documents), String(files))}`);
  const hard = faults.filter((fault) => !isWarning(fault));
  const soft = faults.filter(isWarning);
  if (faults.length === 0) console.log(`  ${words.sound}`);
  if (hard.length > 0) console.log(`  ${words.unsound(String(hard.length))}`);
  for (const fault of hard) console.log(`    ${sentenceOf(fault)}`);
  if (soft.length > 0) console.log(`  ${words.warnings(String(soft.length))}`);
  for (const fault of soft) console.log(`    ${sentenceOf(fault)}`);
}

function sentenceOf({ code, path, detail }: PackageFault): string {
  return words.faults[code](path, detail);
}
