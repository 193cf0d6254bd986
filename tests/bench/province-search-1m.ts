import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fold } from "#shared/base/fold.ts";
import { mostFound } from "#shared/contract/catalogue.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import { migrate } from "#province/store/migrations.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { type Bench, figure, percentile95 } from "#tests/bench/figure.ts";
import { fillCatalogue, syllables } from "#tests/bench/fill-catalogue.ts";
import { successors, unitsBefore } from "#tests/fixtures/unit-tables.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";

const items = 1_000_000;
const questions = 100;
const token = "token-of-the-bench-officer";
/** As a server of 8 GB is set up, on both sides; lz4 spares the filling much of its time. */
const settings = [
  "shared_buffers=2GB",
  "maintenance_work_mem=1GB",
  "max_wal_size=8GB",
  "default_toast_compression=lz4",
];

/**
 * A million items with a page of 200 words each: two words without accents, as frequent as words of the texts are,
 * facets counted, twenty hits with their records and snippets, asked over HTTP by an officer of the province; beside
 * the same questions written by hand in psql. Where `MUCLUC_BENCH_DATABASE` names a filled store, that is asked.
 */
export const provinceSearch1m: Bench = {
  name: "province-search-1m",
  async run(say) {
    const programs = await findPostgres();
    if (programs === undefined) throw new Error("no PostgreSQL on this machine");
    const given = process.env["MUCLUC_BENCH_DATABASE"];
    const server = given === undefined ? await startPostgres(programs, { settings }) : undefined;
    const address = given ?? server?.address ?? "";
    const database = openPostgres(address, (fault) => say(String(fault)));
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      await migrate(database, () => 0);
      if (server) await fillCatalogue(database, items, say);
      const device = { token, scope: "52", role: "province-officer", deviceId: "bench" } as const;
      await enrolDevice(database, device, 0);
      const app = await buildProvince({
        ...{ database, objectsFolder: folder, now: Date.now, name: "", practice: true },
        ...{ units: unitsBefore, successors, report: (fault: unknown) => say(String(fault)) },
      });
      const at = await app.listen({ host: "127.0.0.1", port: 0 });
      const hand = openPsql(address);
      try {
        return await measure(at, (sql) => hand.time(sql), say);
      } finally {
        await hand.close();
        await app.close();
      }
    } finally {
      await database.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function measure(at: string, byHand: (sql: string) => Promise<number>, say: (line: string) => void) {
  const pairs = drawPairs();
  const ask = async (words: string): Promise<[number, number]> => {
    const begun = performance.now();
    const answer = await fetch(`${at}/catalogue`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ words, filter: {}, from: 0, limit: 20, facets: true }),
    });
    const { total, hits } = (await answer.json()) as { total: number; hits: unknown[] };
    if (hits.length !== Math.min(20, total)) throw new Error(`${hits.length} hits of ${total}`);
    return [performance.now() - begun, total];
  };
  const ours = pairs.map(() => Infinity);
  const theirs = pairs.map(() => Infinity);
  const totals = pairs.map(() => 0);
  // The first round warms both; of the others the fastest of each question counts, on both sides.
  for (let round = 0; round < 4; round += 1) {
    for (const [place, [one, other]] of pairs.entries()) {
      const hand = await byHand(handQuery(one, other));
      const [own, total] = await ask(`${one} ${other}`);
      totals[place] = total;
      if (round === 0) continue;
      theirs[place] = Math.min(theirs[place] ?? hand, hand);
      ours[place] = Math.min(ours[place] ?? own, own);
    }
  }
  const sorted = [...totals].sort((one, other) => one - other);
  say(
    `found: median ${sorted[questions / 2] ?? 0}, ${sorted.filter((total) => total >= mostFound).length} of ${questions} the most that is counted`,
  );
  const p95 = percentile95(ours);
  return [
    figure("province-search-1m", "ms", p95, percentile95(theirs), { atMost: 1.3 }),
    figure("province-search-1m, p95 beside 150 ms", "ms", p95, 150, { atMost: 1 }),
  ];
}

/** Pairs of words, each as often as it stands in the texts (Zipf), the same at every run. */
function drawPairs(): [string, string][] {
  let state = 20_250_701;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const word = () => fold(syllables[Math.floor(Math.exp(next() * Math.log(syllables.length))) - 1] ?? "");
  const pairs: [string, string][] = [];
  while (pairs.length < questions) {
    const [one, other] = [word(), word()];
    if (one !== other && one !== "" && other !== "") pairs.push([one, other]);
  }
  return pairs;
}

/** The question as a person writes it who knows the tables: found, counted by each facet, twenty shown with a page. */
function handQuery(one: string, other: string): string {
  const words = `'${one} & ${other}'::tsquery`;
  const count = (what: string, by: string) =>
    `select '${what}', ${by}, null::text, null::jsonb, null::text, count(*) from met group by 2`;
  return `with met as materialized (
      select id, district, scope, fonds, file, type, year, signer, head @@ ${words} as in_head
      from catalogue where words @@ ${words} and level <= 2 limit ${mostFound + 1}),
    best as (select * from met order by in_head desc, year desc, id limit 20)
    select 'hit' as what, b.id, f.state->>'title' as file, i.state as item, p.body, 0 as n
    from best b
    join records i on i.district = b.district and i.collection = 'items' and i.id = b.id
    join records f on f.district = b.district and f.collection = 'files' and f.id = b.file
    left join lateral (select s.body from records r join search s on s.district = r.district
      and s.collection = 'pages' and s.id = r.id where r.district = b.district and r.collection = 'pages'
      and r.parent = b.id and s.words @@ '${one} | ${other}'::tsquery limit 1) p on true
    union all ${count("total", "''")} union all ${count("fonds", "fonds")} union all ${count("unit", "scope")}
    union all ${count("type", "type")} union all ${count("year", "year::text")}
    union all ${count("signer", "signer")};`.replaceAll("\n", " ");
}

/** A psql that stays open and says what each statement took by its own clock. */
function openPsql(address: string) {
  const child = spawn("psql", ["-X", "-q", "-o", "/dev/null", address], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write("\\timing on\n");
  return {
    async time(sql: string): Promise<number> {
      child.stdin.write(`${sql}\n`);
      for (;;) {
        const { value, done } = (await lines.next()) as { value?: string; done?: boolean };
        if (done) throw new Error("psql ended");
        const [, ms] = /^Time: ([\d.]+) ms/.exec(value ?? "") ?? [];
        if (ms !== undefined) return Number(ms);
      }
    },
    async close() {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}
