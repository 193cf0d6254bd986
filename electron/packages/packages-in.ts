import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore, StoredBytes } from "#shared/node/object-store.ts";
import { NotAPackage, openZip, type OpenedPackage } from "#shared/node/packages/open-package.ts";

/** Opens a stored ZIP as a package. */
export function openStored(objects: ObjectStore, { digest, size }: StoredBytes): Promise<OpenedPackage> {
  return openZip({ size, read: (start, end) => objects.read(digest, { start, end: end - 1 }) });
}

/** A package in a stored ZIP; `opened` is why there is none where it could not be opened. */
type Inner = { name: string; opened: OpenedPackage | NotAPackage };

/**
 * The packages in a stored ZIP, one after the other: the ZIP itself, or where it holds ZIPs side by side each of these,
 * which lie among the objects while they are looked at.
 */
export async function* packagesIn(objects: ObjectStore, stored: StoredBytes): AsyncGenerator<Inner> {
  const outer = await openStored(objects, stored).catch(asReason);
  if (outer instanceof NotAPackage) {
    yield { name: "", opened: outer };
    return;
  }
  try {
    const zips = [...outer.paths.keys()].filter((path) => /^[^/]+\.zip$/i.test(path));
    if (zips.length === 0 || zips.length < outer.paths.size) yield { name: "", opened: outer };
    else for (const name of zips) yield* innerOf(objects, outer, name);
  } finally {
    outer.close();
  }
}

async function* innerOf(objects: ObjectStore, outer: OpenedPackage, name: string): AsyncGenerator<Inner> {
  let digest: Digest | undefined;
  try {
    const stored = await objects.put(await outer.read(name));
    digest = stored.digest;
    const opened = await openStored(objects, stored).catch(asReason);
    yield { name, opened };
    if (!(opened instanceof NotAPackage)) opened.close();
  } finally {
    if (digest !== undefined) await objects.destroy(digest);
  }
}

function asReason(error: unknown): NotAPackage {
  if (error instanceof NotAPackage) return error;
  throw error;
}
