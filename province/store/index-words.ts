import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Database } from "./database.ts";
import { indexWaitingWords, type WaitingWords } from "./search-index.ts";

const wordsLimit = 16 * 1024 * 1024;

/** Indexes the words objects that came in. Never throws: what failed is reported, and tried again later. */
export function wordIndexer(
  database: Database,
  objects: ObjectStore,
  report: (fault: unknown) => void,
): (only: WaitingWords) => Promise<void> {
  const readWords = async (digest: string) => {
    const size = isDigest(digest) ? await objects.size(digest) : undefined;
    if (size === undefined || size > wordsLimit || !isDigest(digest)) return undefined;
    return objects.bytes(digest);
  };
  return async (only) => {
    try {
      while ((await indexWaitingWords(database, readWords, only)) > 0);
    } catch (fault) {
      report(fault);
    }
  };
}
