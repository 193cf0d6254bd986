import { openBenchDesk } from "#tests/bench/bench-desk.ts";
import { type Bench, type Figure, figure, median, percentile95, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = 100_000;
const queries = [
  "quyet dinh",
  "tuy phuoc",
  "quy hoach",
  "ho ngheo",
  "dieu tri",
  "bo nhiem",
  "thu hoi",
  "giay chung",
  "hoai an",
  "phu cat",
];

/** Such words as RxDB can search for, accents and order as written; each meets some 1,600 records. */
const slowly = ["hộ nghèo.*Hoài Ân", "bổ nhiệm.*Phù Cát", "thu hồi.*Diêu Trì"];

/** Two words without accents over 100,000 items, beside RxDB's regular expression over the same. */
export const search100k: Bench = {
  name: "search-100k",
  async run(say) {
    const bench = await openBenchDesk();
    try {
      const { fonds, files, items } = makeRecords(count, 1000, 7);
      const push = (collection: "fonds" | "files" | "items", records: readonly { id: string }[]) =>
        bench.desk.handlers["records.push"]({
          collection,
          rows: records.map((record) => ({ newDocumentState: record })),
        });
      await push("fonds", [fonds]);
      await push("files", files);
      for (let at = 0; at < count; at += 1000) await push("items", items.slice(at, at + 1000));
      const find = (words: string) => bench.desk.handlers["search.find"]({ words, limit: 50 });
      // A search answers from what is indexed so far when it has waited long: wait for the last record.
      const indexing = await timed(async () => {
        while ((await find(`${count} quyet dinh`)).total === 0)
          await new Promise((resume) => setTimeout(resume, 50));
      });
      say(`the index caught up in ${Math.round(indexing)} ms`);
      const times: number[] = [];
      for (let run = 0; run < 20; run += 1) {
        for (const words of queries) times.push(await timed(async () => find(words)));
      }
      say("filling RxDB with the same records");
      const regex = await bench.inPage((page) =>
        page.evaluate(([n, words]) => window.benchPage.regex(n, words), [count, slowly] as const),
      );
      const p95 = percentile95(times);
      const reference = median(regex);
      const faster = figure("search-100k", "ms (p95)", p95, reference, { atMost: 0.01 });
      const under: Figure = { ...figure("search-100k-p95", "ms", p95, 50, { atMost: 1 }) };
      return [faster, under];
    } finally {
      await bench.close();
    }
  },
};
