import { createHash, randomBytes } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { type Credentials, openProvinceWire } from "#electron/province/province-wire.ts";
import { UploadGone, uploadObject } from "#electron/province/upload-object.ts";
import type { Chance } from "#tests/helpers/seeded.ts";
import { unpaced } from "#tests/helpers/unpaced.ts";

/** Small chunks, so that a kill falls within an upload more often than between two. */
const pacing = { ...unpaced, chunkBytes: () => 64 * 1024 };

/**
 * Sends one object after the other with the desk's own client; one that a kill interrupts goes on in the next life
 * of the province. `acknowledged` has those it gave a receipt of.
 */
export async function openUploads(folder: string, chance: Chance) {
  const objects = await openObjectStore(folder);
  const acknowledged = new Set<Digest>();
  let underWay: { digest: Digest; size: number; url: string } | undefined;
  return {
    acknowledged,
    async send(credentials: Credentials, ended: () => boolean): Promise<void> {
      const signal = new AbortController().signal;
      const wire = openProvinceWire(credentials, signal);
      while (!ended()) {
        underWay ??= { ...(await objects.put(randomBytes(10_000 + chance(700_000)))), url: "" };
        const one = underWay;
        const upload = { ...one, rank: 2, mediaType: "image/jpeg", tries: 0 };
        try {
          await uploadObject({
            ...{
              upload,
              bytes: (start, end) => objects.bytes(one.digest, { start, end }),
              credentials,
              pacing,
              signal,
              idleMs: 5000,
            },
            onUrl: (url) => (one.url = url),
          });
          const receipt = await wire.receipt(one.digest);
          if (receipt?.digest !== one.digest || receipt.size !== one.size) continue;
          acknowledged.add(one.digest);
          underWay = undefined;
        } catch (error) {
          if (error instanceof UploadGone) one.url = "";
          else if (!(error instanceof WireFault)) throw error;
          await rest(20);
        }
      }
    },
  };
}

/** Which of these objects the province no longer has a receipt of, or no longer holds byte for byte. */
export async function checkUploads(
  credentials: Credentials,
  bytesOf: (digest: Digest) => Promise<Uint8Array | undefined>,
  digests: ReadonlySet<Digest>,
): Promise<string[]> {
  const wire = openProvinceWire(credentials, new AbortController().signal);
  const lost: string[] = [];
  for (const digest of digests) {
    const bytes = await bytesOf(digest);
    const whole = bytes && createHash("sha256").update(bytes).digest("hex") === digest;
    if (!whole || !(await wire.receipt(digest))) lost.push(digest);
  }
  return lost;
}
