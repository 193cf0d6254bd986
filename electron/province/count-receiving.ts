import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import type { SyncStore } from "#shared/replication/sync-store.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";

/** How many of the records that a machine has never read from the province have come. */
export type Receiving = { done: number; total: number };

/** Fewer are there before anyone could read it. */
const least = 500;

/**
 * Counts the first reading of collections, which may take minutes on a new machine: asks how many records there are
 * beside its first page, which is handed on when both have come, and calls `heard` as they come. The wire is otherwise the
 * one given; where nothing is new it is that itself.
 */
export function countReceiving<Wire extends SyncWire>(
  store: Pick<SyncStore, "pulled">,
  wire: Wire,
  heard: (receiving: Receiving) => void,
): Wire {
  const fresh = new Set<CollectionName>(collectionNames.filter((name) => store.pulled(name) === null));
  if (fresh.size === 0) return wire;
  let counted: Promise<void> | undefined;
  let total = 0;
  let done = 0;
  const count = async () => {
    // One after the other they would come when most has been read.
    const counts = await Promise.all([...fresh].map((collection) => countAt(wire, collection)));
    total = counts.reduce((sum, one) => sum + one, 0);
  };
  return {
    ...wire,
    async pull(collection, request) {
      if (!fresh.has(collection)) return wire.pull(collection, request);
      // Where it cannot be counted, it is read all the same; why it cannot, the reading meets itself.
      counted ??= count().catch(() => undefined);
      const [answer] = await Promise.all([wire.pull(collection, request), counted]);
      done += answer.documents.length;
      // Others go on writing meanwhile.
      if (total >= least) heard({ done: Math.min(done, total), total });
      return answer;
    },
  };
}

/** An older province has nothing of a collection that it does not know. */
async function countAt(wire: SyncWire, collection: CollectionName): Promise<number> {
  try {
    return (await wire.digest(collection)).count;
  } catch (error) {
    if (error instanceof WireFault && error.kind === "unknown-collection") return 0;
    throw error;
  }
}
