import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeEach, expect, test, onTestFinished } from "vitest";
import { fromBufferPromise } from "yauzl";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { openZip } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { packageHandlers } from "#electron/packages/package-handlers.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleModel } from "#tests/helpers/sample-package.ts";
import { sampleBatch, samplePage } from "#tests/helpers/sample-records.ts";
import { sampleChecker } from "#tests/helpers/work.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let journal: DeskJournal;
let objects: ObjectStore;
let folder: string;
let heard: { done: number; total: number }[];

const at = Date.parse("2025-06-12T04:45:37.690Z");

beforeEach(async () => {
  folder = temporaryFolder();
  objects = await openObjectStore(join(folder, "objects"));
  journal = openJournal(folder, { deviceId: "desk", now: () => at });
  onTestFinished(() => journal.close());
  heard = [];
  const { fonds, file, documents } = await sampleModel(objects, 3);
  write("fonds", fonds);
  write("batches", sampleBatch("batch-1", { number: "ĐỢT 01/2025", state: "accepted" }));
  write("files", { ...file, batchId: "batch-1" });
  for (const { item, digest, size } of documents) {
    write("items", { ...item, renditionDigest: digest, renditionSize: size });
    for (const ordinal of [1, 2])
      write("pages", samplePage(`${item.id}-${ordinal}`, { itemId: item.id, ordinal }));
  }
});

function write<Name extends CollectionName>(name: Name, record: Records[Name]): void {
  journal.write(name, [record], "screen");
}

function change<Name extends CollectionName>(name: Name, id: string, fields: Partial<Records[Name]>): void {
  const held = journal.read(name, id) as Records[Name] & ArchiveRecord;
  write(name, { ...held, ...fields, clocks: { ...held.clocks, "*": "9".repeat(13) + "-0000-desk" } });
}

const make = (of: "file" | "batch", id: string) =>
  packageHandlers({
    ...{ folder, journal, objects, resources, version: "0.1.0", now: () => at },
    ...{ profile: () => sampleChecker, newId: () => "none" },
    emit(name, value) {
      if (name === "packages.progress") heard.push(value as { done: number; total: number });
    },
  })["packages.make"]({ of, id, profile: "sip-hoso-tt05" });

test("the package of an accepted file is given out verified, named by its place and identifier", async () => {
  const answer = await make("file", "file-1");
  expect(answer.lacking).toEqual([]);
  expect(answer.made).toEqual([
    { fileId: "file-1", code: "H08.31.9.2016.5", objectId: answer.made[0]?.objectId, documents: 3 },
  ]);
  expect(answer.name).toBe(`1_${answer.made[0]?.objectId}.zip`);
  expect(heard.at(-1)).toEqual({ done: 3, total: 3 });
  const opened = await openZip({
    size: answer.size,
    read: (start, end) => objects.read(answer.digest as never, { start, end: end - 1 }),
  });
  const report = await verifyPackage(opened, await readSchemas(resources));
  opened.close();
  expect(report).toMatchObject({ kind: "SIP", documents: 3, faults: [] });
});

test("a batch gives one ZIP with the packages of its files, and tells of those that have none; no package lies beside it", async () => {
  const before = journal.read("files", "file-1");
  if (!before) throw new Error("no file");
  write("files", { ...before, id: "file-2", code: "H08.31.9.2016.6" });
  const stored = () =>
    readdirSync(join(folder, "objects"), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length;
  const already = stored();
  const answer = await make("batch", "batch-1");
  expect(stored() - already).toBe(1);
  expect(answer.made).toHaveLength(1);
  expect(answer.lacking).toEqual([
    {
      fileId: "file-2",
      code: "H08.31.9.2016.6",
      lacks: [
        { field: "data", fault: "no-documents" },
        { field: "startDate", fault: "no-date" },
        { field: "endDate", fault: "no-date" },
      ],
    },
  ]);
  const zip = await fromBufferPromise(await buffer(objects.read(answer.digest as never)));
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  expect(names).toEqual([`1_${answer.made[0]?.objectId}.zip`]);
  expect(answer.name).toBe("ĐỢT 01-2025-SIP_hoso.zip");
});

test("what keeps a file from being packed is told field by field, and nothing is written", async () => {
  change("batches", "batch-1", { state: "checking" });
  change("files", "file-1", { retention: "", box: "", startDate: "2015" });
  change("items", "item-2", { renditionDigest: "", issuer: "" });
  change("items", "item-3", { access: "03", subject: "" });
  const answer = await make("file", "file-1");
  expect(answer).toMatchObject({ made: [], digest: "", size: 0 });
  expect(answer.lacking[0]?.lacks).toEqual([
    { field: "batch", fault: "not-accepted" },
    { ordinal: 2, field: "data", fault: "missing" },
    { field: "maintenance", fault: "missing" },
    { field: "startDate", fault: "no-date" },
    { field: "paperFileCode", fault: "missing" },
    { ordinal: 1, field: "maintenance", fault: "missing" },
    { ordinal: 3, field: "mode", fault: "secret" },
    { ordinal: 3, field: "maintenance", fault: "missing" },
    { ordinal: 3, field: "subject", fault: "missing" },
  ]);
});

test("what is kept back is in no package, whether the file is or its batch", async () => {
  const held = {
    code: "secret",
    why: "Nghi là mật",
    at: "2025-05-20T01:00:00.000Z",
    by: "Lê Thị Kiểm",
  } as const;
  change("files", "file-1", { held });
  change("batches", "batch-1", { held: { ...held, code: "torn" } });
  const answer = await make("batch", "batch-1");
  expect(answer).toMatchObject({ made: [], digest: "" });
  expect(answer.lacking[0]?.lacks).toEqual([
    { field: "file", fault: "held" },
    { field: "batch", fault: "held" },
  ]);
});
