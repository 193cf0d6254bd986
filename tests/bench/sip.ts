import { createHash, randomBytes } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore, type ObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { packageHandlers } from "#electron/packages/package-handlers.ts";
import { type Bench, figure, type Figure, timed } from "#tests/bench/figure.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleModel } from "#tests/helpers/sample-package.ts";
import { sampleBatch } from "#tests/helpers/sample-records.ts";

const files = 200;
const items = 30;
/** The mean size of a scanned document among 215 of a provincial agency (497 pages). */
const documentBytes = 432_000;

/**
 * SIP packages of 200 files of 30 documents, each made, stored and verified, beside reading the same bytes for their
 * SHA-256 and storing them in a ZIP; and the most memory of the second half beside that of the first.
 */
export const sip: Bench = {
  name: "sip",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const journal = openJournal(folder, { deviceId: "bench", now: () => Date.now() });
    try {
      const objects = await openObjectStore(join(folder, "objects"));
      journal.write("batches", [sampleBatch("batch-1", { state: "accepted" })], "screen");
      const digests: Digest[][] = [];
      const { fonds, file, documents } = await sampleModel(objects, items);
      journal.write("fonds", [fonds], "screen");
      for (let at = 0; at < files; at += 1) {
        const of = { id: `file-${at}`, code: `${file.code}${at}` };
        journal.write("files", [{ ...file, ...of, batchId: "batch-1" }], "screen");
        const own: Digest[] = [];
        for (const { item } of documents) {
          const { digest, size } = await objects.put(randomBytes(documentBytes));
          const known = { renditionDigest: digest, renditionSize: size };
          journal.write("items", [{ ...item, id: `${of.id}-${item.id}`, fileId: of.id, ...known }], "screen");
          own.push(digest);
        }
        digests.push(own);
      }
      say(`${files} files of ${items} documents, ${Math.round((files * items * documentBytes) / 1e6)} MB`);
      const make = packageHandlers({
        ...{ folder, journal, objects, resources, version: "0.1.0" },
        now: () => Date.now(),
        ...{ emit: () => undefined, profile: () => null, newId: () => "none" },
      })["packages.make"];
      const ours = async (at: number) => {
        const { made, digest } = await make({ of: "file", id: `file-${at}`, profile: "sip-hoso-tt05" });
        if (made.length !== 1) throw new Error(`no package of file ${at}`);
        await objects.destroy(digest as Digest);
      };
      const theirs = (at: number) => reference(objects, digests[at] ?? [], join(folder, "reference.zip"));
      return await measured({ ours, theirs, say });
    } finally {
      journal.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** Both sides in turn, ten files at a time, so that whatever else the machine does falls on both. */
async function measured(options: {
  ours: (at: number) => Promise<void>;
  theirs: (at: number) => Promise<void>;
  say: (line: string) => void;
}): Promise<Figure[]> {
  const { ours, theirs, say } = options;
  let [own, reference] = [0, 0];
  let [early, late] = [0, 0];
  let at = 0;
  const watch = setInterval(() => {
    const { rss } = process.memoryUsage();
    if (at < files / 2) early = Math.max(early, rss);
    else late = Math.max(late, rss);
  }, 20);
  try {
    // The first of each pays for what is then kept.
    await ours(0);
    await theirs(0);
    while (at < files) {
      const to = Math.min(files, at + 10);
      reference += await timed(async () => {
        for (let one = at; one < to; one += 1) await theirs(one);
      });
      own += await timed(async () => {
        for (; at < to; at += 1) await ours(at);
      });
    }
  } finally {
    clearInterval(watch);
  }
  say(`${Math.round(own)} ms beside ${Math.round(reference)} ms; ${Math.round(late / 1e6)} MB at most`);
  return [
    figure("sip", "ms", own, reference, { atMost: 2 }),
    figure("sip-memory", "MB", late / 1e6, early / 1e6, { atMost: 1.1 }),
  ];
}

/** The SHA-256 of each of some objects, and all of them in a ZIP as they are, fsynced. */
async function reference(objects: ObjectStore, digests: readonly Digest[], path: string): Promise<void> {
  for (const digest of digests) {
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(objects.path(digest)) as AsyncIterable<Buffer>)
      hash.update(chunk);
    if (hash.digest("hex") !== digest) throw new Error("the disk gave other bytes");
  }
  const zip = new ZipFile();
  for (const digest of digests) zip.addFile(objects.path(digest), `${digest}.pdf`, { compress: false });
  zip.end();
  const handle = await open(path, "w");
  for await (const chunk of zip.outputStream as unknown as Readable) await handle.writeFile(chunk as Buffer);
  await handle.sync();
  await handle.close();
  rmSync(path);
}
