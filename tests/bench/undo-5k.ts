import { openBenchDesk } from "#tests/bench/bench-desk.ts";
import { type Bench, figure, median } from "#tests/bench/figure.ts";

const count = 5_000;
const rounds = 5;

/** The undo of an edit of 5,000 records, beside the edit itself, in one browser. */
export const undo5k: Bench = {
  name: "undo-5k",
  async run(say) {
    const bench = await openBenchDesk();
    try {
      const { edits, undos } = await bench.inPage((page) =>
        page.evaluate(([n, times]) => window.benchPage.undo(n, times), [count, rounds] as const),
      );
      say(`edits ${edits.map(Math.round).join(", ")} ms; undos ${undos.map(Math.round).join(", ")} ms`);
      return [figure("undo-5k", "ms", median(undos), median(edits), { atMost: 1 })];
    } finally {
      await bench.close();
    }
  },
};
