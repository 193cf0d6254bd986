import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { type ObjectStore, sealedEnding } from "#shared/node/object-store.ts";
import type { Watch } from "#electron/keeping/take-backup.ts";

export type SealedCounts = {
  sealed: number;
  /** Objects that lie here plain, as they were stored before. */
  plain: number;
};

/** The sealing of what lay here plain before: any part of it may be done, and it goes on from what is left. */
export type PresentSealing = {
  counts(): Promise<SealedCounts>;
  /** Seals all that lies here plain; what is damaged stays as it is, for the check of the objects to find. */
  sealAll(watch: Watch): Promise<void>;
};

export function openPresentSealing(
  objects: Pick<ObjectStore, "seal">,
  objectsFolder: string,
): PresentSealing {
  let known: SealedCounts | undefined;
  const look = async () => {
    const plain: Digest[] = [];
    let sealed = 0;
    for (let prefix = 0; prefix < 256; prefix += 1) {
      const folder = prefix.toString(16).padStart(2, "0");
      for (const name of await readdir(join(objectsFolder, folder)).catch(() => [])) {
        const digest = folder + name;
        if (isDigest(digest)) plain.push(digest);
        else if (name.endsWith(sealedEnding)) sealed += 1;
      }
    }
    known = { sealed, plain: plain.length };
    return { plain, known };
  };
  return {
    counts: async () => known ?? (await look()).known,
    async sealAll({ signal, progress }) {
      const { plain, known: counted } = await look();
      try {
        for (const [done, digest] of plain.entries()) {
          signal.throwIfAborted();
          progress(done, plain.length);
          if ((await objects.seal(digest)) !== "sealed") continue;
          counted.plain -= 1;
          counted.sealed += 1;
        }
      } finally {
        known = undefined;
      }
    },
  };
}
