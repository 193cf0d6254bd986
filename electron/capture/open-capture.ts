import { availableParallelism } from "node:os";
import type { Profile } from "#shared/archive/profile.ts";
import type { Chance } from "#shared/base/id.ts";
import type { CallInput, CallOutput, DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { WorkerPool } from "#electron/pipeline/worker/tasks.ts";
import { covers } from "#shared/archive/unit.ts";
import { undoneReason } from "#shared/archive/undone.ts";
import { isDigest } from "#shared/base/digest.ts";
import { importScans, type ImportParts, readFault } from "./import-scans.ts";
import type { Scans } from "./attach.ts";
import { matchCounts } from "./match-counts.ts";
import { openTray } from "./tray.ts";

export type CaptureParts = {
  /** The desk's folder; the tray of unmatched scans is kept in it. */
  folder: string;
  journal: Journal;
  objects: Pick<ObjectStore, "size">;
  pool: Pick<WorkerPool, "inspect" | "marks" | "importPage">;
  now: () => number;
  chance: Chance;
  profile: () => Profile | null;
  /** The log of what devices gave. */
  scans?: Scans;
};

export type Capture = {
  handlers: Pick<
    DeskHandlers,
    "capture.import" | "capture.inspect" | "capture.laid" | "capture.matching" | "capture.unmatched"
  >;
  close(): void;
};

/** Opens the import of scans: stored objects become pages of items, or wait in the tray. */
export function openCapture(parts: CaptureParts): Capture {
  const { journal, profile } = parts;
  const tray = openTray(parts.folder, parts.scans);
  const inSight = () => tray.list().flatMap(({ laid, ...one }) => (isToBeSeen(journal, laid) ? [one] : []));
  const atOnce = Math.max(1, availableParallelism() - 1);
  return {
    handlers: {
      async "capture.import"(input) {
        const person = profile();
        if (!person) throw new DeskFault("not-set-up");
        expectListed(journal, input, person);
        const round: ImportParts = { ...parts, tray, person, atOnce };
        const scans = input.objects.map(({ digest, name, pageId = "" }) => ({
          ...{ digest, pageId },
          name: name.normalize("NFC"),
        }));
        return importScans(round, scans, input);
      },
      async "capture.inspect"(input) {
        const answer: CallOutput<"capture.inspect"> = { read: [], refused: [] };
        for (const { digest, name } of input.objects) {
          try {
            const size = isDigest(digest) ? await parts.objects.size(digest) : undefined;
            if (!isDigest(digest) || size === undefined)
              throw new DeskFault("object-missing", { detail: name });
            const { mediaType, pages } = await parts.pool.inspect({ digest, name });
            answer.read.push({ digest, name: name.normalize("NFC"), size, mediaType, pages: pages.length });
          } catch (error) {
            answer.refused.push({ name, ...readFault(error) });
          }
        }
        return answer;
      },
      "capture.laid"({ pageIds, pageId = "", ...arrival }) {
        tray.say({ ...arrival, pageId }, pageIds);
        return {};
      },
      "capture.matching": ({ batchId }) => matchCounts(journal, batchId, inSight()),
      async "capture.unmatched"() {
        const waiting = inSight();
        return Promise.all(
          waiting.map(async (one) => {
            const size = isDigest(one.digest) ? await parts.objects.size(one.digest) : undefined;
            const { pageId, ...rest } = one;
            const given = pageId === "" ? undefined : parts.scans?.given(pageId);
            return { ...rest, size: size ?? 0, ...(pageId && { pageId }), ...given };
          }),
        );
      },
    },
    close: () => tray.close(),
  };
}

/** What a person laid into an item is out of sight, until it is undone. */
function isToBeSeen(journal: Journal, laid: readonly string[]): boolean {
  return laid.every((id) => journal.read("pages", id)?.withdrawn === undoneReason);
}

function expectListed(
  journal: Journal,
  { batchId, itemId }: CallInput<"capture.import">,
  { scope }: Pick<Profile, "scope">,
): void {
  const batch = batchId ? journal.read("batches", batchId) : undefined;
  if (batchId && !batch) throw new DeskFault("not-found", { detail: `batch ${batchId}` });
  const item = itemId ? journal.read("items", itemId) : undefined;
  if (itemId && item?.withdrawn !== "") throw new DeskFault("not-found", { detail: `item ${itemId}` });
  for (const place of [batch, item]) {
    if (place && !covers(scope, place.scope))
      throw new DeskFault("not-your-scope", { detail: `${place.id}: ${place.scope}` });
  }
}
