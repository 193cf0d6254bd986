import { createHash } from "node:crypto";
import { isDeclaration, type ManifestLine, readManifest, readOxum } from "#shared/package/bag-lists.ts";
import type { PackageFault } from "#shared/package/package-report.ts";
import { NotAPackage, type OpenedPackage } from "./open-package.ts";
import { readWhole } from "./read-whole.ts";

/** Whether what was opened is a bag (BagIt), and where in it: empty, or the folder it is all in with `/`. */
export function bagRoot({ paths }: OpenedPackage): string | undefined {
  const [first] = [...paths.keys()].filter((path) => /^([^/]+\/)?bagit\.txt$/u.test(path)).sort();
  return first?.slice(0, -"bagit.txt".length);
}

/**
 * Looks a bag through (BagIt 1.0, RFC 8493): its declaration, every list with the digest of each file, what is there
 * and not listed, its count of bytes. A bag that wants to fetch something is refused: nothing is ever fetched.
 */
export async function verifyBag(opened: OpenedPackage): Promise<PackageFault[]> {
  const root = bagRoot(opened);
  if (root === undefined) throw new NotAPackage("no bagit.txt");
  const faults: PackageFault[] = [];
  const text = async (name: string) => {
    const bytes = await readWhole(opened, root + name);
    return bytes && Buffer.from(bytes).toString("utf8");
  };
  if (!isDeclaration((await text("bagit.txt")) ?? ""))
    faults.push({ code: "bag-declaration", path: `${root}bagit.txt`, detail: "" });
  if (opened.paths.has(`${root}fetch.txt`))
    faults.push({ code: "bag-fetch", path: `${root}fetch.txt`, detail: "" });
  const names = [...opened.paths.keys()].map((path) => path.slice(root.length));
  const known = names.filter((name) => /^(tag)?manifest-sha(256|512)\.txt$/u.test(name));
  if (!known.some((name) => name.startsWith("manifest-")))
    faults.push({ code: "bag-no-manifest", path: root, detail: "manifest-sha256.txt" });
  for (const name of known) {
    const { lines, wrong } = readManifest((await text(name)) ?? "");
    faults.push(
      ...wrong.map((line): PackageFault => ({
        code: "bag-line",
        path: root + name,
        detail: line.slice(0, 200),
      })),
    );
    const algorithm = name.includes("512") ? "sha512" : "sha256";
    for (const line of lines)
      faults.push(...(await checkLine(opened, { root, list: root + name, algorithm, line })));
    if (name.startsWith("manifest-")) faults.push(...unlisted(opened, root, lines));
  }
  return [...faults, ...checkOxum(opened, root, (await text("bag-info.txt")) ?? "")];
}

async function checkLine(
  opened: OpenedPackage,
  { root, list, algorithm, line }: { root: string; list: string; algorithm: string; line: ManifestLine },
): Promise<PackageFault[]> {
  const path = root + line.path;
  if (!opened.paths.has(path)) return [{ code: "missing", path: list, detail: line.path }];
  const hash = createHash(algorithm);
  try {
    for await (const chunk of (await opened.read(path)) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch {
    return [{ code: "missing", path: list, detail: line.path }];
  }
  const digest = hash.digest("hex");
  return digest === line.digest ? [] : [{ code: "digest-differs", path, detail: digest.toUpperCase() }];
}

function unlisted({ paths }: OpenedPackage, root: string, lines: readonly ManifestLine[]): PackageFault[] {
  const listed = new Set(lines.map(({ path }) => root + path));
  return [...paths.keys()]
    .filter((path) => path.startsWith(`${root}data/`) && !listed.has(path))
    .map((path) => ({ code: "bag-not-listed", path, detail: "" }));
}

function checkOxum({ paths }: OpenedPackage, root: string, info: string): PackageFault[] {
  const said = readOxum(info);
  if (!said) return [];
  const sizes = [...paths].filter(([path]) => path.startsWith(`${root}data/`)).map(([, size]) => size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return bytes === said.bytes && sizes.length === said.files
    ? []
    : [
        {
          code: "bag-oxum",
          path: `${root}bag-info.txt`,
          detail: `${said.bytes}.${said.files} ≠ ${bytes}.${sizes.length}`,
        },
      ];
}
