import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";

const district = "52.550";

function expectSame(one: SyncDesk, other: SyncDesk): void {
  for (const name of collectionNames) expect(one.journal.digest(name)).toEqual(other.journal.digest(name));
}

test("two desks of a district and the province hold the same records, objects and receipts", async () => {
  const province = await openLoopbackProvince();
  const [one, other] = [
    await openSyncDesk(await province.enrol(district)),
    await openSyncDesk(await province.enrol(district)),
  ];
  const rendition = await one.store(30_000);
  const master = await one.store(6 * 1024 * 1024);
  one.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  one.journal.write("batches", [sampleBatch("batch-1")], "screen");
  const files = Array.from({ length: 1200 }, (_, at) => sampleFile(`file-${at}`));
  one.journal.write("files", files, "screen");
  const item = sampleItem("item-1", { renditionDigest: rendition, renditionSize: 30_000 });
  one.journal.write("items", [item], "screen");
  const read = { masterDigest: master, masterSize: 6 * 1024 * 1024, wordsDigest: "cd".repeat(32) };
  const page = samplePage("page-1", read);
  one.journal.write("pages", [page], "screen");

  const sent = await one.until((status) => status.equal && status.sentObjects === 2);
  expect(sent).toMatchObject({ sentRecords: 1204, totalRecords: 1204, refusedRecords: 0, problem: "" });
  const arrived = await other.until((status) => status.equal && status.savedRecords === 1204);
  expect(arrived).toMatchObject({ sentRecords: 1204, totalObjects: 0 });
  await other.until(() => other.journal.read("items", "item-1")?.receiptDigest === rendition);

  const [file] = files;
  if (!file) throw new Error("no file");
  one.journal.write("files", [editRecord(file, { title: "Một" }, one.journal.stamp("A"))], "screen");
  other.journal.write("files", [editRecord(file, { box: "99" }, other.journal.stamp("B"))], "screen");
  for (const desk of [one, other]) {
    await desk.until(({ equal }) => {
      const now = desk.journal.read("files", file.id);
      return equal && now?.title === "Một" && now.box === "99";
    });
  }
  expectSame(one, other);
  const bytes = await other.sync.provinceObject(rendition);
  const given = Buffer.from((await bytes?.arrayBuffer()) ?? new ArrayBuffer());
  expect(given.equals(await readFile(one.objects.path(rendition)))).toBe(true);
  expect(await other.sync.provinceObject("ab".repeat(32))).toBeUndefined();
  expect(province.faults).toEqual([]);
});

test("what a commune may not write is listed as refused, and its own goes on", async () => {
  const province = await openLoopbackProvince();
  const commune = await openSyncDesk(await province.enrol("52.550.21952", "commune-preparer"));
  commune.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  const foreign = sampleFile("file-2", { scope: "52.550.21955" });
  commune.journal.write("files", [sampleFile("file-1"), foreign], "screen");
  const status = await commune.until(({ refusedRecords, equal }) => refusedRecords === 1 && equal);
  expect(status).toMatchObject({ sentRecords: 2, totalRecords: 3 });
});

test("a province officer reads the districts through the desk", async () => {
  const province = await openLoopbackProvince();
  const desk = await openSyncDesk(await province.enrol(district));
  desk.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  desk.journal.write("files", [sampleFile("file-1")], "screen");
  desk.journal.write("items", [sampleItem("item-1")], "screen");
  desk.journal.write("batches", [sampleBatch("batch-1")], "screen");
  await desk.until(({ equal, sentRecords }) => equal && sentRecords === 4);
  const officer = await openSyncDesk(await province.enrol("52", "province-officer"));
  const overview = await officer.sync.handlers["province.overview"]({});
  expect(overview.districts.find(({ scope }) => scope === district)).toMatchObject({ files: 1, items: 1 });
  const { batches } = await officer.sync.handlers["province.batches"]({ scope: "" });
  expect(batches).toMatchObject([{ id: "batch-1" }]);
  // The words of documents follow what was sent.
  const find = async () =>
    officer.sync.handlers["province.find"]({ words: "quyet dinh giao dat", limit: 10 });
  await expect.poll(async () => (await find()).hits, { timeout: 30_000 }).toMatchObject([{ id: "item-1" }]);
});

