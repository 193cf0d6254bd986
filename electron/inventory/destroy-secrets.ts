import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { ImportLog } from "./import-log.ts";

/**
 * Destroys the workbooks handed in whose rows bear a mark of secrecy, but for those still being read: such papers are
 * never kept on a machine with a network. The decision stands in the journal's exclusions, without a word of theirs.
 * What cannot be destroyed now (a virus scanner holds it) is destroyed at the next occasion, or the next start.
 */
export async function destroySecrets(
  log: ImportLog,
  objects: ObjectStore,
  isRead: (digest: string) => boolean,
): Promise<void> {
  for (const digest of log.secrets()) {
    if (isRead(digest)) continue;
    try {
      if (isDigest(digest)) await objects.destroy(digest);
      log.forgetSecret(digest);
    } catch {
      // It stays named in the log.
    }
  }
}
