import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { canonicalJson } from "#shared/base/canonical.ts";
import { type Digest, digestOfText, isDigest } from "#shared/base/digest.ts";
import { digestOfFile } from "#shared/node/digest-of-file.ts";

/** The files of one backup beside its manifest; the objects of all backups of a place lie together. */
export const dumpName = "database.dump";
export const keysCopyName = "province-keys.json";
export const objectListName = "objects.txt";
export const manifestName = "manifest.json";

const digest = Type.String({ pattern: "^[0-9a-f]{64}$" });
const part = Type.Object({ sha256: digest, size: Type.Integer({ minimum: 0 }) });

/** What one backup holds, written last: without it there is no backup. */
const manifestSchema = Type.Object({
  format: Type.Literal("mucluc-province-backup/1"),
  at: Type.String(),
  province: Type.String(),
  store: Type.Union([Type.Literal("postgresql"), Type.Literal("pglite")]),
  /** The last migration of the tables. */
  tables: Type.Integer(),
  database: part,
  keys: part,
  objectList: part,
  objects: Type.Integer({ minimum: 0 }),
  objectBytes: Type.Integer({ minimum: 0 }),
  /** Objects that the database names and the store had no more. */
  missing: Type.Integer({ minimum: 0 }),
  /** Objects of the store whose bytes were others than their name says: none of them is in the backup. */
  damaged: Type.Integer({ minimum: 0 }),
  rows: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
  /** The end of the audit's chain of each district. */
  heads: Type.Record(Type.String(), Type.Object({ seq: Type.Integer(), chain: Type.String() })),
});

const writtenSchema = Type.Object({ ...manifestSchema.properties, sha256: digest });

export type Manifest = Static<typeof manifestSchema>;

/** A backup that cannot be restored, and which part of it is at fault. */
export class DamagedBackup extends Error {
  constructor(part: string, what: string) {
    super(`${part}: ${what}`);
    this.name = "DamagedBackup";
  }
}

/** The backups of a place, the latest last; one that was not finished is none. */
export async function listBackups(place: string): Promise<string[]> {
  const names = await readdir(join(place, "runs")).catch(() => []);
  return names.filter((name) => /^\d{8}T\d{9}Z$/.test(name)).sort();
}

/** Reads the manifest of a backup and holds every file beside it against what it says; throws `DamagedBackup`. */
export async function readBackup(
  folder: string,
): Promise<{ manifest: Manifest; objects: { digest: Digest; size: number }[] }> {
  const path = join(folder, manifestName);
  const manifest = await readManifest(path);
  if (!manifest) throw new DamagedBackup(path, "is no manifest of a backup, or not what was written");
  for (const [name, said] of [
    [dumpName, manifest.database],
    [keysCopyName, manifest.keys],
    [objectListName, manifest.objectList],
  ] as const) {
    const file = join(folder, name);
    const found = await digestOfFile(file).catch(() => undefined);
    if (!found) throw new DamagedBackup(file, "cannot be read");
    if (found.sha256 !== said.sha256) throw new DamagedBackup(file, "is not what was written");
  }
  const lines = (await readFile(join(folder, objectListName), "utf8")).split("\n").filter(Boolean);
  return { manifest, objects: lines.map(readLine) };
}

/** A manifest as it is written: with the digest of all that it says. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, sha256: digestOfText(canonicalJson(manifest)) }, null, 2)}\n`;
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    const written: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!Check(writtenSchema, written)) return undefined;
    const { sha256, ...manifest } = written;
    return digestOfText(canonicalJson(manifest)) === sha256 ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** A line of the list of objects: the digest, two spaces, the size. */
export function objectLine({ digest: name, size }: { digest: Digest; size: number }): string {
  return `${name}  ${size}\n`;
}

function readLine(line: string): { digest: Digest; size: number } {
  const [name = "", size = ""] = line.split("  ");
  if (!isDigest(name)) throw new DamagedBackup(objectListName, "a line without a digest");
  return { digest: name, size: Number(size) };
}
