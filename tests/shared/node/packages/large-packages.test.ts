import { open } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore, type ObjectStore } from "#shared/node/object-store.ts";
import { openPackage } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { examinePackage } from "#shared/node/packages/verify-package.ts";
import { writePackage } from "#shared/node/packages/write-package.ts";
import { packageProfileNames } from "#shared/package/package-profile.ts";
import { readBack } from "#shared/package/read-back.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const schemas = await readSchemas(resources);
const zeros = Buffer.alloc(1024 * 1024);

/** Longer than what a ZIP that is not a ZIP64 can tell (2³² - 1); SHA-256 of so many zeros, by sha256sum. */
const longSize = 4_400_000_000;
const longDigest = "36f5a3b9e315883c2066011cbe3b9e95016f44d5769930b73dace48af444d404" as Digest;

const openStore = () => openObjectStore(join(temporaryFolder(), "objects"));

/** Writes bytes to a file, of which runs of zeros take no room on the disk. */
async function writeSparse(bytes: Readable): Promise<{ path: string; size: number }> {
  const path = join(temporaryFolder(), "goi.zip");
  const handle = await open(path, "w");
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (!chunk.equals(zeros.subarray(0, chunk.length))) await handle.write(chunk, 0, chunk.length, size);
    size += chunk.length;
  }
  await handle.truncate(size);
  await handle.close();
  return { path, size };
}

async function examine(path: string) {
  const opened = await openPackage(path);
  try {
    return await examinePackage(opened, schemas);
  } finally {
    opened.close();
  }
}

/** The same objects, and the most of them that were open at once. */
function counting(objects: ObjectStore): { objects: Pick<ObjectStore, "read">; most: () => number } {
  let [now, most] = [0, 0];
  const read = (digest: Digest) => {
    most = Math.max(most, (now += 1));
    return objects.read(digest).once("close", () => (now -= 1));
  };
  return { objects: { read }, most: () => most };
}

test.each(packageProfileNames)(
  "a file of 2,000 documents is packed by %s few open at a time, verified and read back whole",
  async (name) => {
    const objects = await openStore();
    const short = await sampleModel(objects, 10);
    const documents = Array.from({ length: 2000 }, (_, at) => {
      const one = short.documents[at % 10];
      if (!one) throw new Error("no document");
      return { ...one, item: { ...one.item, id: `item-${at + 1}`, ordinal: at + 1, number: `${at + 1}` } };
    });
    const { file, fonds } = short;
    const model = { fonds, documents, file: { ...file, leafCount: 2000, pageCount: 4000 } };
    const counted = counting(objects);
    const laidOut = await layOutSample(model, name);
    const { path } = await writeSparse(writePackage(laidOut, { objects: counted.objects, at: 0 }));
    expect(counted.most()).toBeLessThanOrEqual(2);
    const { report, read } = await examine(path);
    expect(report).toMatchObject({ documents: 2000, faults: [] });
    if (!read) throw new Error("nothing was read");
    const { items } = readBack(read, fonds.archiveCode);
    expect(items.map(({ fields, digest }) => [fields.ordinal, fields.number, digest])).toEqual(
      documents.map(({ item, digest }) => [item.ordinal, item.number, digest]),
    );
  },
  120_000,
);

// Elsewhere than on Windows what is not written takes no room; there it would be 4.4 GB of the disk.
it.skipIf(process.platform === "win32")(
  "a package beyond 4 GiB is a ZIP64: its long document is sound, and one that changed behind it is named",
  { timeout: 300_000 },
  async () => {
    const objects = await openStore();
    const model = await sampleModel(objects, 3);
    const documents = model.documents.map((one, at) =>
      at === 1 ? { ...one, digest: longDigest, size: longSize } : one,
    );
    const read = (digest: Digest) =>
      digest === longDigest
        ? Readable.from(someZeros(longSize), { objectMode: false })
        : objects.read(digest);
    const laidOut = await layOutSample({ ...model, documents }, "aip-hoso-tt05");
    const { path, size } = await writeSparse(writePackage(laidOut, { objects: { read }, at: 0 }));
    expect(size).toBeGreaterThan(longSize);
    const handle = await open(path, "r+");
    const tail = Buffer.alloc(512 * 1024);
    await handle.read(tail, 0, tail.length, size - tail.length);
    expect(tail.includes("PK\x06\x06")).toBe(true);
    const at = size - tail.length + tail.indexOf("%PDF-1.7 văn bản 3");
    expect(at).toBeGreaterThan(2 ** 32);
    await handle.write("%PDF-1.8", at);
    await handle.close();
    const { report, read: said } = await examine(path);
    expect(report).toMatchObject({ kind: "AIP", documents: 3 });
    expect(report.faults).toEqual([expect.objectContaining({ code: "digest-differs" })]);
    expect(report.faults[0]?.path).toMatch(/\.3\.pdf$/u);
    expect(said?.documents.map((one) => one.size)).toEqual(documents.map((one) => one.size));
  },
);

function* someZeros(count: number): Generator<Buffer> {
  for (let left = count; left > 0; left -= zeros.length)
    yield zeros.subarray(0, Math.min(left, zeros.length));
}
