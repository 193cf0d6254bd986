import type { CollectionName } from "#shared/archive/collections.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";

export type Knowing = {
  /** Collections that the province is too old to know: they wait here, and nothing else waits for them. */
  unknown: Set<CollectionName>;
};

/** Does what concerns one collection; where the province does not know it, notes that instead, once in a round. */
export async function ofKnown<Value>(
  { unknown }: Knowing,
  collection: CollectionName,
  otherwise: Value,
  work: () => Promise<Value>,
): Promise<Value> {
  if (unknown.has(collection)) return otherwise;
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WireFault && error.kind === "unknown-collection")) throw error;
    unknown.add(collection);
    return otherwise;
  }
}
