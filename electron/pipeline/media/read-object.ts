import { readFile } from "node:fs/promises";
import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";

/** All bytes of a stored object; throws `object-missing`. */
export async function readObject(objects: ObjectStore, digest: string): Promise<Buffer> {
  if (!isDigest(digest) || (await objects.size(digest)) === undefined) {
    throw new TaskFailure("object-missing", digest);
  }
  return readFile(objects.path(digest));
}
