import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { SealedObjectFault } from "#shared/node/sealed-object.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";

/** All bytes of a stored object; throws `object-missing`, and `media-corrupt` or `-truncated` of a sealed one. */
export async function readObject(objects: ObjectStore, digest: string): Promise<Buffer> {
  if (!isDigest(digest) || (await objects.size(digest)) === undefined) {
    throw new TaskFailure("object-missing", digest);
  }
  try {
    return await objects.bytes(digest);
  } catch (error) {
    if (!(error instanceof SealedObjectFault)) throw error;
    if (error.kind === "locked") throw new TaskFailure("step-failed", error.message, { lasting: false });
    throw new TaskFailure(error.kind === "cut-short" ? "media-truncated" : "media-corrupt", error.message);
  }
}
