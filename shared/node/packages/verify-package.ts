import type { ReadPackage } from "#shared/package/read-back.ts";
import type { PackageFault, PackageReport } from "#shared/package/package-report.ts";
import { type PackageProfile, packageProfiles } from "#shared/package/package-profile.ts";
import { keepSmall } from "./keep-small.ts";
import type { NotAPackage, OpenedPackage } from "./open-package.ts";
import { readMets } from "./read-mets.ts";
import { knowSchema, openSchema, readXml, sayFault, type XmlSchema } from "./read-xml.ts";
import type { KnownSchemas } from "./read-schemas.ts";
import { readWhole } from "./read-whole.ts";
import { findEad, isByEark, verifyCsip, verifyEad } from "./verify-csip.ts";
import { type Described, verifyDescriptions } from "./verify-descriptions.ts";
import { followLinks, type Found } from "./verify-links.ts";
import { verifyPremis } from "./verify-premis.ts";

/** Most faults that are told; what is worse is told as `too-many`. */
const mostFaults = 2000;

/**
 * Looks a package through, ours or another's, and names every fault: XML by its schemas, every reference with its size
 * and digest, what is there and not referred to, codes, lists, dates and totals of the descriptions. Never rejects on
 * account of the package.
 */
export async function verifyPackage(opened: OpenedPackage, schemas: KnownSchemas): Promise<PackageReport> {
  return (await examinePackage(opened, schemas)).report;
}

/** As `verifyPackage`; `read` is what the package says of its file, where all of it could be read. */
export async function examinePackage(
  given: OpenedPackage,
  schemas: KnownSchemas,
): Promise<{ report: PackageReport; read: ReadPackage | undefined }> {
  const opened = keepSmall(given);
  const report: PackageReport = {
    ...{ objectId: "", kind: "", documents: 0, files: opened.paths.size, faults: [] },
    bytes: [...opened.paths.values()].reduce((sum, size) => sum + size, 0),
  };
  const path = [...opened.paths.keys()]
    .filter((one) => /(^|\/)METS\.xml$/i.test(one))
    .sort((one, other) => depth(one) - depth(other))[0];
  // One of a representation alone is not that of the package.
  if (path === undefined || /(^|\/)representations\//.test(path)) {
    report.faults.push({ code: "no-mets", path: "", detail: "" });
    return { report, read: undefined };
  }
  const root = path.slice(0, path.lastIndexOf("/") + 1);
  const found = await walk(opened, { path, root }, schemas);
  const ead = await findEad(opened, found[0]);
  const layout = isByEark(found[0], ead) ? "csip" : "tt05";
  report.objectId = found[0]?.mets.objectId ?? "";
  report.faults.push(...found.flatMap(({ faults }) => faults), ...orphans(opened, found, root, layout));
  const { packageType = "" } = found[0]?.mets ?? {};
  const profile = Object.values(packageProfiles).find(
    (one) => one.layout === layout && (layout === "csip" || one.package === packageType),
  );
  let read: ReadPackage | undefined;
  if (profile) {
    report.kind = profile.kind;
    const described =
      layout === "csip"
        ? await verifyEad(opened, found, { profile, root, ead }, report.faults)
        : await verifyDescriptions(opened, found, { profile, root }, report.faults);
    if (layout === "csip") report.faults.push(...(await verifyCsip(opened, found)));
    report.documents = described.documents.length;
    report.faults.push(...(await verifyPremis(opened, found, profile)));
    read = readOf(profile, found, described, opened);
  } else report.faults.push({ code: "not-this-kind", path, detail: packageType });
  const { faults } = report;
  if (faults.length > mostFaults)
    faults.splice(mostFaults, faults.length, { code: "too-many", path: "", detail: String(faults.length) });
  return { report, read };
}

