import type { Digest } from "#shared/base/digest.ts";
import { receiptText } from "#shared/keys/hello.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import { verifyText } from "#shared/node/keys.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import type { Receipt } from "#shared/replication/wire.ts";
import type { ConfirmedObjects } from "./confirmed-objects.ts";
import type { ProvinceWire } from "./province-wire.ts";

/**
 * The signature of a receipt where it is the pinned province's; empty where none is pinned or the province (an older
 * one) gave none. Throws `WireFault("stranger")` on one that is not the province's.
 */
export function signatureOf(receipt: Receipt, pin: PublicKeys | undefined): string {
  const { signature } = receipt;
  if (!pin || signature === undefined) return "";
  if (!verifyText("receipt", receiptText(receipt), signature, pin.signing))
    throw new WireFault("stranger", `receipt of ${receipt.digest}: not signed by the pinned key`);
  return signature;
}

/** Asks for the signed word of objects that were sent before the province's key was known. */
export async function confirmSent(parts: {
  confirmed: ConfirmedObjects;
  wire: Pick<ProvinceWire, "receipt">;
  pin: PublicKeys | undefined;
  signal: AbortSignal;
}): Promise<void> {
  const { confirmed, wire, pin, signal } = parts;
  if (!pin) return;
  for (;;) {
    const unsigned = confirmed.unsigned(100);
    for (const { digest, size } of unsigned) {
      const receipt = await wire.receipt(digest);
      if (signal.aborted) return;
      if (!receipt) confirmed.lost(digest);
      else {
        const signature = signatureOf(receipt, pin);
        if (signature === "" || !isOf(receipt, digest, size)) return;
        confirmed.confirm(digest, receipt.receivedAt, signature);
      }
    }
    if (unsigned.length === 0) return;
  }
}

function isOf(receipt: Receipt, digest: Digest, size: number): boolean {
  return receipt.digest === digest && receipt.size === size;
}
