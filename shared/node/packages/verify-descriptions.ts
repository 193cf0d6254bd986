import { checkDescription, checkTogether, type ReadDescription } from "#shared/package/check-description.ts";
import type { PackageProfile } from "#shared/package/package-profile.ts";
import type { PackageFault } from "#shared/package/package-report.ts";
import type { OpenedPackage } from "./open-package.ts";
import { readFields } from "./read-mets.ts";
import { readWhole } from "./read-whole.ts";
import { openSchema, readXml, sayFault } from "./read-xml.ts";
import type { Found } from "./verify-links.ts";

/** The descriptions of a package, and the thing in the package that each is of, where it is there. */
export type Described = {
  file: ReadDescription | undefined;
  documents: { description: ReadDescription; bytes: { path: string; digest: string } | undefined }[];
};

/** Reads and checks all descriptions. */
export async function verifyDescriptions(
  opened: OpenedPackage,
  found: readonly Found[],
  { profile, root }: { profile: PackageProfile; root: string },
  faults: PackageFault[],
): Promise<Described> {
  const [own, ...representations] = found;
  const place = [...(own?.paths.values() ?? [])].find((path) => /\/EAD\.xml$/i.test(path));
  const file = place === undefined ? undefined : await readDescription(opened, place, faults);
  if (place === undefined)
    faults.push({ code: "description-missing", path: own?.path ?? "", detail: "EAD.xml" });
  const described: Described["documents"] = [];
  for (const { path, mets, paths } of representations) {
    const paired = new Set(mets.pairs.map(({ description }) => description));
    for (const { id, kind, preserves } of mets.links) {
      const target = paths.get(id);
      if (target === undefined || kind !== "metadata" || preserves) continue;
      if (!paired.has(id)) faults.push({ code: "unlinked", path: target, detail: id });
      const read = await readDescription(opened, target, faults);
      if (read) described.push({ description: read, bytes: bytesOf({ mets, paths }, id) });
    }
    const withDescription = new Set(mets.pairs.flatMap(({ files }) => files));
    for (const { id, kind } of mets.links) {
      if (kind === "file" && !withDescription.has(id))
        faults.push({ code: "unlinked", path: paths.get(id) ?? path, detail: id });
    }
  }
  const documents = described.map(({ description }) => description);
  await verifyBySchema(opened, root, "EAD", file ? [file] : [], faults);
  await verifyBySchema(opened, root, "EAD_doc", documents, faults);
  if (file) faults.push(...checkDescription(file, profile.file, profile));
  for (const document of documents) faults.push(...checkDescription(document, profile.document, profile));
  if (file) faults.push(...checkTogether(file, documents, profile));
  return { file, documents: described };
}

/** The thing that METS pairs with a description. */
function bytesOf({ mets, paths }: Pick<Found, "mets" | "paths">, description: string) {
  const pair = mets.pairs.find((one) => one.description === description);
  const link = mets.links.find(({ id }) => id === pair?.files[0]);
  const path = link && paths.get(link.id);
  return path === undefined ? undefined : { path, digest: link?.checksum.toLowerCase() ?? "" };
}

/** Holds descriptions against the schema that the package brings for them. */
async function verifyBySchema(
  opened: OpenedPackage,
  root: string,
  name: string,
  descriptions: readonly ReadDescription[],
  faults: PackageFault[],
): Promise<void> {
  if (descriptions.length === 0) return;
  const path = [...opened.paths.keys()].find(
    (one) => one.toLowerCase() === `${root}schemas/${name}.xsd`.toLowerCase(),
  );
  const bytes = path === undefined ? undefined : await readWhole(opened, path);
  if (path === undefined || !bytes) {
    faults.push({ code: "schema-missing", path: "", detail: `${name}.xsd` });
    return;
  }
  const schema = openSchema(bytes);
  if (!schema.ok) {
    faults.push({ code: "schema-unreadable", path, detail: schema.fault.message });
    return;
  }
  try {
    for (const description of descriptions) {
      const checked = await readWhole(opened, description.path);
      for (const fault of checked ? schema.value.check(checked).slice(0, 20) : [])
        faults.push({ code: "schema-invalid", path: description.path, detail: sayFault(fault) });
    }
  } finally {
    schema.value.dispose();
  }
}

async function readDescription(
  opened: OpenedPackage,
  path: string,
  faults: PackageFault[],
): Promise<ReadDescription | undefined> {
  const read = readXml((await readWhole(opened, path)) ?? new Uint8Array(), readFields);
  if (read.ok) return { path, fields: read.value };
  const detail = sayFault(read.fault);
  faults.push({ code: "description-unreadable", path, detail });
  return undefined;
}
