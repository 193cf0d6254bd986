import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { memoryProvince, type MemoryProvince } from "#tests/helpers/memory-province.ts";
import {
  type HostileProvince,
  type Mischief,
  startHostileProvince,
} from "#tests/helpers/hostile-province.ts";
import { sampleFile, sampleFonds, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

async function start(records?: MemoryProvince) {
  const province = await startHostileProvince(temporaryFolder(), records);
  onTestFinished(() => province.fall());
  return province;
}

function writeSome(desk: SyncDesk, count = 3): void {
  desk.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  const files = Array.from({ length: count }, (_, at) => sampleFile(`file-${at}`));
  desk.journal.write("files", files, "screen");
}

const allSent = ({ equal, sentRecords, totalRecords }: SyncStatus) => equal && sentRecords === totalRecords;

function expectEqual(desk: SyncDesk, province: HostileProvince): void {
  for (const name of collectionNames) {
    expect(desk.journal.digest(name)).toEqual(province.records.store.digest(name));
  }
}

test("a write reaches the province by itself, and the province's reaches the desk", async () => {
  const province = await start();
  const desk = await openSyncDesk(province);
  writeSome(desk);
  const status = await desk.until(allSent);
  expect(status).toMatchObject({ savedRecords: 4, sentRecords: 4, problem: "", refusedRecords: 0 });
  expect(status.lastRoundAt).not.toBe("");
  province.records.store.write("files", sampleFile("file-of-another"));
  province.resync();
  await desk.until(({ savedRecords }) => savedRecords === 5);
  expectEqual(desk, province);
});

test("without a province nothing is said to be sent", async () => {
  const desk = await openSyncDesk(undefined);
  writeSome(desk);
  expect(await desk.status()).toMatchObject({ state: "off", sentRecords: 0, totalRecords: 4, equal: false });
  await expect(desk.sync.handlers["province.overview"]({})).rejects.toMatchObject({
    code: "province-unreachable",
  });
});

const faults: [string, Mischief, string][] = [
  ["answers 500", 500, "province-failed"],
  ["asks for patience (429)", 429, "province-failed"],
  ["answers a page of HTML", "garbage", "province-garbled"],
  ["redirects", "redirect", "province-garbled"],
  ["cuts the connection", "cut", "province-unreachable"],
  ["never answers", "hang", "province-unreachable"],
];
for (const [name, mischief, problem] of faults) {
  test(`a province that ${name}: the status says so, nothing is lost, and it recovers by itself`, async () => {
    const province = await start();
    province.mischief = () => mischief;
    const desk = await openSyncDesk(province, { limits: { timeoutMs: 300, answerBytes: 1e6 } });
    writeSome(desk);
    const failing = await desk.until((status) => status.problem !== "" && status.state === "waiting");
    expect(failing).toMatchObject({
      problem,
      equal: false,
      sentRecords: 0,
      totalRecords: 4,
      savedRecords: 4,
    });
    province.mischief = () => undefined;
    expect(await desk.until(allSent)).toMatchObject({ problem: "" });
    expectEqual(desk, province);
  });
}

test("a redirect is not followed, and the token goes nowhere else", async () => {
  const seen: unknown[] = [];
  const thief = createServer((request, response) => {
    seen.push(request.headers);
    response.end("{}");
  });
  await new Promise<void>((resolve) => thief.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void thief.close());
  const at = thief.address();
  const province = await start();
  if (at !== null && typeof at === "object") province.elsewhere = `http://127.0.0.1:${at.port}/objects/x`;
  province.mischief = (line) =>
    line === "POST /objects" ? 201 : line.includes("/replication/") ? "redirect" : undefined;
  const desk = await openSyncDesk(province);
  const digest = await desk.store(1000);
  const page = { masterDigest: digest, masterSize: 1000, wordsDigest: "cd".repeat(32) };
  desk.journal.write("items", [sampleItem("item-1")], "screen");
  desk.journal.write("pages", [samplePage("page-1", page)], "screen");
  await desk.until(({ problem }) => problem !== "");
  await wait(200);
  expect(province.asked.some((line) => line === "POST /objects")).toBe(true);
  expect(seen).toEqual([]);
});

test("a province that is down and comes up again", async () => {
  const province = await start();
  await province.fall();
  const desk = await openSyncDesk(province);
  writeSome(desk);
  expect(await desk.until(({ problem }) => problem !== "")).toMatchObject({
    problem: "province-unreachable",
  });
  await province.rise();
  await desk.until(allSent);
  expectEqual(desk, province);
});

test("credentials that are refused stop the asking until they change", async () => {
  const province = await start();
  const desk = await openSyncDesk({ address: province.address, token: "revoked" });
  writeSome(desk);
  await desk.until(({ problem, state }) => problem === "province-refused-credentials" && state === "idle");
  await wait(100);
  const rounds = () =>
    province.asked.filter((line) => line.includes("/push") || line.includes("/pull")).length;
  const asked = rounds();
  desk.journal.write("files", [sampleFile("file-late")], "screen");
  await wait(200);
  expect(rounds()).toBe(asked);
  expect(await desk.status()).toMatchObject({ sentRecords: 0, totalRecords: 5, equal: false });
  desk.connect({ address: province.address, token: province.token });
  expect(await desk.until(allSent)).toMatchObject({ sentRecords: 5, problem: "" });
});

test("a body too large is sent in parts", async () => {
  const province = await start();
  let refusals = 0;
  province.mischief = (line) => (line.endsWith("/files/push") && refusals++ < 2 ? 413 : undefined);
  const desk = await openSyncDesk(undefined);
  writeSome(desk, 6);
  desk.connect(province);
  expect(await desk.until(allSent)).toMatchObject({ sentRecords: 7, refusedRecords: 0 });
  expect(province.asked.filter((line) => line.endsWith("/files/push")).length).toBe(5);
  expectEqual(desk, province);
});

test("refused rows are counted, do not stop the others, and go again when a person asks", async () => {
  let strict = true;
  const records = memoryProvince({
    refuse: (_, { id }) => (strict && id === "file-1" ? "not-your-scope" : undefined),
  });
  const province = await start(records);
  const desk = await openSyncDesk(province);
  writeSome(desk);
  const status = await desk.until(({ refusedRecords, equal }) => refusedRecords === 1 && equal);
  expect(status).toMatchObject({ sentRecords: 3, totalRecords: 4 });
  strict = false;
  expect(await desk.sync.handlers["sync.now"]({})).toMatchObject({
    sentRecords: 4,
    refusedRecords: 0,
    equal: true,
  });
});

test("a restart in the middle loses nothing, and what was acknowledged stays so", async () => {
  const province = await start();
  const desk = await openSyncDesk(province);
  writeSome(desk);
  await desk.until(allSent);
  province.mischief = (line) => (line.includes("/push") ? "hang" : undefined);
  const file = desk.journal.read("files", "file-0");
  if (!file) throw new Error("no file");
  desk.journal.write("files", [editRecord(file, { title: "Đã sửa" }, desk.journal.stamp("B"))], "screen");
  await desk.until(({ state }) => state === "working");
  await desk.restart();
  expect(await desk.status()).toMatchObject({ sentRecords: 3, totalRecords: 4, equal: false });
  province.mischief = () => undefined;
  await desk.until(allSent);
  expect(province.records.store.read("files", "file-0")).toMatchObject({ title: "Đã sửa" });
});

test("another province begins with nothing sent", async () => {
  const first = await start();
  const desk = await openSyncDesk(first);
  writeSome(desk);
  await desk.until(allSent);
  const second = await start(memoryProvince({ epoch: "life-2" }));
  second.token = "another-token";
  second.mischief = () => 500;
  desk.connect({ address: second.address, token: second.token });
  await desk.until(({ problem }) => problem === "province-failed");
  expect(await desk.status()).toMatchObject({ sentRecords: 0, totalRecords: 4, equal: false });
  second.mischief = () => undefined;
  await desk.until(allSent);
  expectEqual(desk, second);
});

test("a row from the province that is no record is put aside, and the others are taken", async () => {
  const province = await start();
  province.records.store.write("files", sampleFile("file-1"));
  province.records.store.write("files", { ...sampleFile("file-bad"), retention: "??" as "01" });
  const desk = await openSyncDesk(province);
  const status = await desk.until(({ equal }) => equal);
  expect(status).toMatchObject({ problem: "", savedRecords: 1, asideRecords: 1 });
  expect(desk.journal.quarantined()).toMatchObject([{ id: "file-bad" }]);
});
