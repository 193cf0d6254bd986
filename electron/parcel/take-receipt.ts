import { Check } from "typebox/value";
import type { CollectionName } from "#shared/archive/collections.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import type { Bag } from "#shared/node/read-bag.ts";
import {
  type AnswerLine,
  answerLineSchema,
  answersList,
  receiptLineSchema,
  receiptsList,
} from "#shared/parcel/parcel-lines.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { refusalSchema } from "#shared/replication/messages.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { signatureOf } from "#electron/province/check-receipt.ts";
import type { JournalStore } from "#electron/province/journal-store.ts";
import { writeReceipt } from "#electron/province/queue-objects.ts";
import type { UploadQueue } from "#electron/province/upload-queue.ts";

type Parts = { journal: Journal; store: JournalStore; queue: UploadQueue; pin: PublicKeys };

/**
 * Takes the province's answer over as if it had come by the line: records it accepted count as sent as far as they
 * are still what was in the parcel, merged ones are merged here, refused and held ones listed, signed receipts kept. Reading
 * it again changes nothing.
 */
export async function takeReceipt(parts: Parts, bag: Bag) {
  const counts = { accepted: 0, merged: 0, refused: 0, held: 0, confirmed: 0 };
  for await (const answer of bag.lines(answersList)) {
    if (!Check(answerLineSchema, answer)) continue;
    takeAnswer(parts, answer.collection, answer);
    counts[answer.outcome] += 1;
  }
  for await (const receipt of bag.lines(receiptsList)) {
    if (!Check(receiptLineSchema, receipt) || !isDigest(receipt.digest)) continue;
    const { digest, receivedAt } = receipt;
    const signature = signatureOf(receipt, parts.pin);
    writeReceipt(parts.journal, parts.queue, digest, receivedAt);
    parts.queue.sent(digest, receivedAt, signature);
    counts.confirmed += 1;
  }
  return counts;
}

function takeAnswer(
  { journal, store }: Parts,
  collection: CollectionName,
  { id, hash, outcome, code, detail, state }: AnswerLine,
): void {
  if (outcome === "merged") {
    if (state) store.merge(collection, [state]);
    return;
  }
  const record = journal.read(collection, id);
  if (!record || hashOfRecord(record) !== hash) return;
  if (outcome === "accepted") store.acknowledge(collection, [record]);
  else if (outcome === "held") store.refuse(collection, [{ id, hash, code: "held", detail, retryAt: 0 }]);
  else {
    const known: unknown = code;
    if (Check(refusalSchema.properties.code, known))
      store.refuse(collection, [{ id, hash, code: known, detail }]);
  }
}
