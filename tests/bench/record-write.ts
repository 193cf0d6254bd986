import { openBenchDesk } from "#tests/bench/bench-desk.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { makeInventoryWorkbook } from "#tests/bench/make-inventory-workbook.ts";

const count = 10_000;
const runs = 3;

/** Records written until they are safe in the journal, beside bare RxDB writing the same records. */
export const recordWrite: Bench = {
  name: "record-write",
  async run(say) {
    const bare: number[] = [];
    const useCase: number[] = [];
    const bulk: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      // A desk of its own for each run: the screen would first have to pull what the former run wrote.
      const bench = await openBenchDesk();
      try {
        bare.push(
          await bench.inPage((page) =>
            page.evaluate(([n, seed]) => window.benchPage.bare(n, seed), [count, 100] as const),
          ),
        );
        useCase.push(
          await bench.inPage((page) =>
            page.evaluate(([n, seed]) => window.benchPage.useCase(n, seed), [count, 200] as const),
          ),
        );
        bulk.push(await importInBulk(bench.desk, 300));
      } finally {
        await bench.close();
      }
      say(`run ${run + 1} of ${runs}`);
    }
    const rate = (times: readonly number[]) => (count * 1000) / median(times);
    return [
      figure("record-write", "records/s", rate(useCase), rate(bare), { atLeast: 0.4 }),
      figure("record-write-bulk", "records/s", rate(bulk), rate(bare), { atLeast: 1 }),
    ];
  },
};

type BenchDesk = Awaited<ReturnType<typeof openBenchDesk>>["desk"];

/** The time to read, check and write a workbook of `count` items, as the person who imports it waits for it. */
async function importInBulk(desk: BenchDesk, seed: number): Promise<number> {
  const { fonds, files, items } = makeRecords(count, 100, seed);
  await desk.handlers["records.push"]({ collection: "fonds", rows: [{ newDocumentState: fonds }] });
  const stored = await desk.objects.put(await makeInventoryWorkbook(fonds, files, items));
  return timed(async () => {
    const report = await desk.handlers["workbook.read"]({
      digest: stored.digest,
      name: "bench.xlsx",
      fondsId: fonds.id,
    });
    const written = await desk.handlers["workbook.write"]({ token: report.token });
    if (written.items !== count) throw new Error(`only ${written.items} of ${count} items were written`);
  });
}
