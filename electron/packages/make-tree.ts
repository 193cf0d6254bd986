import { createHash } from "node:crypto";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { BagFile } from "#shared/node/packages/write-bag-folder.ts";
import { layOutTree } from "#shared/package/lay-out-tree.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import type { TreeProfile } from "#shared/package/tree-profile.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";

/** The files of a bag that is a tree of folders; `mark` is the same for the same contents, and for no others. */
export type MadeTree = { files: BagFile[]; mark: string };

/** A tree of the documents of some files with the workbook of its tables. `at`: `yyyy-mm-dd…`. */
export async function makeTree(
  objects: ObjectStore,
  models: readonly PackageModel[],
  profile: TreeProfile,
  at: string,
): Promise<MadeTree> {
  const [province = "", district = province] = (models[0]?.fonds.scope ?? "").split(".");
  const day = at.slice(0, 10).replaceAll("-", "");
  const { entries, tables, sheets } = layOutTree(models, profile, { district, day });
  const workbook = await writeWorkbook(
    sheets.map(({ name, rows: [head = [], ...rows] }) => ({
      ...{ name, frozenRows: 1, widths: head.map((field) => (field === "Subject" ? 60 : 18)) },
      rows: [head.map((heading) => ({ heading })), ...rows],
    })),
  );
  const ofTables = { digest: createHash("sha256").update(workbook).digest("hex"), size: workbook.length };
  async function* once() {
    yield await Promise.resolve(workbook);
  }
  const files: BagFile[] = [
    ...entries.map(({ path, digest, size }) => ({
      ...{ name: path, digest, size },
      bytes: () => objects.read(digest),
    })),
    { name: tables, ...ofTables, bytes: once },
  ];
  const mark = createHash("sha256");
  for (const { name, digest } of files) mark.update(`${digest} ${name}\n`);
  return { files, mark: mark.digest("hex").slice(0, 8) };
}
