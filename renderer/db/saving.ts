import type { ScreenCollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";

/** How the screen's own writes stand: how many the journal has not yet made safe, and when the last one was. */
export type SavingState = { pending: number; savedAt: number; refused: number };

/** Follows each write from RxDB until the desk says that it is in the journal. */
export type Saving = {
  /** A record was written in RxDB. */
  wrote(collection: ScreenCollectionName, record: ArchiveRecord): void;
  /** The desk has journaled these states. */
  saved(collection: ScreenCollectionName, records: readonly ArchiveRecord[]): void;
  /** The desk keeps these out, with their reason, on its list. */
  refused(collection: ScreenCollectionName, ids: readonly string[]): void;
  state(): SavingState;
  /** Collections with a write older than `age` milliseconds that is still not safe. */
  stalled(age: number): ScreenCollectionName[];
  subscribe(listener: () => void): () => void;
};

type Waiting = { collection: ScreenCollectionName; clock: string; since: number };

export function trackSaving(now: () => number): Saving {
  const waiting = new Map<string, Waiting>();
  const listeners = new Set<() => void>();
  let state: SavingState = { pending: 0, savedAt: 0, refused: 0 };
  const change = (next: Partial<SavingState>) => {
    state = { ...state, ...next, pending: waiting.size };
    for (const listener of listeners) listener();
  };
  return {
    wrote(collection, record) {
      waiting.set(`${collection}/${record.id}`, { collection, clock: latestClock(record), since: now() });
      change({});
    },
    saved(collection, records) {
      for (const record of records) {
        const key = `${collection}/${record.id}`;
        const entry = waiting.get(key);
        if (entry && latestClock(record) >= entry.clock) waiting.delete(key);
      }
      change({ savedAt: now() });
    },
    refused(collection, ids) {
      for (const id of ids) waiting.delete(`${collection}/${id}`);
      change({ refused: state.refused + ids.length });
    },
    state: () => state,
    stalled(age) {
      const old = [...waiting.values()].filter((entry) => now() - entry.since > age);
      return [...new Set(old.map((entry) => entry.collection))];
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The latest clock in a record: that of its last edit. */
export function latestClock(record: ArchiveRecord): string {
  return Object.values(record.clocks).reduce((latest, clock) => (clock > latest ? clock : latest), "");
}
