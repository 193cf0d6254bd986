import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, isBuilt } from "./build.ts";
import type { Bench, Figure } from "#tests/bench/figure.ts";
import { captureMemory } from "#tests/bench/capture-memory.ts";
import { captureRate } from "#tests/bench/capture-rate.ts";
import { captureKills } from "#tests/bench/capture-kills.ts";
import { file2000 } from "#tests/bench/file-2000.ts";
import { dailyReportBench } from "#tests/bench/daily-report.ts";
import { matrixBench } from "#tests/bench/matrix.ts";
import { rollUpBench } from "#tests/bench/roll-up.ts";
import { encryptedJournal } from "#tests/bench/encrypted-journal.ts";
import { fields } from "#tests/bench/fields.ts";
import { grid100k } from "#tests/bench/grid-100k.ts";
import { importFuzz } from "#tests/bench/import-fuzz.ts";
import { ingest100k } from "#tests/bench/ingest-100k.ts";
import { journalAppend } from "#tests/bench/journal-append.ts";
import { ocrCer } from "#tests/bench/ocr-cer.ts";
import { pagePipeline } from "#tests/bench/page-pipeline.ts";
import { provinceSearch1m } from "#tests/bench/province-search-1m.ts";
import { pull100k } from "#tests/bench/pull-100k.ts";
import { province200Devices } from "#tests/bench/province-200-devices.ts";
import { pushVsPouchdb } from "#tests/bench/push-vs-pouchdb.ts";
import { rebuild100k } from "#tests/bench/rebuild-100k.ts";
import { recordWrite } from "#tests/bench/record-write.ts";
import { renditionMemory } from "#tests/bench/rendition-memory.ts";
import { search100k } from "#tests/bench/search-100k.ts";
import { search300k } from "#tests/bench/search-300k.ts";
import { sealedObjects } from "#tests/bench/sealed-objects.ts";
import { signBatch } from "#tests/bench/sign-batch.ts";
import { sip } from "#tests/bench/sip.ts";
import { skew } from "#tests/bench/skew.ts";
import { thumbsVsVips } from "#tests/bench/thumbs-vs-vips.ts";
import { tusCuts } from "#tests/bench/tus-cuts.ts";
import { undo5k } from "#tests/bench/undo-5k.ts";
import { start100k } from "#tests/bench/start-100k.ts";
import { wireBytes } from "#tests/bench/wire-bytes.ts";
import { xlsxDryRun, xlsxImport } from "#tests/bench/xlsx-import.ts";

const benches: readonly Bench[] = [
  recordWrite,
  journalAppend,
  search100k,
  search300k,
  pagePipeline,
  captureRate,
  renditionMemory,
  sip,
  signBatch,
  skew,
  thumbsVsVips,
  tusCuts,
  fields,
  ocrCer,
  start100k,
  grid100k,
  undo5k,
  xlsxImport,
  xlsxDryRun,
  captureKills,
  importFuzz,
  captureMemory,
  file2000,
  pull100k,
  pushVsPouchdb,
  province200Devices,
  wireBytes,
  sealedObjects,
  encryptedJournal,
  rebuild100k,
  dailyReportBench,
  matrixBench,
  rollUpBench,
  provinceSearch1m,
  ingest100k,
];

const { values, positionals } = parseArgs({ options: { json: { type: "string" } }, allowPositionals: true });
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(", ")}. There are: ${benches.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

const root = join(import.meta.dirname, "..");
if (!isBuilt(root)) build(root);

const figures: Figure[] = [];
for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  figures.push(...(await bench.run((line) => console.error(`${bench.name}: ${line}`))));
}

const rows = [
  ["name", "measured", "reference", "unit", "ratio", "to reach", ""],
  ...figures.map((row) => [
    row.name,
    number(row.measured),
    number(row.reference),
    row.unit,
    row.ratio.toPrecision(3),
    row.bar,
    row.reached ? "reached" : "NOT REACHED",
  ]),
];
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
if (values.json) {
  const written = figures.map(({ name, measured, reference, ratio, bar, reached }) => ({
    name,
    measured,
    reference,
    ratio,
    bar,
    reached,
  }));
  writeFileSync(values.json, `${JSON.stringify(written, null, 2)}\n`);
}
process.exit(0);

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
