import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { type EnrollingProvince, openEnrollingProvince } from "#tests/helpers/enrolling-province.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
  stampAt,
} from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const scope = "52.550";
let province: EnrollingProvince;

beforeAll(async () => {
  const closing: (() => Promise<void>)[] = [];
  province = await openEnrollingProvince((close) => closing.push(close));
  return async () => {
    for (const close of closing) await close();
  };
});

beforeEach(() => province.empty());

async function openDesk(more: { folder?: string; deviceId?: string } = {}): Promise<SyncDesk> {
  const { deviceId = "desk-1" } = more;
  const { credentials } = await province.enrol(deviceId, scope, "district-checker");
  const desk = await openSyncDesk(credentials, { ...more, deviceId });
  desk.work(scope);
  return desk;
}

function writeFiles(desk: SyncDesk, from: number, to: number): void {
  const files = Array.from({ length: to - from }, (_, at) => sampleFile(`file-${from + at}`, { scope }));
  desk.journal.write("files", files, "screen");
}

function writeParents(desk: SyncDesk): void {
  desk.journal.write("fonds", [sampleFonds("fonds-1", { scope })], "screen");
  desk.journal.write("batches", [sampleBatch("batch-1", { scope })], "screen");
}

test("masters are freed by the province's signed word alone, and come back the same", async () => {
  const { credentials } = await province.enrol("desk-1", scope, "district-checker");
  const desk = await openSyncDesk(undefined);
  desk.work(scope);
  const [master, words, rendition] = [
    await desk.store(40_000),
    await desk.store(300),
    await desk.store(9000),
  ];
  const before = readFileSync(desk.objects.path(master));
  desk.journal.write("fonds", [sampleFonds("fonds-1", { scope })], "screen");
  desk.journal.write("batches", [sampleBatch("batch-1", { scope, state: "accepted" })], "screen");
  desk.journal.write("files", [sampleFile("file-1", { scope, batchId: "batch-1" })], "screen");
  const item = sampleItem("item-1", { scope, renditionDigest: rendition, renditionSize: 9000 });
  desk.journal.write("items", [item], "screen");
  const page = samplePage("page-1", { scope, masterDigest: master, masterSize: 40_000, wordsDigest: words });
  desk.journal.write("pages", [page], "screen");
  const { handlers } = desk.sync;
  const freeable = async () => await handlers["freeing.read"]({});
  const fetchBack = async () => await handlers["freeing.fetchBack"]({});
  expect(await freeable()).toMatchObject({ safeObjects: 0, waitingObjects: 1 });
  await expect(async () => await handlers["freeing.free"]({})).rejects.toThrow("no key of the province");
  expect(existsSync(desk.objects.path(master))).toBe(true);

  desk.connect(credentials);
  await expect
    .poll(freeable, { timeout: 30_000 })
    .toMatchObject({ pinned: true, safeObjects: 1, safeBytes: 40_000, waitingObjects: 0 });
  expect(await handlers["freeing.free"]({})).toMatchObject({ freedObjects: 1, freedBytes: 40_000 });
  expect(existsSync(desk.objects.path(master))).toBe(false);
  expect(existsSync(desk.objects.path(rendition)), "what is read stays").toBe(true);

  // What the province serves is held against the digest: altered bytes are not taken.
  const kept = join(province.objectsFolder, master.slice(0, 2), master.slice(2));
  const altered = Buffer.from(before);
  altered[100] = (altered[100] ?? 0) ^ 1;
  rmSync(kept);
  writeFileSync(kept, altered);
  await fetchBack().catch(() => undefined);
  expect(existsSync(desk.objects.path(master))).toBe(false);
  writeFileSync(kept, before);
  await expect.poll(async () => (await fetchBack()).freedObjects, { timeout: 30_000 }).toBe(0);
  expect(readFileSync(desk.objects.path(master))).toEqual(before);
});

test("a row that the province lost, or that fell back there to an earlier state, is sent again", async () => {
  const desk = await openDesk();
  writeParents(desk);
  writeFiles(desk, 0, 300);
  await desk.until(({ equal }) => equal);
  const find = `select state::text as state, hash_high::text as high, hash_low::text as low from records
    where collection = 'files' and id = 'file-18'`;
  const stateThere = async () => String((await province.database.query(find))[0]?.["state"]);
  const [earlier] = await province.database.query(find);
  const held = desk.journal.read("files", "file-18");
  if (!earlier || !held) throw new Error("no file");
  const title = "Hồ sơ đã sửa";
  desk.journal.write("files", [editRecord(held, { title }, stampAt(Date.now()))], "screen");
  await expect.poll(stateThere, { timeout: 30_000 }).toContain(title);
  await desk.until(({ equal }) => equal);
  await province.database.query("delete from records where collection = 'files' and id = 'file-17'");
  await province.database.query(
    `update records set state = $1::text::jsonb, hash_high = $2::text::bigint, hash_low = $3::text::bigint
     where collection = 'files' and id = 'file-18'`,
    ["state", "high", "low"].map((name) => String(earlier[name])),
  );
  // Anything that is written begins a round; after each the two are compared.
  writeFiles(desk, 300, 301);
  await expect.poll(stateThere, { timeout: 30_000 }).toContain(title);
  const lost = "select count(*)::int as kept from records where collection = 'files' and id = 'file-17'";
  await expect
    .poll(async () => (await province.database.query(lost))[0]?.["kept"], { timeout: 30_000 })
    .toBe(1);
  await desk.until(({ equal }) => equal);
  expect(desk.journal.read("files", "file-18")?.title).toBe(title);
  expect(province.faults).toEqual([]);
});

test("an older copy of a desk, beyond which the province has seen, is brought up to date and loses nothing", async () => {
  const desk = await openDesk();
  writeParents(desk);
  writeFiles(desk, 0, 120);
  await desk.until(({ equal }) => equal);
  const copy = join(temporaryFolder(), "restored");
  await desk.restart(() => cpSync(desk.folder, copy, { recursive: true }));
  writeFiles(desk, 120, 200);
  const held = desk.journal.read("files", "file-3");
  if (!held) throw new Error("no file");
  const note = "sửa sau bản sao lưu";
  desk.journal.write("files", [editRecord(held, { note }, stampAt(Date.now()))], "screen");
  await desk.until(({ equal, savedRecords }) => equal && savedRecords === 202);

  const restored = await openDesk({ folder: copy, deviceId: "desk-2" });
  expect(restored.journal.count("files")).toBe(120);
  restored.journal.write("files", [sampleFile("file-of-the-copy", { scope })], "screen");
  await restored.until(({ equal, savedRecords }) => equal && savedRecords === 203);
  expect(restored.journal.read("files", "file-3")?.note).toBe(note);
  expect((await restored.journal.verify()).brokenAt).toBeUndefined();
  await desk.until(({ savedRecords }) => savedRecords === 203);
  expect(desk.journal.digest("files")).toEqual(restored.journal.digest("files"));
});