test("a machine whose unit or role changes sends nothing of another unit, and nothing is refused", async () => {
  const province = await openLoopbackProvince();
  const inCommune = { scope: "52.550.21952" };
  const desk = await openSyncDesk(await province.enrol(district));
  desk.work(district);
  const other = { scope: "52.550.21955" };
  desk.journal.write("fonds", [sampleFonds("mine", inCommune), sampleFonds("theirs", other)], "screen");
  await desk.until(({ equal, sentRecords }) => equal && sentRecords === 2);

  desk.work("52.550.21952");
  desk.connect(await province.enrol("52.550.21952", "commune-preparer"));
  await desk.until(({ equal, refusedRecords }) => equal && refusedRecords === 0);
  expect(desk.journal.read("fonds", "theirs")).toBeDefined();

  desk.work(undefined);
  desk.connect(await province.enrol("52", "province-officer"));
  const status = await desk.until(({ state }) => state === "idle");
  expect(status).toMatchObject({ refusedRecords: 0, problem: "" });
  const overview = await desk.sync.handlers["province.overview"]({});
  expect(overview.districts.find(({ scope }) => scope === district)).toMatchObject({ fonds: 2 });
});

test("the codes of a commune's fonds are confirmed by the province's officer, and its desk hears of it", async () => {
  const province = await openLoopbackProvince();
  const commune = await openSyncDesk(await province.enrol("52.550.21952", "commune-preparer"));
  const fonds = sampleFonds("fonds-1", { archiveCode: "52.550" });
  commune.journal.write("fonds", [fonds], "screen");
  await commune.until(({ equal, sentRecords }) => equal && sentRecords === 1);
  const officer = await openSyncDesk(await province.enrol("52", "province-officer"));
  officer.work(undefined);
  const { fonds: waiting } = await officer.sync.handlers["province.fonds"]({});
  expect(waiting).toMatchObject([{ id: "fonds-1", files: 0, codesConfirmedAt: "" }]);
  const codes = { code: fonds.code, archiveCode: fonds.archiveCode };
  const confirm = { id: "fonds-1", ...codes };
  await expect(
    commune.sync.handlers["province.confirmFonds"](confirm),
    "a commune confirms nothing",
  ).rejects.toMatchObject({ code: "province-refused-credentials" });
  const { codesConfirmedAt } = await officer.sync.handlers["province.confirmFonds"](confirm);
  expect(codesConfirmedAt).not.toBe("");
  const held = () => commune.journal.read("fonds", "fonds-1");
  await commune.until(({ equal }) => equal && held()?.codesConfirmedAt === codesConfirmedAt);

  // A code that the commune changes afterwards is provisional again, at the province and here.
  const now = held();
  if (!now) throw new Error("no fonds");
  commune.journal.write("fonds", [editRecord(now, { code: "H06" }, commune.journal.stamp("A"))], "screen");
  await commune.until(({ equal }) => equal && held()?.codesConfirmedAt === "");
  expect(await officer.sync.handlers["province.fonds"]({})).toMatchObject({
    waiting: 1,
    fonds: [{ code: "H06", codesConfirmedAt: "" }],
  });
  expect(province.faults).toEqual([]);
});

test("a new machine says how much of its district has come, and works with what is here meanwhile", async () => {
  const province = await openLoopbackProvince();
  const old = await openSyncDesk(await province.enrol(district));
  const files = Array.from({ length: 3000 }, (_, at) => sampleFile(`file-${at}`));
  old.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  old.journal.write("files", files, "screen");
  await old.until(({ equal }) => equal);
  const fresh = await openSyncDesk(undefined);
  const heard: { done: number; total: number; saved: number }[] = [];
  fresh.journal.onWrite(() => {
    const status = fresh.sync.handlers["sync.status"]({});
    if (status instanceof Promise || !status.receiving) return;
    heard.push({ ...status.receiving, saved: fresh.journal.count("files") });
  });
  fresh.connect(await province.enrol(district));
  const done = await fresh.until(({ equal }) => equal);
  expect(done.receiving).toBeUndefined();
  expect(heard.length).toBeGreaterThan(3);
  expect(heard.every(({ total }) => total === 3001)).toBe(true);
  expect(heard.some(({ saved }) => saved > 0 && saved < 3000)).toBe(true);
  expect(Math.max(...heard.map(({ done: came }) => came))).toBeLessThanOrEqual(3001);
  expectSame(old, fresh);
});
