import { writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { memoryProvince } from "#tests/helpers/memory-province.ts";
import { type HostileProvince, startHostileProvince } from "#tests/helpers/hostile-province.ts";
import { sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const megabyte = 1024 * 1024;

async function start(): Promise<HostileProvince> {
  const province = await startHostileProvince(temporaryFolder());
  onTestFinished(() => province.fall());
  return province;
}

/** Words that another machine read: their bytes are not here. A page nobody read yet would stay on its machine. */
const wordsElsewhere = "cd".repeat(32);

function nameMaster(desk: SyncDesk, digest: Digest, size: number, id = `page-${digest.slice(0, 8)}`): void {
  const page = samplePage(id, { masterDigest: digest, masterSize: size, wordsDigest: wordsElsewhere });
  desk.journal.write("items", [sampleItem("item-1")], "screen");
  desk.journal.write("pages", [page], "screen");
}

const objectsSent = ({ sentObjects, totalObjects }: SyncStatus) =>
  totalObjects > 0 && sentObjects === totalObjects;
const creations = ({ asked }: HostileProvince) => asked.filter((line) => line === "POST /objects").length;

test("objects go words first, masters last, and the receipt comes onto the item and back to the province", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const [words, rendition, master] = [
    await desk.store(500),
    await desk.store(9000),
    await desk.store(20_000),
  ];
  const thumb = await desk.store(300);
  const page = { masterDigest: master, masterSize: 20_000, wordsDigest: words, thumbDigest: thumb };
  desk.journal.write("pages", [samplePage("page-1", page)], "screen");
  const elsewhere = samplePage("page-2", { masterDigest: "ab".repeat(32), wordsDigest: wordsElsewhere });
  desk.journal.write("pages", [elsewhere], "screen");
  const item = sampleItem("item-1", { renditionDigest: rendition, renditionSize: 9000 });
  desk.journal.write("items", [item], "screen");
  desk.connect(province);

  const done = await desk.until((status) => objectsSent(status) && status.equal);
  expect(done).toMatchObject({ sentObjects: 3, totalObjects: 3, sentBytes: 29_500, totalBytes: 29_500 });
  expect([...province.receipts.keys()].sort()).toEqual([words, rendition, master].sort());
  const first = province.asked.filter((line) => line.startsWith("GET /receipts/"))[0];
  expect(first).toBe(`GET /receipts/${words}`);
  const receipted = { receiptDigest: rendition, receiptAt: "2025-06-01T00:00:00.000Z" };
  expect(desk.journal.read("items", "item-1")).toMatchObject(receipted);
  expect(province.records.store.read("items", "item-1")).toMatchObject(receipted);
});

test("an object that the province holds already is not sent again", async () => {
  const province = await start();
  const desk = await openSyncDesk(province);
  const digest = await desk.store(5000);
  province.receipts.set(digest, { digest, size: 5000, receivedAt: "2025-05-30T00:00:00.000Z" });
  nameMaster(desk, digest, 5000);
  await desk.until(objectsSent);
  expect(creations(province)).toBe(0);
});

test("an upload cut in the middle goes on at the province's offset, after both have restarted", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const digest = await desk.store(14 * megabyte);
  nameMaster(desk, digest, 14 * megabyte);
  province.cutUploadAfter = 7 * megabyte;
  province.mischief = (line) => (line.startsWith("HEAD ") ? 503 : undefined);
  desk.connect(province);
  const cut = await desk.until(({ problem }) => problem !== "");
  expect(cut).toMatchObject({ sentObjects: 0, sentBytes: 0, totalBytes: 14 * megabyte, equal: false });
  await province.fall();
  await desk.restart();
  province.mischief = () => undefined;
  await province.rise();
  await desk.until(objectsSent);
  expect(creations(province)).toBe(1);
  expect(province.offsets[0]).toBe(0);
  // It never goes back: at most the one request that was cut off is sent again.
  expect(province.offsets).toEqual([...province.offsets].sort((one, other) => one - other));
  expect(new Set(province.offsets).size).toBeGreaterThanOrEqual(province.offsets.length - 1);
  expect(province.receipts.get(digest)?.size).toBe(14 * megabyte);
}, 60_000);

test("an upload whose URL the province forgot begins anew", async () => {
  const province = await start();
  const desk = await openSyncDesk(province);
  const digest = await desk.store(megabyte);
  let [cuts, forgotten] = [0, 0];
  province.mischief = (line) => {
    if (line.startsWith("PATCH ") && cuts++ === 0) return "cut";
    return line.startsWith("HEAD ") && forgotten++ === 0 ? 410 : undefined;
  };
  nameMaster(desk, digest, megabyte);
  await desk.until(objectsSent);
  expect(creations(province)).toBe(2);
});

test("an object too large is held with its reason, and the others go on", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const [large, small] = [await desk.store(50_000), await desk.store(100)];
  nameMaster(desk, large, 50_000, "page-1");
  nameMaster(desk, small, 100, "page-2");
  let refused = 0;
  province.mischief = (line) => (line === "POST /objects" && refused++ === 0 ? 413 : undefined);
  desk.connect(province);
  const status = await desk.until(({ problem, sentObjects }) => problem !== "" && sentObjects === 1);
  expect(status).toMatchObject({ problem: "province-too-large", totalObjects: 2 });
  const asked = creations(province);
  desk.journal.write("items", [sampleItem("item-1")], "screen");
  await wait(150);
  expect(creations(province)).toBe(asked);
  await desk.sync.handlers["sync.now"]({});
  expect(await desk.until(objectsSent)).toMatchObject({ problem: "", sentObjects: 2 });
});

