import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { blankPage } from "#shared/archive/blank.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Page } from "#shared/archive/page.ts";
import { type ArchiveRecord, makeRecord } from "#shared/archive/record.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import type { Database } from "#province/store/database.ts";
import { wordIndexer } from "#province/store/index-words.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { writeReceipt } from "#province/store/receipts.ts";
import { keepCatalogue } from "#province/store/keep-catalogue.ts";
import { refreshCatalogue } from "#province/store/refresh-catalogue.ts";
import { copyAgain } from "#tests/bench/copy-again.ts";
import { type Bench, figure, timed } from "#tests/bench/figure.ts";
import { syllables } from "#tests/bench/fill-catalogue.ts";
import { chanceOf, makeRecords } from "#tests/bench/make-records.ts";
import { unitsBefore } from "#tests/fixtures/unit-tables.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";
import { stamp } from "#tests/province/world.ts";

const count = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 100_000);
const device = {
  token: "token-of-bench-0123456789",
  scope: "52.550",
  role: "district-checker",
  deviceId: "bench",
} as const;
const district = { ...device, district: device.scope, name: "" };
const wordsOnPage = 200;
/** Uploads that end at the same time: of several machines. */
const atOnce = 32;
const rowsOfPush = 500;

/**
 * A district of 100,000 items with a page of 200 words each comes to a province on PostgreSQL (fsync on): pushed over
 * HTTP, merged, audited, its words read out of their objects, indexed, and its catalogue made. Beside `COPY` of the very
 * rows that came of it into empty tables with the same indexes. The objects lie in the store beforehand: their way
 * there is a line's affair (`tus-cuts`).
 */
export const ingest100k: Bench = {
  name: "ingest-100k",
  async run(say) {
    const programs = await findPostgres();
    if (programs === undefined) throw new Error("no PostgreSQL on this machine");
    const settings = ["shared_buffers=1GB", "max_wal_size=4GB"];
    const server = await startPostgres(programs, { durable: true, settings });
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const database = openPostgres(server.address, (fault) => say(String(fault)));
    try {
      const ours = await ingest(database, folder, say);
      const theirs = await copyAgain(database, folder, say);
      return [figure("ingest-100k", "ms", ours, theirs, { atMost: 6 })];
    } finally {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function ingest(database: Database, folder: string, say: (line: string) => void): Promise<number> {
  const objects = await openObjectStore(folder);
  const { fonds, files, items } = makeRecords(count, Math.ceil(count / 50), 7);
  const texts = items.map((_, at) => putWords((digest) => objects.path(digest), at));
  const pages = items.map(({ id, scope }, at) =>
    makeRecord<Page>(
      {
        ...blankPage,
        ...{ id: `P${at}`, scope, itemId: id, ordinal: 1, masterDigest: "a".repeat(64), masterSize: 1 },
        ...{ masterPage: 1, mediaType: "image/tiff", sourceName: `${at}.tif` },
        ...{ wordsDigest: texts[at]?.digest ?? "", wordCount: wordsOnPage, confidence: 91 },
      },
      stamp(),
    ),
  );
  say("the district is made");
  const report = (fault: unknown) => say(String(fault));
  const app = await buildProvince({
    ...{
      database,
      objectsFolder: folder,
      now: Date.now,
      name: "",
      practice: true,
      units: unitsBefore,
      report,
    },
    rate: { device: 1_000_000, stranger: 1000 },
  });
  await enrolDevice(database, device, 0);
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const parts: string[] = [];
  const part = async (name: string, work: () => Promise<unknown>) => {
    const took = await timed(work);
    parts.push(`${name} ${Math.round(took)}`);
    return took;
  };
  try {
    const sent = await part("records", async () => {
      await pushAll(address, "fonds", [fonds]);
      await pushAll(address, "files", files);
      await pushAll(address, "items", items);
      await pushAll(address, "pages", pages);
    });
    await app.close();
    // As the province wires them: what is indexed wakes the catalogue, which waits for those who send.
    const catalogue = keepCatalogue(database, report, Date.now, () => undefined);
    const index = wordIndexer(database, objects, report);
    const read = await part("text", async () => {
      let next = 0;
      const receive = async () => {
        for (let text = texts[next++]; text; text = texts[next++]) {
          await writeReceipt(database, district, { ...text, mediaType: "application/json" }, Date.now());
          await index({ district: district.district, digests: [text.digest] });
          catalogue.wake([district.district]);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, receive));
    });
    const made = await part("catalogue", async () => {
      await catalogue.stop();
      await refreshCatalogue(database, district.district, Date.now);
    });
    say(`milliseconds: ${parts.join(", ")}`);
    const [row] = await database.query(
      `select (select count(*) from catalogue where kind = 'items')::int as items,
         (select count(*) from search where collection = 'pages')::int as pages,
         (select count(*) from audit)::int as noted`,
    );
    const all = count + files.length + 1 + count;
    if (row?.["items"] !== count || row["pages"] !== count || row["noted"] !== all)
      throw new Error(`not all came: ${JSON.stringify(row)}`);
    return sent + read + made;
  } finally {
    await app.close();
  }
}

/** Puts the words of a page where an upload would have left them, without waiting for the disk. */
function putWords(pathOf: (digest: Digest) => string, at: number): { digest: Digest; size: number } {
  const chance = chanceOf(at + 1);
  const words = Array.from({ length: wordsOnPage }, () => {
    const place = Math.floor(Math.exp((chance(1_000_000) / 1_000_000) * Math.log(syllables.length)));
    return syllables[place - 1] ?? "";
  });
  const box = [0, 0, 10, 10];
  const boxes = words.map((text, place) => ({ text, confidence: 90, box, line: Math.floor(place / 10) }));
  const bytes = Buffer.from(JSON.stringify({ text: words.join(" "), words: boxes }));
  const digest = createHash("sha256").update(bytes).digest("hex");
  if (!isDigest(digest)) throw new Error("no digest");
  mkdirSync(dirname(pathOf(digest)), { recursive: true });
  writeFileSync(pathOf(digest), bytes);
  return { digest, size: bytes.length };
}

async function pushAll(
  address: string,
  collection: CollectionName,
  records: readonly ArchiveRecord[],
): Promise<void> {
  for (let at = 0; at < records.length; at += rowsOfPush) {
    const rows = records
      .slice(at, at + rowsOfPush)
      .map((newDocumentState) => ({ newDocumentState, assumedMasterState: null }));
    const answer = await fetch(`${address}/replication/${collection}/push`, {
      method: "POST",
      headers: { authorization: `Bearer ${device.token}`, "content-type": "application/json" },
      body: JSON.stringify({ rows, holds: true }),
    });
    const { refused } = (await answer.json()) as { refused?: unknown[] };
    if (!answer.ok || refused?.length !== 0) throw new Error(`${answer.status}: ${JSON.stringify(refused)}`);
  }
}
