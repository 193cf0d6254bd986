import { checkCsip } from "#shared/package/check-csip.ts";
import { checkDescription, checkTogether } from "#shared/package/check-description.ts";
import type { PackageProfile } from "#shared/package/package-profile.ts";
import type { PackageFault } from "#shared/package/package-report.ts";
import { readEad } from "#shared/package/read-ead.ts";
import { eadNamespace } from "#shared/package/write-ead.ts";
import type { OpenedPackage } from "./open-package.ts";
import { treeOf } from "./read-tree.ts";
import { readWhole } from "./read-whole.ts";
import { readXml } from "./read-xml.ts";
import type { Described } from "./verify-descriptions.ts";
import { type Found, resolveHref } from "./verify-links.ts";

/** The finding aid by EAD3 that the package's METS leads to; empty where there is none, and the package is of a kind without. */
export async function findEad(opened: OpenedPackage, own: Found | undefined): Promise<string> {
  for (const { id, kind, preserves } of own?.mets.links ?? []) {
    const path = kind === "metadata" && !preserves ? own?.paths.get(id) : undefined;
    if (path === undefined) continue;
    const read = readXml((await readWhole(opened, path)) ?? new Uint8Array(), (root) => root.namespaceUri);
    if (read.ok && read.value === eadNamespace) return path;
  }
  return "";
}

/** Whether a package is one by E-ARK: it says so in its profile, or is described by EAD3. */
export function isByEark(own: Found | undefined, ead: string): boolean {
  return ead !== "" || /\/E-ARK-SIP[^/]*\.xml$/u.test(own?.mets.profile ?? "");
}

/** Reads and checks the finding aid of a package by E-ARK, and holds it against the documents that are there. */
export async function verifyEad(
  opened: OpenedPackage,
  found: readonly Found[],
  { profile, root, ead: path }: { profile: PackageProfile; root: string; ead: string },
  faults: PackageFault[],
): Promise<Described> {
  const read = readXml((await readWhole(opened, path)) ?? new Uint8Array(), treeOf);
  const ead = read.ok ? readEad(path, read.value, profile) : undefined;
  if (!ead) {
    faults.push({ code: "description-missing", path: found[0]?.path ?? "", detail: "EAD.xml" });
    return { file: undefined, documents: [] };
  }
  const digests = new Map(
    found
      .slice(1)
      .flatMap(({ mets, paths }) =>
        mets.links.flatMap(({ id, kind, checksum }) =>
          kind === "file" ? [[paths.get(id) ?? "", checksum.toLowerCase()] as const] : [],
        ),
      ),
  );
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const documents = ead.documents.map(({ description, href }): Described["documents"][number] => {
    const targets = [folder, root].map((from) => resolveHref(from, root, href));
    const target = targets.find((one) => one !== undefined && digests.has(one));
    if (target === undefined) faults.push({ code: "unlinked", path: description.path, detail: href });
    const bytes = target === undefined ? undefined : { path: target, digest: digests.get(target) ?? "" };
    return { description, bytes };
  });
  const told = new Set(documents.map(({ bytes }) => bytes?.path));
  for (const target of digests.keys())
    if (!told.has(target)) faults.push({ code: "unlinked", path: target, detail: path });
  const descriptions = documents.map(({ description }) => description);
  faults.push(...checkDescription(ead.file, profile.file, profile));
  for (const one of descriptions) faults.push(...checkDescription(one, profile.document, profile));
  faults.push(...checkTogether(ead.file, descriptions, profile));
  return { file: ead.file, documents };
}

/** The requirements of CSIP and SIP that the METS files of a package break, each named by its public ID. */
export async function verifyCsip(opened: OpenedPackage, found: readonly Found[]): Promise<PackageFault[]> {
  const faults: PackageFault[] = [];
  for (const [place, { path }] of found.entries()) {
    const read = readXml((await readWhole(opened, path)) ?? new Uint8Array(), treeOf);
    if (!read.ok) continue;
    for (const detail of checkCsip(read.value, place === 0 ? "package" : "representation"))
      faults.push({ code: "csip-rule", path, detail });
  }
  return faults;
}
