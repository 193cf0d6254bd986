import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openSync } from "#electron/province/open-sync.ts";
import { openBenchDesk } from "#tests/bench/bench-desk.ts";
import { type BenchProvince, openBenchProvince } from "#tests/bench/bench-province.ts";
import { type Bench, figure, timed } from "#tests/bench/figure.ts";
import { fillProvince } from "#tests/bench/fill-province.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 100_000);
const device = {
  token: "token-of-bench-0123456789",
  scope: "52.550",
  role: "district-checker",
  deviceId: "bench",
} as const;

/**
 * A district of 100,000 records read to a new machine from a province on PostgreSQL, until all are safe in its journal
 * and compared equal, beside bare RxDB taking the same records. Work can begin with the first of them.
 */
export const pull100k: Bench = {
  name: "pull-100k",
  async run(say) {
    const province = await openBenchProvince([device]);
    let pulled: number;
    try {
      const { items } = makeRecords(count, 100, 21);
      const filled = await timed(() => fillProvince(province.database, items));
      say(`the province was filled in ${Math.round(filled)} ms`);
      const read = await pull(province);
      say(`read in ${Math.round(read.pulled)} ms, the first after ${Math.round(read.first)} ms`);
      pulled = read.pulled;
    } finally {
      await province.close();
    }
    const bench = await openBenchDesk();
    try {
      const bare = await bench.inPage((page) => page.evaluate((n) => window.benchPage.bare(n, 21), count));
      return [figure("pull-100k", "ms", pulled, bare, { atMost: 1.6 })];
    } finally {
      await bench.close();
    }
  },
};

/** Milliseconds until a new desk has its first record, and until it has all and has compared. */
async function pull(province: BenchProvince): Promise<{ first: number; pulled: number }> {
  const own = join(province.folder, "desk");
  const journal = openJournal(own, { deviceId: "new", now: () => Date.now() });
  try {
    const sync = openSync({
      folder: own,
      journal,
      objects: await openObjectStore(join(own, "objects")),
      credentials: () => ({ address: province.address, token: device.token }),
      scope: () => device.scope,
      emit: () => undefined,
      now: () => Date.now(),
    });
    let first = 0;
    const pulled = await timed(async () => {
      const start = performance.now();
      sync.start();
      for (;;) {
        if (first === 0 && journal.count("items") > 0) first = performance.now() - start;
        const status = await sync.handlers["sync.status"]({});
        if (status.equal && journal.count("items") === count) return;
        await wait(20);
      }
    });
    await sync.stop();
    return { first, pulled };
  } finally {
    journal.close();
  }
}
