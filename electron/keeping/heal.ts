import { createHash } from "node:crypto";
import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { patiently } from "#shared/node/patiently.ts";
import type { BackupSet } from "./backup-set.ts";
import type { WrongState } from "./fixity.ts";

export type HealParts = {
  folder: string;
  objects: Pick<ObjectStore, "put" | "path" | "destroy">;
  sets: () => Promise<BackupSet[]>;
  /** The object as the province has it; nothing where it has none, or is out of reach. */
  atProvince: (digest: string) => Promise<Response | undefined>;
};

/**
 * Brings an object back from a backup, or from the province; answers from where, or nothing where none has it whole. The
 * damaged bytes are put aside, not destroyed: a person may still make out a page of them.
 */
export async function healObject(
  parts: HealParts,
  digest: Digest,
  state: WrongState,
): Promise<"backup" | "province" | undefined> {
  const { objects } = parts;
  const sources: ["backup" | "province", () => Promise<AsyncIterable<Uint8Array> | undefined>][] = [];
  for (const set of await parts.sets()) {
    const path = set.objectPath(digest);
    if (await set.has(path)) sources.push(["backup", () => Promise.resolve(set.read(path))]);
  }
  sources.push([
    "province",
    async () => (await parts.atProvince(digest).catch(() => undefined))?.body ?? undefined,
  ]);
  for (const [kind, open] of sources) {
    const bytes = await readIfTrue(open, digest);
    if (!bytes) continue;
    if (state === "damaged") await putAside(parts.folder, objects.path(digest), digest);
    await objects.put(bytes);
    return kind;
  }
  return undefined;
}

/** All bytes, where they are those of the digest. An object fits in memory: it is at most what one upload may be. */
async function readIfTrue(
  open: () => Promise<AsyncIterable<Uint8Array> | undefined>,
  digest: Digest,
): Promise<Uint8Array | undefined> {
  const hash = createHash("sha256");
  const chunks: Uint8Array[] = [];
  try {
    const source = await open();
    if (!source) return undefined;
    for await (const chunk of source) {
      hash.update(chunk);
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return hash.digest("hex") === digest ? Buffer.concat(chunks) : undefined;
}

async function putAside(folder: string, path: string, digest: Digest): Promise<void> {
  if (!(await stat(path).catch(() => undefined))) return;
  const aside = join(folder, "damaged-objects");
  await mkdir(aside, { recursive: true });
  await patiently(() => rename(path, join(aside, `${digest}.${Date.now()}`)));
}
