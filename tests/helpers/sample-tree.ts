import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { bagTexts } from "#shared/node/packages/write-bag-folder.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import { type TreeProfileName, treeProfiles } from "#shared/package/tree-profile.ts";
import { makeTree } from "#electron/packages/make-tree.ts";
import type { Parts } from "#tests/helpers/package-parts.ts";

/** The parts of a bag that is a tree of folders of some files. */
export async function treeParts(
  objects: ObjectStore,
  models: readonly PackageModel[],
  profile: TreeProfileName,
): Promise<Parts> {
  const { files } = await makeTree(objects, models, treeProfiles[profile], "2025-06-12T11:45:37.690+07:00");
  const parts: Parts = new Map();
  for (const { name, bytes } of files) parts.set(`data/${name}`, await buffer(Readable.from(bytes())));
  for (const [tag, text] of Object.entries(bagTexts(files, "").texts)) parts.set(tag, Buffer.from(text));
  return parts;
}
