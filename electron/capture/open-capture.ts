import { availableParallelism } from "node:os";
import type { Profile } from "#shared/archive/profile.ts";
import type { Chance } from "#shared/base/id.ts";
import type { CallInput, DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { WorkerPool } from "#electron/pipeline/worker/tasks.ts";
import { importScans, type ImportParts } from "./import-scans.ts";
import { openTray } from "./tray.ts";

export type CaptureParts = {
  /** The desk's folder; the tray of unmatched scans is kept in it. */
  folder: string;
  journal: Journal;
  objects: Pick<ObjectStore, "size">;
  pool: Pick<WorkerPool, "inspect" | "importPage">;
  now: () => number;
  chance: Chance;
  profile: () => Profile | null;
};

export type Capture = {
  handlers: Pick<DeskHandlers, "capture.import" | "capture.unmatched">;
  close(): void;
};

/** Opens the import of scans: stored objects become pages of items, or wait in the tray. */
export function openCapture(parts: CaptureParts): Capture {
  const { journal, profile } = parts;
  const tray = openTray(parts.folder);
  const atOnce = Math.max(1, availableParallelism() - 1);
  return {
    handlers: {
      async "capture.import"(input) {
        const person = profile();
        if (!person) throw new DeskFault("not-set-up");
        expectListed(journal, input);
        const round: ImportParts = { ...parts, tray, person, atOnce };
        const scans = input.objects.map(({ digest, name }) => ({ digest, name: name.normalize("NFC") }));
        return importScans(round, scans, input);
      },
      "capture.unmatched": () => tray.list(),
    },
    close: () => tray.close(),
  };
}

function expectListed(journal: Journal, { batchId, itemId }: CallInput<"capture.import">): void {
  if (batchId && !journal.read("batches", batchId)) {
    throw new DeskFault("not-found", { detail: `batch ${batchId}` });
  }
  if (itemId && journal.read("items", itemId)?.withdrawn !== "") {
    throw new DeskFault("not-found", { detail: `item ${itemId}` });
  }
}
