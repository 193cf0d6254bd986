import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { fromBuffer } from "yauzl";
import { isDigest } from "#shared/base/digest.ts";
import { startHostileProvince } from "#tests/helpers/hostile-province.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

async function makeWork(desk: SyncDesk): Promise<void> {
  const [words, made, master] = [await desk.store(400), await desk.store(3000), await desk.store(20_000)];
  desk.journal.write("batches", [sampleBatch("batch-1", { number: "Đợt 1" })], "screen");
  const files = Array.from({ length: 250 }, (_, at) => sampleFile(`file-${String(at).padStart(3, "0")}`));
  desk.journal.write(
    "files",
    files.slice(0, 200).map((file) => ({ ...file, batchId: "batch-1" })),
    "screen",
  );
  desk.journal.write(
    "files",
    files.slice(200).map((file) => ({ ...file, batchId: "" })),
    "screen",
  );
  const item = sampleItem("item-1", {
    fileId: "file-000",
    subject: '=Báo cáo "2008"',
    renditionDigest: made,
    renditionSize: 3000,
  });
  desk.journal.write("items", [item], "screen");
  const page = { itemId: "item-1", masterDigest: master, masterSize: 20_000, wordsDigest: words };
  desk.journal.write("pages", [samplePage("page-1", page)], "screen");
}

/** The texts in a ZIP by their names. */
function unpack(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      const found = new Map<string, string>();
      zip.on("entry", (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (fault, stream) => {
          if (fault) {
            reject(fault);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            found.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
            zip.readEntry();
          });
        });
      });
      zip.on("end", () => resolve(found));
      zip.readEntry();
    });
  });
}

test("what is not sent is told in sums, by batch, one by one, and empties as the province takes it", async () => {
  const province = await startHostileProvince(temporaryFolder());
  onTestFinished(() => province.fall());
  const desk = await openSyncDesk(undefined);
  await makeWork(desk);
  province.mischief = (line) => (line.startsWith("POST /objects") ? 503 : undefined);
  const before = await desk.sync.handlers["outbox.read"]({});
  expect(before.records.map(({ collection, count }) => [collection, count])).toEqual(
    expect.arrayContaining([
      ["batches", 1],
      ["files", 250],
      ["items", 1],
      ["pages", 1],
    ]) as unknown,
  );
  expect(before.batches).toEqual([
    { batchId: "batch-1", label: expect.stringContaining("Đợt 1") as unknown, count: 202 },
    { batchId: "", label: "", count: 50 },
  ]);
  const seen: string[] = [];
  for (let after = 0, more = true; more;) {
    const page = await desk.sync.handlers["outbox.records"]({ collection: "files", after, limit: 100 });
    seen.push(...page.rows.map(({ id }) => id));
    expect(page.rows.every(({ since, code }) => since !== "" && code === "")).toBe(true);
    ({ next: after, more } = page);
  }
  expect(new Set(seen).size).toBe(250);

  desk.connect(province);
  await desk.until(
    ({ sentRecords, totalRecords, problem }) => sentRecords === totalRecords && problem !== "",
  );
  const stuck = await desk.sync.handlers["outbox.read"]({});
  expect(stuck.records).toEqual([]);
  expect(stuck.objects).toEqual([
    expect.objectContaining({ kind: "words", count: 1, bytes: 400 }),
    expect.objectContaining({ kind: "rendition", count: 1, bytes: 3000 }),
    expect.objectContaining({ kind: "master", count: 1, bytes: 20_000 }),
  ]);
  const objects = await desk.sync.handlers["outbox.objects"]({ after: 0, limit: 10 });
  expect(objects.rows).toHaveLength(3);
  expect(objects.rows.every(({ label }) => label.includes("Báo cáo"))).toBe(true);
  expect(objects.rows.some(({ code }) => code === "province-failed")).toBe(true);

  province.mischief = () => undefined;
  await desk.until(({ sentObjects }) => sentObjects === 3);
  // The item has the province's receipt written on it now, and goes once more.
  await expect
    .poll(() => desk.sync.handlers["outbox.read"]({}), { timeout: 30_000 })
    .toEqual({ records: [], batches: [], objects: [] });
}, 60_000);

test("unsent records are exported whole, with tables that a spreadsheet does not calculate", async () => {
  const desk = await openSyncDesk(undefined);
  await makeWork(desk);
  const { records, digest, size, name } = await desk.sync.handlers["outbox.export"]({});
  expect([records, name]).toEqual([253, expect.stringMatching(/^chua-gui-tinh-[0-9-]+\.zip$/)]);
  if (!isDigest(digest)) throw new Error("nothing was exported");
  const bytes = await readFile(desk.objects.path(digest));
  expect(bytes.length).toBe(size);
  const found = await unpack(bytes);
  expect([...found.keys()].sort()).toEqual(
    ["batches", "files", "items", "pages"].flatMap((kind) => [`${kind}.csv`, `${kind}.jsonl`]),
  );
  const files = (found.get("files.jsonl") ?? "")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  expect(files).toHaveLength(250);
  expect(files[0]).toEqual(desk.journal.read("files", "file-000"));
  const table = found.get("items.csv") ?? "";
  expect(table.startsWith("\ufeff")).toBe(true);
  expect(table).toMatch(/"item-1"\r\n$/);
  expect(table).not.toMatch(/(^|,)"=/m);
});
