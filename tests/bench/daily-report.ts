import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readUnits } from "#shared/archive/unit.ts";
import { dailyReport } from "#shared/forms/daily-report.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { loadFormFonts } from "#electron/forms/form-fonts.ts";
import { makeLists } from "#electron/forms/make-lists.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openCountRows } from "#electron/report/count-rows.ts";
import { type Bench, figure, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleReport } from "#tests/helpers/sample-desk-records.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";
import { readFileSync } from "node:fs";

const count = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 300_000);
const day = "2025-05-20";

/** A district's daily report over 300,000 items with a page each: counted, and written as XLSX and DOCX. */
export const dailyReportBench: Bench = {
  name: "daily-report",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const journal = openJournal(folder, { deviceId: "bench", now: () => Date.now() });
    try {
      const { fonds, files, items } = makeRecords(count, Math.ceil(count / 100), 7);
      const scope = "52.550.21952";
      journal.write("fonds", [{ ...fonds, scope }], "province");
      for (let at = 0; at < files.length; at += 2000)
        journal.write(
          "files",
          files.slice(at, at + 2000).map((file) => ({ ...file, scope })),
          "province",
        );
      const start = Date.parse(`${day}T01:00:00Z`);
      for (let at = 0; at < count; at += 2000) {
        const some = items.slice(at, at + 2000).map((item) => ({ ...item, scope, pageCount: 1, leaves: "" }));
        journal.write("items", some, "province");
        const pages = some.map((item, of) =>
          samplePage(`page-${at + of}`, { scope, itemId: item.id }, start - of * 60_000),
        );
        journal.write("pages", pages, "province");
      }
      const index = openIndex({ folder, journal, readWords: () => Promise.resolve(undefined) });
      try {
        say(`the index caught up in ${Math.round(await timed(() => index.catchUp()))} ms`);
        const units = readUnits(readFileSync(join(resources, "units", "communes-2025-05.csv"), "utf8"));
        const countRows = openCountRows({ index, journal, units });
        const fonts = await loadFormFonts(resources);
        const before = process.memoryUsage().rss;
        let captured = 0;
        const ms = await timed(async () => {
          const { rows } = await countRows("52.550", day);
          captured = totalOf({ scope: "52.550", rows }).captured.items;
          const report = sampleReport("R", { rows });
          const words = {
            parent: "",
            agency: "",
            place: "",
            date: day,
            preparer: "",
            position: "",
            year: "",
          };
          const lists = dailyReport(report, "Huyện Tuy Phước", words);
          for (const format of ["xlsx", "docx"] as const)
            await makeLists(lists, format, { fonts, madeAt: new Date(0) }, () => undefined);
        });
        if (captured !== count) throw new Error(`${captured} of ${count} items were counted as captured`);
        say(`${Math.round((process.memoryUsage().rss - before) / 1e6)} MB more at its end than before`);
        return [figure("daily-report", "ms", ms, 3000, { atMost: 1 })];
      } finally {
        await index.close();
      }
    } finally {
      journal.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  },
};
