import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { openProvinceWire } from "#electron/province/province-wire.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";

/** Brings a fonds and its files to a province beforehand, so that the items that are measured are not held for them. */
export async function sendParents(
  to: { address: string; token: string },
  { fonds, files }: { fonds: Fonds; files: readonly ArchiveFile[] },
): Promise<void> {
  const store = memoryStore();
  store.write("fonds", fonds);
  for (const file of files) store.write("files", file);
  const wire = openProvinceWire(to, new AbortController().signal);
  const { fault, held, refused } = await syncRound({
    store,
    wire,
    now: Date.now,
    collections: ["fonds", "files"],
  });
  if (fault ?? held + refused > 0) throw new Error("the parents did not come", { cause: fault });
}
