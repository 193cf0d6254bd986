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
  /** How the last write of a record stands; one that was not written here is safe. */
  standing(collection: ScreenCollectionName, id: string): "waiting" | "refused" | "safe";
  /** Collections with a write older than `age` milliseconds that is still not safe. */
  stalled(age: number): ScreenCollectionName[];
  subscribe(listener: () => void): () => void;
};

type Waiting = { collection: ScreenCollectionName; clock: string; since: number };

export function trackSaving(now: () => number): Saving {
  const waiting = new Map<string, Waiting>();
  const keptOut = new Set<string>();
  const listeners = new Set<() => void>();
  let state: SavingState = { pending: 0, savedAt: 0, refused: 0 };
  const change = (next: Partial<SavingState>) => {
    state = { ...state, ...next, pending: waiting.size };
    for (const listener of listeners) listener();
  };
  return {
    wrote(collection, record) {
      const key = `${collection}/${record.id}`;
      waiting.set(key, { collection, clock: latestClock(record), since: now() });
      keptOut.delete(key);
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
      for (const id of ids) {
        waiting.delete(`${collection}/${id}`);
        keptOut.add(`${collection}/${id}`);
      }
      change({ refused: state.refused + ids.length });
    },
    state: () => state,
    standing(collection, id) {
      const key = `${collection}/${id}`;
      if (waiting.has(key)) return "waiting";
      return keptOut.has(key) ? "refused" : "safe";
    },
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

/**
 * Resolves with true once the last write of a record is in the journal; with false where the desk kept it out, or it is
 * not safe after `ms` milliseconds: it goes on being tried.
 */
export function untilSafe(
  saving: Pick<Saving, "standing" | "subscribe">,
  collection: ScreenCollectionName,
  id: string,
  ms: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isSafe: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(isSafe);
    };
    const look = () => {
      const standing = saving.standing(collection, id);
      if (standing !== "waiting") end(standing === "safe");
    };
    const timer = setTimeout(() => end(false), ms);
    const stop = saving.subscribe(look);
    look();
  });
}

/** The latest clock in a record: that of its last edit. */
export function latestClock(record: ArchiveRecord): string {
  return Object.values(record.clocks).reduce((latest, clock) => (clock > latest ? clock : latest), "");
}
