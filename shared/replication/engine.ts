import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import { compareCollection } from "#shared/replication/compare.ts";
import { pullChanges } from "#shared/replication/pull-changes.ts";
import { openPortion, type Portion } from "#shared/replication/portion.ts";
import { ofKnown } from "#shared/replication/of-known.ts";
import { pushAll, type Round } from "#shared/replication/push-records.ts";
import type { SyncStore } from "#shared/replication/sync-store.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";

export type RoundReport = {
  /** True where the digests of every collection were seen to be equal, rows that were refused or held left out. */
  equal: boolean;
  /** Records that only the comparison found to differ, and that are equal now. */
  healed: number;
  pushed: number;
  pulled: number;
  /** Records on the list of those that the province does not take. */
  refused: number;
  /** Records that the province keeps until their parents come: while there are any, not all is there. */
  held: number;
  /** Collections of which something waits here for a province that is too old to know them. */
  waiting: CollectionName[];
  /** The province's store is not the one of the last round: what it had acknowledged says nothing. */
  otherLife: boolean;
  /** What ended the round early; what was done before holds. */
  fault: WireFault | undefined;
};

export type RoundParts = {
  store: SyncStore;
  wire: SyncWire;
  /** Wall time in milliseconds. */
  now: () => number;
  /** The collections of the round, parents before children; all by default. */
  collections?: readonly CollectionName[];
  pause?: () => Promise<void>;
  /** How many records go in one request; of a round's own by default. */
  portion?: Portion;
  batchBytes?: number;
};

/** Of a collection that the province does not know there is nothing to compare. */
const unasked = { equal: true, healed: 0 };

/**
 * One round of synchronization: send what is unsent, parents first; read what changed; then compare digests, and
 * send and read again exactly what differs. May be stopped anywhere and begun again: nothing is taken as sent
 * before the province said so, and nothing as read before it is stored. Rejects only where the store does.
 */
export async function syncRound(parts: RoundParts): Promise<RoundReport> {
  const round: Round = {
    store: parts.store,
    wire: parts.wire,
    pause: parts.pause ?? (() => Promise.resolve()),
    now: parts.now(),
    clock: parts.now,
    portion: parts.portion ?? openPortion(),
    batchBytes: parts.batchBytes ?? 2 * 1024 * 1024,
    pushed: 0,
    pulled: 0,
    failing: { inRow: 0, gaveUp: undefined, readable: false, passed: false },
    unknown: new Set(),
  };
  const collections = parts.collections ?? collectionNames;
  let equal = true;
  let healed = 0;
  let otherLife = false;
  let fault: WireFault | undefined;
  try {
    await pushAll(round, collections);
    const again: CollectionName[] = [];
    for (const collection of collections) {
      if (!(await ofKnown(round, collection, false, async () => pullChanges(round, collection)))) continue;
      otherLife = true;
      again.push(collection);
    }
    await pushAll(round, again);
    for (const collection of collections) {
      let compared = await ofKnown(round, collection, unasked, async () =>
        compareCollection(round, collection),
      );
      if (collection === "batches" && !compared.equal) {
        // An acceptance that lacks there goes once its content is there.
        await pushAll(round, collections);
        const after = await compareCollection(round, collection);
        compared = { equal: after.equal, healed: compared.healed + after.healed };
      }
      equal &&= compared.equal;
      healed += compared.healed;
    }
  } catch (error) {
    if (!(error instanceof WireFault)) throw error;
    equal = false;
    fault = error;
  }
  fault ??= round.failing.gaveUp;
  // One that knows none of them is not a province of whatever age.
  if (round.unknown.size === collections.length) fault ??= new WireFault("garbled", "no collection is known");
  const waiting = [...round.unknown].filter((name) => parts.store.unsent(name, 0, 1).documents.length > 0);
  const aside = collections.flatMap((name) => parts.store.refused(name));
  const held = aside.filter(({ code }) => code === "held").length;
  return {
    equal: equal && !fault && waiting.length === 0,
    healed,
    pushed: round.pushed,
    pulled: round.pulled,
    refused: aside.length - held,
    held,
    waiting,
    otherLife,
    fault,
  };
}
