import type { OpenedPackage } from "./open-package.ts";

/** Most bytes of one XML file of a package. */
const mostXml = 64 * 1024 * 1024;

/** The bytes of an XML file of a package; nothing where it is too large, or its bytes cannot be read. */
export async function readWhole(opened: OpenedPackage, path: string): Promise<Uint8Array | undefined> {
  if ((opened.paths.get(path) ?? 0) > mostXml) return undefined;
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of (await opened.read(path)) as AsyncIterable<Buffer>) parts.push(chunk);
    return Buffer.concat(parts);
  } catch {
    return undefined;
  }
}
