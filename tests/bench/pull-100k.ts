import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { syncRound } from "#shared/replication/engine.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openSync } from "#electron/province/open-sync.ts";
import { openProvinceWire } from "#electron/province/province-wire.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { openBenchDesk } from "#tests/bench/bench-desk.ts";
import { type Bench, figure, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { memoryStore } from "#tests/helpers/memory-store.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";

const count = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 100_000);
const token = "token-of-bench-0123456789";

/**
 * A district of 100,000 records read to a new machine from a province on PostgreSQL, until all are safe in its journal
 * and compared equal, beside bare RxDB taking the same records. Work can begin with the first of them.
 */
export const pull100k: Bench = {
  name: "pull-100k",
  async run(say) {
    const programs = await findPostgres();
    if (programs === undefined) throw new Error("no PostgreSQL on this machine");
    const server = await startPostgres(programs);
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const database = openPostgres(server.address, (fault) => console.error(fault));
    try {
      const app = await buildProvince({
        database,
        objectsFolder: join(folder, "province"),
        now: () => Date.now(),
        name: "Bench",
        practice: false,
        units: [],
        report: (fault) => console.error(fault),
      });
      const address = await app.listen({ host: "127.0.0.1", port: 0 });
      const device = { token, scope: "52.550", role: "district-checker", deviceId: "bench" } as const;
      await enrolDevice(database, device, Date.now());
      const wire = openProvinceWire({ address, token }, new AbortController().signal);
      const full = memoryStore();
      for (const item of makeRecords(count, 100, 21).items) full.write("items", item);
      const filled = await timed(() => syncRound({ store: full, wire, now: Date.now }));
      say(`the province was filled in ${Math.round(filled)} ms`);

      const own = join(folder, "desk");
      const journal = openJournal(own, { deviceId: "new", now: () => Date.now() });
      const sync = openSync({
        folder: own,
        journal,
        objects: await openObjectStore(join(own, "objects")),
        credentials: () => ({ address, token }),
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
      say(`read in ${Math.round(pulled)} ms, the first after ${Math.round(first)} ms`);
      await sync.stop();
      journal.close();
      await app.close();

      const bench = await openBenchDesk();
      try {
        const bare = await bench.inPage((page) => page.evaluate((n) => window.benchPage.bare(n, 21), count));
        return [figure("pull-100k", "ms", pulled, bare, { atMost: 1.6 })];
      } finally {
        await bench.close();
      }
    } finally {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
