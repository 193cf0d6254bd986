import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "./database.ts";
import { districtsWithRecords } from "./refresh-catalogue.ts";
import { type Came, type Pace, restBefore, restBetween } from "./rest-before.ts";

/** Keeps something of the districts up after the other work: it waits for who pushes, and one district for another. */
export type DistrictKeeper = {
  /** Something of these districts changed; of all where none is named. */
  wake(districts?: Iterable<string>): void;
  /** Stops after the slice under way. */
  stop(): Promise<void>;
};

/** Never throws: what failed is reported, and tried again when the district is woken next. */
export function keepDistricts(
  database: Database,
  report: (fault: unknown) => void,
  keep: (district: string, pace: Pace) => Promise<unknown>,
): DistrictKeeper {
  const waiting = new Map<string, Came>();
  let all = false;
  let stopped = false;
  let running: Promise<void> | undefined;
  const stopping = new AbortController();

  // A clock that is set does not matter to how long it was quiet.
  const elapsed = () => performance.now();
  let lastCame = -Infinity;
  const cameFrom = (district: string) => {
    const last = elapsed();
    lastCame = last;
    waiting.set(district, { first: waiting.get(district)?.first ?? last, last });
  };
  const rest = (milliseconds: number) =>
    wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  const paced = (): Pace => {
    let begun = elapsed();
    return {
      isStopped: () => stopped,
      async between() {
        const now = elapsed();
        const due = restBetween(lastCame, now, now - begun);
        if (due > 0) await rest(due);
        begun = elapsed();
      },
    };
  };
  const work = async () => {
    while (!stopped) {
      try {
        if (all) {
          all = false;
          for (const district of await districtsWithRecords(database)) cameFrom(district);
        }
        const [next] = [...waiting]
          .map(([district, came]) => ({ district, rest: restBefore(came, elapsed()) }))
          .sort((one, other) => one.rest - other.rest);
        if (!next) return;
        if (next.rest > 0) {
          await rest(next.rest);
          continue;
        }
        waiting.delete(next.district);
        await keep(next.district, paced());
      } catch (fault) {
        report(fault);
      }
    }
  };
  const run = () => {
    running ??= work().finally(() => {
      running = undefined;
      if (!stopped && (all || waiting.size > 0)) run();
    });
  };
  return {
    wake(districts) {
      if (stopped) return;
      if (districts) for (const district of districts) cameFrom(district);
      else all = true;
      run();
    },
    async stop() {
      stopped = true;
      stopping.abort();
      while (running) await running;
    },
  };
}
