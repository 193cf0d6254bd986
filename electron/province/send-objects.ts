import type { ObjectStore } from "#shared/node/object-store.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import type { Receipt } from "#shared/replication/wire.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { signatureOf } from "./check-receipt.ts";
import type { Credentials, ProvinceWire } from "./province-wire.ts";
import { UploadHeld, type UploadPacing } from "./pace-uploads.ts";
import { mayBeSent, writeReceipt } from "./queue-objects.ts";
import { ObjectUnreadable, UploadDiffers, UploadGone, uploadObject } from "./upload-object.ts";
import type { Upload, UploadQueue } from "./upload-queue.ts";

/** After so many uploads that the province found to differ, the object waits for a person. */
const differingTries = 3;

export type SendParts = {
  journal: Journal;
  objects: ObjectStore;
  queue: UploadQueue;
  wire: ProvinceWire;
  credentials: Credentials;
  pacing: UploadPacing;
  signal: AbortSignal;
  idleMs: number;
  /** How many objects travel at once. */
  lanes: number;
  changed: () => void;
};

/**
 * Sends every waiting object that may go now, and takes each as sent when the province's own digest of it is the same. Rejects with
 * the first `WireFault` that concerns more than one object; the others wait with what they have reached.
 */
export async function sendObjects(parts: SendParts): Promise<void> {
  const underWay = new Set<string>();
  let fault: unknown;
  const lane = async () => {
    while (fault === undefined && !parts.signal.aborted) {
      const upload = parts.queue.next(underWay, parts.pacing.mostRank());
      if (!upload) return;
      underWay.add(upload.digest);
      try {
        await parts.pacing.pass(upload.rank, 0, parts.signal);
        await sendOne(parts, upload);
      } catch (error) {
        // What may not go now waits, with what it has reached.
        if (!(error instanceof UploadHeld)) fault ??= error;
      } finally {
        underWay.delete(upload.digest);
        parts.changed();
      }
    }
  };
  await Promise.all(Array.from({ length: parts.lanes }, lane));
  if (fault !== undefined) throw fault instanceof Error ? fault : new Error("sending failed");
}

async function sendOne(parts: SendParts, upload: Upload): Promise<void> {
  const { journal, objects, queue, wire, signal } = parts;
  const { digest } = upload;
  if (!mayBeSent(journal, queue, digest)) {
    queue.drop(digest);
    return;
  }
  const held = await wire.receipt(digest);
  stopIfAborted(signal);
  if (held && isReceiptOf(held, upload)) {
    accept(parts, upload, held);
    return;
  }
  if (!parts.credentials.hub) writeReceipt(journal, queue, digest, "");
  const size = await objects.size(digest);
  if (size !== upload.size) {
    queue.hold(digest, size === undefined ? "object-missing" : "province-garbled");
    return;
  }
  const { credentials, idleMs, pacing } = parts;
  const bytes = (start: number, end: number) => objects.bytes(digest, { start, end });
  const onUrl = (url: string) => {
    if (!signal.aborted) queue.setUrl(digest, url);
  };
  try {
    await uploadObject({ upload, bytes, credentials, pacing, signal, idleMs, onUrl });
  } catch (error) {
    stopIfAborted(signal);
    noteFailure(parts, upload, error);
    return;
  }
  const receipt = await wire.receipt(digest);
  stopIfAborted(signal);
  if (receipt && isReceiptOf(receipt, upload)) accept(parts, upload, receipt);
  else if (receipt) differs(parts, upload);
  else {
    // The province took the bytes and has no receipt: it may still be hashing them. The next try asks again first.
    if (upload.tries > 0) queue.setUrl(digest, "");
    queue.failed(digest, "province-failed");
    throw new WireFault("failed", `no receipt of ${digest}`);
  }
}

function accept({ journal, queue, credentials }: SendParts, { digest }: Upload, receipt: Receipt): void {
  if (credentials.hub) {
    // The hub has it, which is not the province's word: no record says so, and nothing is safe to free by it.
    queue.sent(digest, "");
    return;
  }
  const signature = signatureOf(receipt, credentials.pin);
  // The records first: should this end between the two, the receipt is asked again.
  writeReceipt(journal, queue, digest, receipt.receivedAt);
  queue.sent(digest, receipt.receivedAt, signature);
}

function noteFailure(parts: SendParts, upload: Upload, error: unknown): void {
  const { queue } = parts;
  if (error instanceof UploadGone) {
    queue.setUrl(upload.digest, "");
    return;
  }
  if (error instanceof UploadDiffers) {
    differs(parts, upload);
    return;
  }
  if (error instanceof ObjectUnreadable) {
    queue.hold(upload.digest, "object-missing");
    return;
  }
  if (error instanceof WireFault && error.kind === "too-large") {
    queue.hold(upload.digest, "province-too-large");
    return;
  }
  // An object that the province fails on lets the others go first.
  if (error instanceof WireFault && error.kind === "failed") queue.failed(upload.digest, "province-failed");
  throw error;
}

function differs({ queue }: SendParts, { digest, tries }: Upload): void {
  if (tries + 1 >= differingTries) queue.hold(digest, "province-garbled");
  else {
    queue.setUrl(digest, "");
    queue.failed(digest, "province-garbled");
  }
}

function isReceiptOf(receipt: Receipt, { digest, size }: Upload): boolean {
  return receipt.digest === digest && receipt.size === size && receipt.receivedAt !== "";
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new WireFault("unreachable", "stopped");
}
