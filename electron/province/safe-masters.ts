import { setImmediate as breathe } from "node:timers/promises";
import { isAccepted } from "#shared/archive/batch.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { ConfirmedObjects, SentObject } from "./confirmed-objects.ts";
import { objectsOfItem } from "./queue-objects.ts";
import { uploadRanks, type UploadQueue } from "./upload-queue.ts";

type Parts = { journal: Journal; queue: Pick<UploadQueue, "namings">; confirmed: ConfirmedObjects };

/** The masters of batches: those that may be freed (or were), and how many others there are. */
export type SafeMasters = { safe: SentObject[]; waiting: number };

/** Every accepted batch of this machine. */
export function acceptedBatches(journal: Journal): string[] {
  const accepted: string[] = [];
  for (let checkpoint = null as Parameters<Journal["pull"]>[1]; ;) {
    const { documents, checkpoint: next } = journal.pull("batches", checkpoint, 500);
    for (const { id, state, withdrawn } of documents) {
      if (isAccepted(state) && withdrawn === "") accepted.push(id);
    }
    if (documents.length === 0) return accepted;
    checkpoint = next;
  }
}

/**
 * Which masters of these batches the province holds for sure: every object of every item that names the master has a
 * checked receipt, and none of them is a rendition, which stays here to be read.
 */
export async function findSafeMasters(parts: Parts, batchIds: readonly string[]): Promise<SafeMasters> {
  const { journal, queue, confirmed } = parts;
  const whole = new Set<string>();
  const masters = new Set<string>();
  for (const batchId of batchIds) {
    for (const file of journal.filesOfBatch(batchId)) {
      await breathe();
      for (const item of journal.children("items", file.id)) {
        const objects = objectsOfItem(journal, item.id).filter(({ digest }) => isDigest(digest));
        for (const { digest, rank } of objects) if (rank === uploadRanks.master) masters.add(digest);
        const held = objects.every(({ digest }) => confirmed.find(digest)?.confirmed === true);
        if (objects.length > 0 && held && item.renditionDigest !== "") whole.add(item.id);
      }
    }
  }
  const isSafe = (digest: string) =>
    isDigest(digest) &&
    queue.namings(digest).every(({ collection, id }) => {
      if (collection !== "pages") return false;
      const page = journal.read("pages", id);
      return !page || page.withdrawn !== "" || page.masterDigest !== digest || whole.has(page.itemId);
    });
  const safe: SentObject[] = [];
  for (const digest of masters) {
    const found = isSafe(digest) ? confirmed.find(digest) : undefined;
    if (found) safe.push(found);
  }
  return { safe, waiting: masters.size - safe.length };
}
