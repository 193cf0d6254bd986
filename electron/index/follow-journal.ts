import { setTimeout as wait } from "node:timers/promises";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** One who follows the journal by itself and can be asked to hurry. */
export type Follower = {
  /** Takes in all that the journal holds. */
  catchUp(): Promise<void>;
  /** As `catchUp`, but for no longer than the patience given, and a failure is left for the next time. */
  catchUpPatiently(): Promise<void>;
  /** Begins again from where the follower stands, for what it follows was made anew. */
  renew(): void;
  /** Waits for the slice at work; the journal must still be open. */
  close(): Promise<void>;
};

/** Milliseconds without a write after which a follower goes on by itself. */
const quiet = 150;

/**
 * Follows the journal through some collections, slice by slice, giving way to others between slices, and to a
 * long run of writes (an import) altogether, but where somebody asks. `takeSlice`
 * answers false at the end of a collection. `patience` is in milliseconds.
 */
export function followJournal<Name extends CollectionName>(options: {
  journal: Journal;
  collections: readonly Name[];
  takeSlice: (collection: Name) => Promise<boolean>;
  patience: number;
}): Follower {
  const { journal, collections, takeSlice, patience } = options;
  const now = { stale: true, closed: false, writtenAt: -quiet, asking: 0 };
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    try {
      while (now.stale && !now.closed) {
        now.stale = false;
        await runOnce();
      }
    } catch (error) {
      now.stale = true;
      throw error;
    } finally {
      // In the same turn as the last look at `stale`: a write after it must start a new run.
      running = undefined;
    }
  }
  async function runOnce(): Promise<void> {
    for (const collection of collections) {
      while (!now.closed && (await takeSlice(collection))) await giveWay();
    }
  }
  async function giveWay(): Promise<void> {
    await nextTurn();
    while (!now.closed && now.asking === 0 && performance.now() - now.writtenAt < quiet) await wait(20);
  }
  async function whenAsked(work: () => Promise<void>): Promise<void> {
    now.asking += 1;
    try {
      await work();
    } finally {
      now.asking -= 1;
    }
  }
  function catchUp(): Promise<void> {
    if (running) return running;
    if (!now.stale || now.closed) return Promise.resolve();
    running = run();
    return running;
  }
  // A failure (a full disk) leaves the index as it was; the next question or write tries again.
  const catchUpQuietly = () => catchUp().catch(() => undefined);
  const soon = () => {
    if (!running) setImmediate(() => (now.closed ? undefined : void catchUpQuietly()));
  };
  const renew = () => {
    now.stale = true;
    soon();
  };
  const stop = journal.onWrite((collection) => {
    now.writtenAt = performance.now();
    if (collections.some((followed) => followed === collection)) renew();
  });
  soon();

  return {
    catchUp: () => whenAsked(catchUp),
    renew,
    async catchUpPatiently() {
      if (!running && !now.stale) return;
      const given = new AbortController();
      const enough = wait(patience, undefined, { signal: given.signal, ref: false }).catch(() => undefined);
      await whenAsked(() => Promise.race([catchUpQuietly(), enough]));
      given.abort();
    },
    async close() {
      now.closed = true;
      stop();
      await running?.catch(() => undefined);
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
