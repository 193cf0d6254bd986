import { createHash } from "node:crypto";
import type { PackageFault } from "#shared/package/package-report.ts";
import type { OpenedPackage } from "./open-package.ts";
import type { Mets, MetsLink } from "./read-mets.ts";

const lanes = 3;

/** Where a METS file's references lead: by the IDs of their sections and files, those that are there. */
type FollowedLinks = { faults: PackageFault[]; paths: Map<string, string> };

/** A METS file of a package, and where its references lead. */
export type Found = { path: string; mets: Mets } & FollowedLinks;

/**
 * Follows every reference of a METS file, and hashes what it leads to. `folder` is that of the METS file, `root` that
 * of the package, both with `/` at their end or empty: paths are from the one, or as some write them from the other.
 */
export async function followLinks(
  opened: OpenedPackage,
  mets: Mets,
  { folder, root, path }: { folder: string; root: string; path: string },
): Promise<FollowedLinks> {
  const faults: PackageFault[] = [];
  const paths = new Map<string, string>();
  const bytesOf: { target: string; link: MetsLink }[] = [];
  for (const link of mets.links) {
    const found = [folder, root].map((from) => resolveHref(from, root, link.href));
    const target = found.find((one) => one !== undefined && opened.paths.has(one));
    if (target === undefined) {
      const inside = found.some((one) => one !== undefined);
      faults.push({ code: inside ? "missing" : "outside", path, detail: link.href });
      continue;
    }
    paths.set(link.id, target);
    if (link.kind !== "mets") bytesOf.push({ target, link });
  }
  faults.push(...(await inLanes(bytesOf, ({ target, link }) => checkBytes(opened, target, link))));
  return { faults, paths };
}

/** Several at once, so that the one is hashed while the next is read; the faults in the order of the links. */
async function inLanes<Of>(
  all: readonly Of[],
  check: (one: Of) => Promise<PackageFault[]>,
): Promise<PackageFault[]> {
  const found: PackageFault[][] = [];
  const waiting = all.entries();
  const lane = async () => {
    for (const [place, one] of waiting) found[place] = await check(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return found.flat();
}

async function checkBytes(opened: OpenedPackage, path: string, link: MetsLink): Promise<PackageFault[]> {
  const faults: PackageFault[] = [];
  const size = opened.paths.get(path) ?? 0;
  if (link.size !== undefined && link.size !== size)
    faults.push({ code: "size-differs", path, detail: `${link.size} ≠ ${size}` });
  if (link.checksum === "" || link.checksumType !== "SHA-256") {
    faults.push({ code: "no-digest", path, detail: link.checksumType });
    return faults;
  }
  const digest = await digestOf(opened, path);
  if (digest === undefined) faults.push({ code: "missing", path, detail: path });
  else if (digest !== link.checksum.toLowerCase())
    faults.push({ code: "digest-differs", path, detail: digest.toUpperCase() });
  else if (link.checksum !== link.checksum.toUpperCase())
    faults.push({ code: "digest-lower-case", path, detail: "" });
  return faults;
}

/** Nothing where the bytes cannot be read: a ZIP that is damaged at this place. */
async function digestOf(opened: OpenedPackage, path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of (await opened.read(path)) as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}

/** A reference as a path in the package; nothing where it leads out of it. */
export function resolveHref(from: string, root: string, href: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("/")) return undefined;
  const parts = from.split("/").slice(0, -1);
  for (const part of plainPath(href).split("/")) {
    if (part === "..") {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/").normalize("NFC");
  return path.startsWith(root) ? path : undefined;
}

function plainPath(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
