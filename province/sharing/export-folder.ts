import { mkdir, open, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Static, Type } from "typebox";
import type { Successor } from "#shared/archive/successor.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { patiently } from "#shared/node/patiently.ts";
import { syncFolder } from "#shared/node/sync-folder.ts";
import type { Reader } from "#province/access/reader.ts";
import type { Database } from "#province/store/database.ts";
import { tellUpTo } from "#province/store/offer-changes.ts";
import type { ExportKind } from "./api/schemas.ts";
import { exportFindingAids } from "./export-finding-aids.ts";
import { exportLines, exportRecords } from "./export-lines.ts";
import { type FindingAidForm, findingAidForms } from "./finding-aid/model.ts";
import { secondText } from "./second-text.ts";
import { writeParquet } from "./write-parquet.ts";
import { type WrittenFile, writeParts } from "./write-parts.ts";

const recordForms = ["jsonl", "parquet"] as const;

/** As what an export is written: a line of JSON a record, the columns of Apache Parquet, or a finding aid of each fonds. */
export const exportForms = [...recordForms, ...findingAidForms] as const;

export type ExportForm = (typeof exportForms)[number];

/** What an export holds: its files with their lines (of finding aids: their files and items), bytes and SHA-256, and what it is of. */
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
 * Writes fonds, files and items that a reader may have, a file a kind, or their finding aids, a file a fonds (or of one
 * `fonds` alone), into a new folder, with a manifest. The folder has its
 * name only once everything is on the disk: before, and after a stop halfway, it is `….partial`, which the next run
 * begins anew. Throws where the folder is there already.
 */
export async function exportFolder(
  store: { database: Database; units: readonly Unit[]; successors: readonly Successor[]; name: string },
  reader: Reader,
  asked: { to: string; now: () => number; form?: ExportForm; fonds?: string | undefined },
): Promise<ExportManifest> {
  const { to, now, form = "jsonl", fonds } = asked;
  if (existsSync(to)) throw new Error(`${to} is there already: nothing was written over it`);
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const told = await tellUpTo(store.database, now());
  const files: WrittenFile[] = [];
  if (isOfFonds(form))
    files.push(...(await exportFindingAids(partial, store, reader, { form, now: now(), fonds })));
  else
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
) => Promise<WrittenFile>;

const writers: Record<(typeof recordForms)[number], WriteKind> = {
  jsonl: (path, store, reader, kind) => writeParts(path, exportLines(store, reader, kind)),
  parquet: async (path, store, reader, kind) => ({
    name: basename(path),
    ...(await writeParquet(path, kind, exportRecords(store, reader, kind))),
  }),
};

function isOfFonds(form: ExportForm): form is FindingAidForm {
  return findingAidForms.some((one) => one === form);
}
