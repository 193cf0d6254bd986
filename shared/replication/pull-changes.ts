import type { CollectionName } from "#shared/archive/collections.ts";
import { inPortion } from "#shared/replication/portion.ts";
import type { Round } from "#shared/replication/push-records.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";

/**
 * Reads the province's changes to a collection from where the last round ended, until none are left. Answers true
 * where the checkpoint turned out to be of another life of the province's store: all is then marked unsent.
 */
export async function pullChanges(round: Round, collection: CollectionName): Promise<boolean> {
  const { store, wire } = round;
  let otherLife = false;
  for (;;) {
    const limit = round.portion.rows;
    const known = store.pulled(collection);
    const { documents, checkpoint } = await inPortion(
      round.portion,
      limit,
      round.clock,
      () => wire.pull(collection, { checkpoint: known, limit }),
      (answer) => answer.documents.length,
    );
    if (known && checkpoint?.epoch !== known.epoch) {
      otherLife = true;
      store.markUnsent(collection);
    }
    if (documents.length > 0) store.merge(collection, documents);
    round.pulled += documents.length;
    store.setPulled(collection, checkpoint);
    if (documents.length < limit) return otherLife;
    if (!checkpoint || (checkpoint.epoch === known?.epoch && checkpoint.seq <= known.seq)) {
      throw new WireFault("garbled", `pull of ${collection} does not go on`);
    }
    await round.pause();
  }
}