function readOf(
  profile: PackageProfile,
  found: readonly Found[],
  { file, documents }: Described,
  opened: OpenedPackage,
): ReadPackage | undefined {
  const agents = found.flatMap(({ mets }) => mets.agents);
  const [fondsCode = ""] = agents.flatMap(({ notes }) => notes);
  const fondsName = agents.find(({ type }) => type === "ORGANIZATION")?.name ?? "";
  const whole = documents.flatMap(({ description, bytes }) =>
    bytes ? [{ description, ...bytes, size: opened.paths.get(bytes.path) ?? 0 }] : [],
  );
  return file && whole.length === documents.length
    ? { profile, fondsCode, fondsName, file, documents: whole }
    : undefined;
}

/** The report of what is no package at all. */
export function noPackage(error: NotAPackage): PackageReport {
  return {
    ...{ objectId: "", kind: "", documents: 0, files: 0, bytes: 0 },
    faults: [{ code: "not-a-package", path: "", detail: error.message }],
  };
}

/** Reads the METS file of the package and those it leads to. */
async function walk(
  opened: OpenedPackage,
  { path, root }: { path: string; root: string },
  schemas: KnownSchemas,
): Promise<Found[]> {
  const found: Found[] = [];
  const waiting = [path];
  const schema = metsSchema(schemas);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.some((one) => one.path === next)) continue;
    const bytes = await readWhole(opened, next);
    const read = readXml(bytes ?? new Uint8Array(), readMets);
    if (!bytes || !read.ok) {
      const detail = read.ok ? "" : sayFault(read.fault);
      found.push({ ...nothing(next), faults: [{ code: "mets-unreadable", path: next, detail }] });
      continue;
    }
    const place = next;
    const folder = next.slice(0, next.lastIndexOf("/") + 1);
    const mets = read.value;
    const followed = await followLinks(opened, mets, { folder, root, path: next });
    const invalid = schema.check(bytes).slice(0, 50);
    const faults = [
      ...invalid.map((fault): PackageFault => ({
        code: "mets-invalid",
        path: place,
        detail: sayFault(fault),
      })),
      ...mets.dangling.map((id): PackageFault => ({ code: "dangling", path: place, detail: id })),
      ...followed.faults,
    ];
    found.push({ path: next, mets, faults, paths: followed.paths });
    for (const link of mets.links.filter(({ kind }) => kind === "mets")) {
      const target = followed.paths.get(link.id);
      if (target !== undefined) waiting.push(target);
    }
  }
  return found;
}

function nothing(path: string): Found {
  return {
    path,
    mets: { objectId: "", packageType: "", profile: "", agents: [], links: [], pairs: [], dangling: [] },
    faults: [],
    paths: new Map(),
  };
}

const metsSchemas = new WeakMap<KnownSchemas, XmlSchema>();

/** Opened once for all packages: reading it takes as long as a hundred descriptions. */
function metsSchema(schemas: KnownSchemas): XmlSchema {
  const held = metsSchemas.get(schemas);
  if (held) return held;
  const link = schemas["xlink.xsd"];
  if (link) knowSchema("http://www.loc.gov/standards/xlink/xlink.xsd", link);
  const opened = openSchema(schemas["mets.xsd"] ?? new Uint8Array());
  if (!opened.ok) throw new Error(`the app's own METS schema: ${opened.fault.message}`);
  metsSchemas.set(schemas, opened.value);
  return opened.value;
}

/** What lies in the package and is referred to by nothing; TT 05/2025 asks for no reference to documentation. */
function orphans(
  opened: OpenedPackage,
  found: readonly Found[],
  root: string,
  layout: PackageProfile["layout"],
): PackageFault[] {
  const known = new Set(found.flatMap(({ path, paths }) => [path, ...paths.values()]));
  return [...opened.paths.keys()]
    .filter((path) => !known.has(path) && (layout === "csip" || !path.startsWith(`${root}documentation/`)))
    .map((path) => ({ code: "orphan", path, detail: "" }));
}

function depth(path: string): number {
  return path.split("/").length;
}
