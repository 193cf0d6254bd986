import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editRecord } from "#shared/archive/record.ts";
import { completenessHandlers } from "#electron/completeness/completeness-handlers.ts";
import { gapHandlers } from "#electron/completeness/gap-handlers.ts";
import { wholeMatrix } from "#electron/completeness/matrix-sql.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { type Bench, figure, median, percentile95, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { samplePage, stampAt } from "#tests/helpers/sample-records.ts";

const count = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 100_000);
const scope = "52.550.21952";

/**
 * The matrix of 100,000 items: on an index just opened, after one change, and from a figure to its list; and the numbers
 * that lack, which its screen asks for beside it after each change.
 */
export const matrixBench: Bench = {
  name: "matrix",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const journal = openJournal(folder, { deviceId: "bench", now: () => Date.now() });
    const open = () => openIndex({ folder, journal, readWords: () => Promise.resolve(undefined) });
    try {
      const { fonds, files, items } = makeRecords(count, Math.ceil(count / 100), 7);
      journal.write("fonds", [{ ...fonds, scope }], "province");
      const placed = files.map((file, at) => ({ ...file, scope, box: String(1 + (at % 90)) }));
      journal.write("files", placed, "province");
      for (let at = 0; at < count; at += 2000) {
        const some = items.slice(at, at + 2000).map((item) => ({
          ...{ ...item, scope, pageCount: 1 },
          // One leaf in fifty is claimed by nothing.
          leaves: item.ordinal % 50 === 0 ? "" : String(item.ordinal),
        }));
        journal.write("items", some, "province");
        // Two of three are captured.
        const pages = some.flatMap((item, of) =>
          of % 3 === 0 ? [] : [samplePage(`page-${at + of}`, { scope, itemId: item.id })],
        );
        journal.write("pages", pages, "province");
      }
      const built = open();
      say(`the index caught up in ${Math.round(await timed(() => built.catchUp()))} ms`);
      await built.close();
      const profile = () => ({ name: "", role: "district-checker", scope: "52.550" }) as never;

      // Each cold run has an index of its own; its reference counts the same rows on another that is as cold.
      const colds: number[] = [];
      const references: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const plain = open();
        await plain.ask(["rows"], () => undefined);
        references.push(
          await timed(() =>
            plain.ask([], (database) => database.prepare("SELECT count(*) FROM standing_items").get()),
          ),
        );
        await plain.close();
        const cold = open();
        await cold.ask(["rows"], () => undefined);
        const calls = completenessHandlers({ index: cold, journal, units: [], profile });
        colds.push(await timed(async () => calls["matrix.count"]({ place: null, narrow: wholeMatrix })));
        await cold.close();
      }
      const index = open();
      try {
        const calls = completenessHandlers({ index, journal, units: [], profile });
        const top = await calls["matrix.count"]({ place: null, narrow: wholeMatrix });
        if (top.total.stages[0]?.items !== count)
          throw new Error(`${top.total.stages[0]?.items ?? 0} of ${count} items are in the matrix`);
        const numbers = gapHandlers({
          ...{ index, journal, profile, now: () => Date.now(), newId: () => "never" },
        });
        const changes: number[] = [];
        const gaps: number[] = [];
        for (let at = 0; at < 20; at += 1) {
          const item = journal.read("items", items[at * 97]?.id ?? "");
          if (!item) throw new Error("an item is gone");
          const checked = editRecord(item, { checkedAt: "2025-05-20" }, stampAt(Date.now()));
          changes.push(
            await timed(async () => {
              journal.write("items", [checked], "desk");
              await calls["matrix.count"]({ place: null, narrow: wholeMatrix });
            }),
          );
          gaps.push(
            await timed(async () => numbers["matrix.gaps"]({ place: null, kind: "box", from: 0, limit: 0 })),
          );
        }
        const { totals } = await numbers["matrix.gaps"]({ place: null, kind: "leaf", from: 0, limit: 0 });
        say(`numbers that lack: ${JSON.stringify(totals)}`);
        const lists: number[] = [];
        for (const stage of ["listed", "received", "captured", "passed", "acknowledged"] as const)
          for (const measure of ["files", "items"] as const)
            for (const state of ["has", "lacks"] as const)
              for (const from of [0, 50])
                lists.push(
                  await timed(async () =>
                    calls["matrix.list"]({
                      ...{ place: top.place, narrow: wholeMatrix, stage, measure, state, from, limit: 50 },
                    }),
                  ),
                );
        return [
          figure("matrix, cold", "ms", median(colds), median(references), { atMost: 20 }),
          figure("matrix, after one change (p95)", "ms", percentile95(changes), 50, { atMost: 1 }),
          figure("matrix, gaps after one change (p95)", "ms", percentile95(gaps), 50, { atMost: 1 }),
          figure("tile-to-list (p95)", "ms", percentile95(lists), 150, { atMost: 1 }),
        ];
      } finally {
        await index.close();
      }
    } finally {
      journal.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  },
};
