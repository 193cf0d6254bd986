import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openIndexDatabase } from "#electron/index/index-database.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { readQuery } from "#electron/search/query.ts";
import { searchHandlers } from "#electron/search/open-search.ts";
import { type Bench, type Figure, figure, percentile95, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = 300_000;
const limit = 50;

/** What a person types; each beginning of it is a query, as the keys are pressed, asked once. */
const typed = [
  "quyet dinh tuy phuoc",
  "hộ nghèo Hoài Ân",
  "su dung dat dieu tri",
  "123/QĐ-UBND",
  "bo nhiem can bo",
  "thu hoi dat 2016",
  "Ủy ban nhân dân Phù Cát",
  '"duong giao thong" an nhon',
  "chi tieu kinh te 2018",
  "thi dua khen thuong van canh",
  "giay chung nhan dap da",
  "4567/QĐ",
];

/** Every keystroke of several queries over 300,000 records, beside FTS5 asked directly for the same words. */
export const search300k: Bench = {
  name: "search-300k",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      const times = await searchTimes(folder, say);
      const reference = await fts5Times(folder);
      const p95 = percentile95(times);
      const beside = figure("search-300k", "ms (p95)", p95, percentile95(reference), { atMost: 2 });
      const under: Figure = figure("search-300k-p95", "ms", p95, 60, { atMost: 1 });
      return [beside, under];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  },
};

/** Milliseconds of each keystroke through the desk's own handler, hits read from the journal. */
async function searchTimes(folder: string, say: (line: string) => void): Promise<number[]> {
  const journal = openJournal(folder, { deviceId: "bench", now: () => Date.now() });
  const readWords = () => Promise.resolve(undefined);
  try {
    const { fonds, files, items } = makeRecords(count, 3000, 7);
    journal.write("fonds", [fonds], "province");
    journal.write("files", files, "province");
    for (let at = 0; at < count; at += 2000) journal.write("items", items.slice(at, at + 2000), "province");
    const index = openIndex({ folder, journal, readWords });
    try {
      say(`the index caught up in ${Math.round(await timed(() => index.catchUp()))} ms`);
      const find = searchHandlers({ index, journal, readWords })["search.find"];
      return await keystrokes(async (words) => find({ words, limit }));
    } finally {
      await index.close();
    }
  } finally {
    journal.close();
  }
}

/** The same keystrokes as bare statements: the same table, the same words, the same limit. */
async function fts5Times(folder: string): Promise<number[]> {
  const database = openIndexDatabase(folder);
  try {
    const find = database.prepare(
      `SELECT k.id FROM record_words w CROSS JOIN keys k ON k.key = w.rowid
       WHERE record_words MATCH ? ORDER BY w.rowid DESC LIMIT ?`,
    );
    return await keystrokes((words) => {
      const phase = readQuery(words)?.phases.at(-1);
      return Promise.resolve(phase === undefined ? [] : find.all(phase, limit));
    });
  } finally {
    database.close();
  }
}

async function keystrokes(ask: (words: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const words of typed) {
    for (let end = 1; end <= words.length; end += 1) {
      times.push(await timed(() => ask(words.slice(0, end))));
    }
  }
  return times;
}
