import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openBenchDesk } from "#tests/bench/bench-desk.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = 10_000;
const batch = 200;
const runs = 5;

/** Records appended to the journal in batches, each batch fsynced, beside bare RxDB writing the same records. */
export const journalAppend: Bench = {
  name: "journal-append",
  async run(say) {
    const bench = await openBenchDesk();
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      const bare: number[] = [];
      const appended: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const { items } = makeRecords(count, 100, 400 + run);
        const journal = openJournal(join(folder, String(run)), { deviceId: "bench", now: () => Date.now() });
        appended.push(
          await timed(() => {
            for (let at = 0; at < count; at += batch)
              journal.write("items", items.slice(at, at + batch), "screen");
            return undefined;
          }),
        );
        journal.close();
        bare.push(
          await bench.inPage((page) =>
            page.evaluate(([n, seed]) => window.benchPage.bare(n, seed), [count, 500 + run] as const),
          ),
        );
        say(`run ${run + 1} of ${runs}`);
      }
      const rate = (times: readonly number[]) => (count * 1000) / median(times);
      return [figure("journal-append", "records/s", rate(appended), rate(bare), { atLeast: 5 })];
    } finally {
      await bench.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
