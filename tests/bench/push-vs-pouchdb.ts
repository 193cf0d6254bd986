import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openSync } from "#electron/province/open-sync.ts";
import { openBenchProvince } from "#tests/bench/bench-province.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 20_000);
const runs = 3;
const seed = 31;
const device = {
  token: "token-of-bench-0123456789",
  scope: "52.550",
  role: "district-checker",
  deviceId: "bench",
} as const;

/**
 * Last published in 2018 and 2024, with 226 packages below them: put into a folder of the bench's own while it runs and
 * no dependency of the project.
 */
const packages = ["pouchdb@9.0.0", "express-pouchdb@4.2.0", "express@4.21.2"];

/**
 * Records sent to the province per second, beside PouchDB sending the same to a CouchDB-compatible server; two
 * processes on each side. The province commits each batch to the disk (PostgreSQL with fsync) before it answers, and
 * the desk what was answered (SQLite, synchronous=FULL); both ends of PouchDB write LevelDB without waiting for the disk.
 */
export const pushVsPouchdb: Bench = {
  name: "push-vs-pouchdb",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-pouchdb-"));
    try {
      writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
      say(`installing ${packages.join(", ")} from npm, for this run only`);
      // Their install scripts are not needed: LevelDB comes built with the package.
      const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
      execFileSync("npm", [...words, ...packages], { cwd: folder, stdio: "ignore", shell: true });
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        theirs.push((count * 1000) / (await pushWithPouchdb(folder, join(folder, `run-${run}`))));
        ours.push((count * 1000) / (await pushToProvince()));
        say(`run ${run + 1} of ${runs}: ${Math.round(ours[run] ?? 0)}/s, ${Math.round(theirs[run] ?? 0)}/s`);
      }
      return [figure("push-vs-pouchdb", "records/s", median(ours), median(theirs), { atLeast: 3 })];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** Milliseconds until a desk with records of its own has sent them all and knows it. */
async function pushToProvince(): Promise<number> {
  const province = await openBenchProvince([device]);
  const own = join(province.folder, "desk");
  const journal = openJournal(own, { deviceId: device.deviceId, now: () => Date.now() });
  try {
    const { fonds, files, items } = makeRecords(count, 100, seed);
    journal.write("fonds", [fonds], "screen");
    journal.write("files", files, "screen");
    for (let at = 0; at < count; at += 500) journal.write("items", items.slice(at, at + 500), "screen");
    const sync = openSync({
      folder: own,
      journal,
      objects: await openObjectStore(join(own, "objects")),
      credentials: () => ({ address: province.address, token: device.token }),
      scope: () => device.scope,
      emit: () => undefined,
      now: () => Date.now(),
    });
    const took = await timed(async () => {
      sync.start();
      while (journal.unsentSince("items") !== "") await wait(10);
    });
    await sync.stop();
    const [row] = await province.database.query(
      "select count(*)::int as kept from records where collection = 'items'",
    );
    if (row?.["kept"] !== count) throw new Error(`the province holds ${String(row?.["kept"])} of ${count}`);
    return took;
  } finally {
    journal.close();
    await province.close();
  }
}

/** Milliseconds of PouchDB's replication of the same records to an empty database of a server. */
async function pushWithPouchdb(modules: string, data: string): Promise<number> {
  mkdirSync(data, { recursive: true });
  const side = join(import.meta.dirname, "pouchdb-side.ts");
  const stdio = ["ignore", "ignore", "inherit", "ipc"] as const;
  const server = fork(side, ["serve", modules, data], { stdio: [...stdio] });
  const ended = once(server, "exit");
  try {
    const [{ port }] = (await once(server, "message")) as [{ port: number }];
    const words = ["push", modules, data, `http://127.0.0.1:${port}/items`, String(count), String(seed)];
    const client = fork(side, words, { stdio: [...stdio] });
    const [{ took, written }] = (await once(client, "message")) as [{ took: number; written: number }];
    if (written !== count) throw new Error(`PouchDB wrote ${written} of ${count}`);
    return took;
  } finally {
    server.kill("SIGKILL");
    await ended;
  }
}
