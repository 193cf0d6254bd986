import { openBenchDesk } from "#tests/bench/bench-desk.ts";
import { type Bench, figure, median } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 100_000);
const runs = 3;

/** An empty browser profile filled again from the journal, beside bare RxDB taking the same records. */
export const rebuild100k: Bench = {
  name: "rebuild-100k",
  async run(say) {
    const bench = await openBenchDesk();
    try {
      const { items } = makeRecords(count, 100, 21);
      for (let at = 0; at < count; at += 1000) {
        const rows = items.slice(at, at + 1000).map((item) => ({ newDocumentState: item }));
        await bench.desk.handlers["records.push"]({ collection: "items", rows });
      }
      const bare: number[] = [];
      const rebuilt: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        bare.push(await bench.inPage((page) => page.evaluate((n) => window.benchPage.bare(n, 21), count)));
        rebuilt.push(await bench.inPage((page) => page.evaluate((n) => window.benchPage.rebuild(n), count)));
        say(`run ${run + 1} of ${runs}`);
      }
      return [figure("rebuild-100k", "ms", median(rebuilt), median(bare), { atMost: 1.6 })];
    } finally {
      await bench.close();
    }
  },
};