test("a receipt of another digest is not believed: the object is sent again, and flagged when it stays so", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const digest = await desk.store(4000);
  const item = sampleItem("item-1", { renditionDigest: digest, renditionSize: 4000 });
  desk.journal.write("items", [item], "screen");
  province.tellReceipt = (receipt) => ({ ...receipt, digest: "0".repeat(64) });
  desk.connect(province);
  const flagged = await desk.until(({ problem }) => problem === "province-garbled");
  expect(flagged).toMatchObject({ sentObjects: 0, totalObjects: 1 });
  expect(creations(province)).toBe(3);
  expect(desk.journal.read("items", "item-1")).toMatchObject({ receiptDigest: "", receiptAt: "" });
  province.tellReceipt = (receipt) => receipt;
  await desk.sync.handlers["sync.now"]({});
  await desk.until(objectsSent);
  expect(desk.journal.read("items", "item-1")).toMatchObject({ receiptDigest: digest });
});

test("an object whose bytes rotted on the desk's disk is never taken for sent", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const digest = await desk.store(4000);
  await writeFile(desk.objects.path(digest), Buffer.alloc(4000, 7));
  const good = await desk.store(10);
  nameMaster(desk, digest, 4000, "page-1");
  nameMaster(desk, good, 10, "page-2");
  desk.connect(province);
  const status = await desk.until(({ problem }) => problem === "province-garbled");
  expect(status).toMatchObject({ sentObjects: 1, totalObjects: 2 });
  expect([...province.receipts.keys()]).toEqual([good]);
});

test("an upload that stops moving is given up and tried again", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined, { uploadIdleMs: 200 });
  const digest = await desk.store(3000);
  nameMaster(desk, digest, 3000);
  let stuck = true;
  province.mischief = (line) => (line.startsWith("PATCH ") && stuck ? "hang" : undefined);
  desk.connect(province);
  expect(await desk.until(({ problem }) => problem !== "")).toMatchObject({
    problem: "province-unreachable",
  });
  stuck = false;
  expect(await desk.until(objectsSent)).toMatchObject({ problem: "" });
});

test("an object that the province fails on lets the others go first", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const [poison, good] = [await desk.store(100), await desk.store(200)];
  desk.journal.write("pages", [samplePage("page-1", { wordsDigest: poison })], "screen");
  nameMaster(desk, good, 200, "page-2");
  province.cannotFinish.add(poison);
  desk.connect(province);
  const status = await desk.until(({ sentObjects, state }) => sentObjects === 1 && state === "waiting");
  expect(status).toMatchObject({ totalObjects: 2, problem: "province-failed" });
});

test("credentials refused for objects stop the uploads", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const digest = await desk.store(100);
  nameMaster(desk, digest, 100);
  province.mischief = (line) => (line === "POST /objects" ? 403 : undefined);
  desk.connect(province);
  await desk.until(({ problem, state }) => problem === "province-refused-credentials" && state === "idle");
  const asked = creations(province);
  await wait(200);
  expect(creations(province)).toBe(asked);
});

test("what a record names no longer is not sent; a rendition made anew is", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const [former, later] = [await desk.store(100), await desk.store(200)];
  const item = sampleItem("item-1", { renditionDigest: former, renditionSize: 100 });
  desk.journal.write("items", [item], "screen");
  province.mischief = () => 500;
  desk.connect(province);
  await desk.until(({ totalObjects, state }) => totalObjects === 1 && state === "waiting");
  const changes = { renditionDigest: later, renditionSize: 200 };
  desk.journal.write("items", [editRecord(item, changes, desk.journal.stamp("A"))], "desk");
  province.mischief = () => undefined;
  await desk.until((status) => objectsSent(status) && status.equal);
  expect([...province.receipts.keys()]).toEqual([later]);
});

test("a province whose store was replaced gets the objects again, and no item keeps a receipt it never gave", async () => {
  const province = await start();
  const desk = await openSyncDesk(province);
  const digest = await desk.store(100);
  const item = sampleItem("item-1", { renditionDigest: digest, renditionSize: 100 });
  desk.journal.write("items", [item], "screen");
  await desk.until((status) => objectsSent(status) && status.equal);
  await province.fall();
  province.receipts.clear();
  Object.assign(province.records, memoryProvince({ epoch: "life-2" }));
  let failing = true;
  province.mischief = (line) => (line === "POST /objects" && failing ? 500 : undefined);
  await province.rise();
  await desk.until(({ sentObjects, problem }) => sentObjects === 0 && problem === "province-failed");
  expect(desk.journal.read("items", "item-1")).toMatchObject({ receiptDigest: "" });
  failing = false;
  await desk.until((status) => objectsSent(status) && status.equal);
  expect(desk.journal.read("items", "item-1")).toMatchObject({ receiptDigest: digest });
});
