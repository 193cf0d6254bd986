import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "./database.ts";
import { districtsWithRecords, refreshCatalogue } from "./refresh-catalogue.ts";

/** Keeps the catalogue up beside the other work: it never delays who pushes, and one district waits for another. */
export type CatalogueKeeper = {
  /** Something of these districts changed; of all where none is named. */
  wake(districts?: Iterable<string>): void;
  /** Stops after the slice under way. */
  stop(): Promise<void>;
};

/** Between two rounds, so that what comes meanwhile is made together and not each on its own. */
const restMilliseconds = 250;

/** Never throws: what failed is reported, and tried again when the district is woken next. */
export function keepCatalogue(
  database: Database,
  report: (fault: unknown) => void,
  now: () => number,
): CatalogueKeeper {
  const waiting = new Set<string>();
  let all = false;
  let stopped = false;
  let running: Promise<void> | undefined;
  const stopping = new AbortController();

  const next = async (): Promise<string | undefined> => {
    if (all) {
      all = false;
      for (const district of await districtsWithRecords(database)) waiting.add(district);
    }
    const [district] = waiting;
    if (district !== undefined) waiting.delete(district);
    return district;
  };
  const work = async () => {
    while (!stopped) {
      try {
        const district = await next();
        if (district === undefined) return;
        await refreshCatalogue(database, district, now, () => stopped);
      } catch (fault) {
        report(fault);
      }
      await wait(restMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
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
      if (districts) for (const district of districts) waiting.add(district);
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
