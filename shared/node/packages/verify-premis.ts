import { checkPremis, type PreservedThing } from "#shared/package/check-premis.ts";
import type { PackageProfile } from "#shared/package/package-profile.ts";
import type { PackageFault } from "#shared/package/package-report.ts";
import type { OpenedPackage } from "./open-package.ts";
import { treeOf } from "./read-tree.ts";
import { readWhole } from "./read-whole.ts";
import { readXml, sayFault } from "./read-xml.ts";
import type { Found } from "./verify-links.ts";

/**
 * Holds the PREMIS of a package against PREMIS 3.0 and against the bytes it tells of. Where the profile wants it, each
 * METS file has to lead to one.
 */
export async function verifyPremis(
  opened: OpenedPackage,
  found: readonly Found[],
  { preservation }: PackageProfile,
): Promise<PackageFault[]> {
  const faults: PackageFault[] = [];
  for (const { path, mets, paths } of found) {
    const premis = mets.links.filter(({ kind, preserves }) => kind === "metadata" && preserves);
    if (premis.length === 0 && preservation && mets.objectId !== "")
      faults.push({ code: "premis-missing", path, detail: "PREMIS" });
    const things = mets.links.flatMap(({ id, kind, checksum }): PreservedThing[] => {
      const target = paths.get(id);
      const isData = kind === "file" && target !== undefined && /\/data\//u.test(target);
      return isData ? [{ path: target, size: opened.paths.get(target) ?? 0, digest: checksum }] : [];
    });
    for (const { id } of premis) {
      const target = paths.get(id);
      if (target === undefined) continue;
      const read = readXml((await readWhole(opened, target)) ?? new Uint8Array(), treeOf);
      if (read.ok) faults.push(...checkPremis(target, read.value, things));
      else faults.push({ code: "premis-unreadable", path: target, detail: sayFault(read.fault) });
    }
  }
  return faults;
}
