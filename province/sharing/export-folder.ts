import { createHash } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Static, Type } from "typebox";
import type { Unit } from "#shared/archive/unit.ts";
import { patiently } from "#shared/node/patiently.ts";
import { syncFolder } from "#shared/node/sync-folder.ts";
import type { Reader } from "#province/access/reader.ts";
import type { Database } from "#province/store/database.ts";
import { tellUpTo } from "#province/store/offer-changes.ts";
import type { ExportKind } from "./api/schemas.ts";
import { exportLines, exportRecords } from "./export-lines.ts";
import { secondText } from "./second-text.ts";
import { writeParquet } from "./write-parquet.ts";

/** As what an export is written: a line of JSON a record, or the columns of Apache Parquet. */
export const exportForms = ["jsonl", "parquet"] as const;

export type ExportForm = (typeof exportForms)[number];

/** What an export holds: its files with their lines, bytes and SHA-256, and what it is of. */
export const exportManifestSchema = Type.Object({
  product: Type.Literal("mucluc-export"),
  version: Type.Literal(1),
  province: Type.String(),
  scope: Type.String(),
  level: Type.String(),
  madeAt: Type.String(),
  /** All changes up to the end of this second are in it: later ones are asked for from it on. */
  until: Type.String(),
  files: Type.Array(
    Type.Object({ name: Type.String(), lines: Type.Integer(), bytes: Type.Integer(), sha256: Type.String() }),
  ),
});

export type ExportManifest = Static<typeof exportManifestSchema>;

/**
 * Writes fonds, files and items that a reader may have, a file a kind, into a new folder, with a manifest. The folder has its
 * name only once everything is on the disk: before, and after a stop halfway, it is `….partial`, which the next run
 * begins anew. Throws where the folder is there already.
 */
export async function exportFolder(
  store: { database: Database; units: readonly Unit[]; name: string },
  reader: Reader,
  { to, now, form = "jsonl" }: { to: string; now: () => number; form?: ExportForm },
): Promise<ExportManifest> {
  if (existsSync(to)) throw new Error(`${to} is there already: nothing was written over it`);
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const told = await tellUpTo(store.database, now());
  const files: ExportManifest["files"] = [];
  for (const kind of ["fonds", "files", "items"] as const)
    files.push(await writers[form](join(partial, `${kind}.${form}`), store, reader, kind));
  const manifest: ExportManifest = {
    ...{ product: "mucluc-export", version: 1, province: store.name },
    ...{ scope: reader.scope, level: reader.upTo, madeAt: new Date(now()).toISOString() },
    ...{ until: secondText(told), files },
  };
  const handle = await open(join(partial, "manifest.json"), "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(manifest, undefined, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(partial);
  await patiently(() => rename(partial, to));
  await syncFolder(dirname(to));
  return manifest;
}

type WriteKind = (
  path: string,
  store: { database: Database; units: readonly Unit[] },
  reader: Reader,
  kind: ExportKind,
) => Promise<ExportManifest["files"][number]>;

const writers: Record<ExportForm, WriteKind> = {
  jsonl: writeLines,
  parquet: async (path, store, reader, kind) => ({
    name: basename(path),
    ...(await writeParquet(path, kind, exportRecords(store, reader, kind))),
  }),
};

async function writeLines(
  ...[path, store, reader, kind]: Parameters<WriteKind>
): Promise<ExportManifest["files"][number]> {
  const handle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let [lines, bytes] = [0, 0];
  try {
    for await (const part of exportLines(store, reader, kind)) {
      const written = Buffer.from(part.text);
      await handle.writeFile(written);
      hash.update(written);
      lines += part.lines;
      bytes += written.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name: basename(path), lines, bytes, sha256: hash.digest("hex") };
}
