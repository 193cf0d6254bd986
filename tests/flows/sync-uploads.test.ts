import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { usualPace } from "#shared/rules/upload-pace.ts";
import { type HostileProvince, startHostileProvince } from "#tests/helpers/hostile-province.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { openLine } from "#tests/helpers/network-line.ts";
import { sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const megabyte = 1024 * 1024;

async function start(): Promise<HostileProvince> {
  const province = await startHostileProvince(temporaryFolder());
  onTestFinished(() => province.fall());
  return province;
}

/** An item of one page: its words, its rendition and its master. */
async function makeDocument(
  desk: SyncDesk,
  masterSize: number,
): Promise<Record<"words" | "made" | "master", Digest>> {
  const [words, made, master] = [await desk.store(400), await desk.store(3000), await desk.store(masterSize)];
  const item = sampleItem("item-1", { renditionDigest: made, renditionSize: 3000 });
  desk.journal.write("files", [sampleFile("file-1")], "screen");
  desk.journal.write("items", [item], "screen");
  const page = { masterDigest: master, masterSize, wordsDigest: words };
  desk.journal.write("pages", [samplePage("page-1", page)], "screen");
  return { words, made, master };
}

test("paused, nothing goes but records; resumed, all does, without a restart", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  await desk.sync.handlers["uploads.setPace"]({ ...usualPace, paused: true });
  await makeDocument(desk, 20_000);
  desk.connect(province);
  await desk.until(
    ({ sentRecords, totalRecords, state }) => sentRecords === totalRecords && state === "idle",
  );
  await wait(100);
  expect(await desk.status()).toMatchObject({ sentObjects: 0, totalObjects: 3, problem: "", equal: false });
  expect(province.asked.some((line) => line === "POST /objects")).toBe(false);
  await desk.restart();
  expect(await desk.sync.handlers["uploads.read"]({})).toMatchObject({ limit: "paused" });
  await desk.sync.handlers["uploads.setPace"](usualPace);
  await desk.until(({ sentObjects }) => sentObjects === 3);
});

test("on a line paid by the megabyte the words go, and documents and pictures wait", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  await desk.sync.handlers["uploads.setPace"]({ ...usualPace, metered: true });
  const { words } = await makeDocument(desk, 20_000);
  desk.connect(province);
  await desk.until(({ sentObjects, state }) => sentObjects === 1 && state === "idle");
  await wait(100);
  expect([...province.receipts.keys()]).toEqual([words]);
});

test("an upload under way stops at the word, keeps what came, and goes on from there", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  const { master } = await makeDocument(desk, 6 * megabyte);
  await desk.sync.handlers["uploads.setPace"]({ ...usualPace, kilobytesPerSecond: 512 });
  desk.connect(province);
  for (let tries = 0; tries < 600 && province.offsets.every((offset) => offset === 0); tries += 1)
    await wait(20);
  await desk.sync.handlers["uploads.setPace"]({ ...usualPace, paused: true });
  await desk.until(({ state }) => state === "idle");
  const before = province.offsets.length;
  expect(await desk.status()).toMatchObject({ sentObjects: 2, problem: "" });
  await desk.sync.handlers["uploads.setPace"](usualPace);
  await desk.until(({ sentObjects }) => sentObjects === 3);
  expect(province.offsets[before]).toBeGreaterThan(0);
  expect(province.receipts.has(master)).toBe(true);
}, 60_000);

test("records go before objects, also those that come while a large object is under way", async () => {
  const province = await start();
  const desk = await openSyncDesk(undefined);
  await makeDocument(desk, 3000);
  const many = Array.from({ length: 1500 }, (_, at) => sampleFile(`more-${at}`));
  desk.journal.write("files", many, "screen");
  desk.connect(province);
  await desk.until(({ sentObjects, equal }) => sentObjects === 3 && equal);
  const firstObject = province.asked.findIndex((line) => line === "POST /objects");
  const lastPush = province.asked.findIndex((line) => line.startsWith("GET /replication/files/digest"));
  expect(lastPush).toBeGreaterThan(-1);
  expect(firstObject).toBeGreaterThan(lastPush);
});

test("200 MB go to a real province over a line that breaks a hundred times, and only what was on its way goes twice", async () => {
  const province = await openLoopbackProvince();
  const credentials = await province.enrol("52.550");
  const size = 200 * megabyte;
  const line = await openLine(credentials.address, { cutEvery: 2 * megabyte });
  onTestFinished(() => line.close());
  const desk = await openSyncDesk(undefined);
  await makeDocument(desk, size);
  desk.connect({ ...credentials, address: line.address });
  for (let turn = 0; turn < 20 && (await desk.status()).sentObjects < 3; turn += 1) {
    await desk.until(({ sentObjects }) => sentObjects === 3).catch(() => undefined);
  }
  expect((await desk.status()).sentObjects).toBe(3);
  expect(line.counted.cuts).toBeGreaterThanOrEqual(100);
  expect(line.counted.out).toBeLessThan(size * 1.25);
  expect(province.faults).toEqual([]);
}, 240_000);
