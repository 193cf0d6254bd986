import { isAccepted } from "#shared/archive/batch.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Freeable, freeingCalls } from "#shared/contract/freeing.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import { type ObjectStore, ObjectTooLarge, OtherObject } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { signatureOf } from "./check-receipt.ts";
import type { ConfirmedObjects } from "./confirmed-objects.ts";
import type { ProvinceWire } from "./province-wire.ts";
import { acceptedBatches, findSafeMasters } from "./safe-masters.ts";
import type { UploadQueue } from "./upload-queue.ts";

type Parts = {
  journal: Journal;
  objects: ObjectStore;
  queue: UploadQueue;
  confirmed: ConfirmedObjects;
  pin: () => PublicKeys | undefined;
  asking: <Answer>(ask: (wire: ProvinceWire) => Promise<Answer>) => Promise<Answer>;
  now: () => number;
  changed: () => void;
};

/**
 * Frees this machine of masters that the province holds by its signed word, when a person asks for it, and fetches
 * them back. A master is noted as freed before its bytes go: what is missing was freed, or was never here.
 */
export function freeingHandlers(parts: Parts): Pick<DeskHandlers, keyof typeof freeingCalls> {
  const { journal, objects, confirmed, asking, changed } = parts;
  let work: Pick<Freeable, "work" | "done" | "total"> = { work: "", done: 0, total: 0 };
  const read = async (): Promise<Freeable> => {
    const { safe, waiting } = await findSafeMasters(parts, acceptedBatches(journal));
    const here = safe.filter(({ freed }) => !freed);
    const gone = confirmed.freed();
    return {
      pinned: parts.pin() !== undefined,
      ...{ safeObjects: here.length, safeBytes: bytesOf(here) },
      ...{ freedObjects: gone.length, freedBytes: bytesOf(gone) },
      waitingObjects: waiting,
      ...work,
    };
  };
  const each = async <One>(
    name: "freeing" | "fetching",
    all: readonly One[],
    one: (it: One) => Promise<void>,
  ) => {
    if (work.work !== "") return;
    work = { work: name, done: 0, total: all.length };
    try {
      for (const it of all) {
        await one(it);
        work.done += 1;
        changed();
      }
    } finally {
      work = { work: "", done: 0, total: 0 };
      changed();
    }
  };
  return {
    "freeing.read": read,
    async "freeing.ofBatch"({ batchId }) {
      const { safe, waiting } = await findSafeMasters(parts, [batchId]);
      const accepted = isAccepted(journal.read("batches", batchId)?.state ?? "");
      const freed = safe.filter((one) => one.freed);
      const here = safe.filter((one) => !one.freed);
      return {
        masters: safe.length + waiting,
        safe: accepted ? here.length : 0,
        freed: freed.length,
        bytes: accepted ? bytesOf(here) : 0,
      };
    },
    async "freeing.free"() {
      const pin = parts.pin();
      if (!pin) throw new DeskFault("bad-call", { detail: "no key of the province is pinned" });
      const { safe } = await findSafeMasters(parts, acceptedBatches(journal));
      await each(
        "freeing",
        safe.filter(({ freed }) => !freed),
        async ({ digest, size }) => {
          const receipt = await asking((wire) => wire.receipt(digest));
          if (receipt?.digest !== digest || receipt.size !== size || signatureOf(receipt, pin) === "") {
            confirmed.lost(digest);
            return;
          }
          confirmed.free(digest, new Date(parts.now()).toISOString());
          await objects.destroy(digest);
        },
      );
      return read();
    },
    async "freeing.fetchBack"() {
      await each("fetching", confirmed.freed(), async ({ digest, size }) => {
        if ((await objects.size(digest)) !== size) {
          const response = await asking((wire) => wire.object(digest));
          if (!response?.body) throw new DeskFault("object-missing", { detail: digest });
          await objects.put(response.body, { limit: size, expected: digest }).catch((error: unknown) => {
            if (!(error instanceof OtherObject) && !(error instanceof ObjectTooLarge)) throw error;
            throw new DeskFault("province-garbled", { lasting: false, detail: error.message, cause: error });
          });
        }
        confirmed.fetched(digest);
      });
      return read();
    },
  };
}

function bytesOf(objects: readonly { size: number }[]): number {
  return objects.reduce((sum, { size }) => sum + size, 0);
}
