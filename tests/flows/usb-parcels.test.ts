import { createHash, randomBytes } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { DeskFault } from "#shared/contract/fault.ts";
import type { BagFault } from "#shared/node/bag-fault.ts";
import { makeSealingKeys, makeSigningKeys } from "#shared/node/keys.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { labelWriter } from "#electron/parcel/write-label.ts";
import type { ParcelSender } from "#electron/parcel/parcel-handlers.ts";
import { enrolDevice, revokeDevice } from "#province/access/device.ts";
import { openProvinceKeys, publicKeysOf } from "#province/access/keys.ts";
import { readParcel } from "#province/parcel/read-parcel.ts";
import { hangBell } from "#shared/replication/bell.ts";
import { wordIndexer } from "#province/store/index-words.ts";
import { migrate } from "#province/store/migrations.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { sampleFile, sampleFonds, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { openSyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const scope = "52.550";

/** A province without any line, on PGlite: it reads what is carried to it. */
async function openProvince() {
  const folder = temporaryFolder();
  const database = await openPglite();
  onTestFinished(() => database.close());
  await migrate(database, Date.now);
  const objects = await openObjectStore(join(folder, "objects"));
  const keys = await openProvinceKeys(folder);
  const faults: unknown[] = [];
  const indexWords = wordIndexer(database, objects, (fault) => faults.push(fault));
  const parts = { database, objects, keys, indexWords, bell: hangBell(), now: Date.now, name: "Tỉnh" };
  const work = join(folder, "parcels");
  return {
    ...{ database, objects, keys, faults, work },
    read: (path: string) => readParcel(parts, { path, folder: work, receiptPath: `${path}.receipt` }),
    records: async () =>
      Number((await database.query("select count(*)::bigint as n from records"))[0]?.["n"] ?? 0),
    audit: async () =>
      Number((await database.query("select count(*)::bigint as n from audit"))[0]?.["n"] ?? 0),
  };
}

type Province = Awaited<ReturnType<typeof openProvince>>;

/** A desk that never sees a line, enrolled with the province by its keys. */
async function openDesk(province: Province, deviceId = "desk-1", own = scope, mostBytes = 1e9) {
  const keys = { signing: makeSigningKeys(), sealing: makeSealingKeys() };
  const device = { token: `token-of-${deviceId}-0123456789`, scope: own, role: "district-checker" as const };
  const publicKeys = { signing: keys.signing.publicKey, sealing: keys.sealing.publicKey };
  await enrolDevice(province.database, { ...device, deviceId }, Date.now(), publicKeys);
  const pin = publicKeysOf(province.keys);
  const sender: ParcelSender = {
    keys,
    pin,
    from: "Trung tâm",
    to: "Tỉnh",
    scope: own,
    role: "district-checker",
    deviceId,
  };
  const writeLabel = labelWriter("resources");
  const desk = await openSyncDesk(undefined, {
    parcels: { sender: () => Promise.resolve(sender), writeLabel, mostBytes },
  });
  const stick = join(desk.folder, "usb stick");
  await mkdir(stick);
  const calls = desk.sync.handlers;
  return {
    ...{ desk, stick, sender },
    list: async () => await calls["parcel.list"]({}),
    write: async () => (await calls["parcel.write"]({ folder: stick })).map(({ path }) => path).join(),
    writeAll: async () => await calls["parcel.write"]({ folder: stick }),
    async readReceipt(path: string) {
      const { digest } = await desk.objects.put(await readFile(path));
      const answer = await calls["parcel.readReceipt"]({ digest });
      expect(await desk.objects.size(digest)).toBeUndefined();
      return answer;
    },
  };
}

async function writeSome(one: Awaited<ReturnType<typeof openDesk>>, pages = 3) {
  const { journal } = one.desk;
  journal.write("fonds", [{ ...sampleFonds("fonds-1"), scope }], "screen");
  journal.write("files", [{ ...sampleFile("file-1"), scope }], "screen");
  journal.write("items", [{ ...sampleItem("item-1"), scope }], "screen");
  const masters: string[] = [];
  for (let at = 0; at < pages; at += 1) {
    const masterDigest = await one.desk.store(90_000 + at);
    masters.push(masterDigest);
    const own = { masterDigest, masterSize: 90_000 + at, wordsDigest: "cd".repeat(32) };
    journal.write("pages", [{ ...samplePage(`page-${at}`, own), scope }], "screen");
  }
  return masters;
}

const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: unknown) => (error as BagFault).kind,
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: unknown) => (error as DeskFault).code,
  );

test("what is too large for one parcel goes in several, which arrive in any order", async () => {
  const province = await openProvince();
  const one = await openDesk(province, "desk-1", scope, 200_000);
  const masters = await writeSome(one);
  const parcels = await one.writeAll();
  expect(parcels.map(({ sequence, records, objects }) => [sequence, records, objects])).toEqual([
    [1, 6, 2],
    [2, 0, 1],
  ]);
  for (const { path } of [...parcels].reverse()) {
    await province.read(path);
    await one.readReceipt(`${path}.receipt`);
  }
  expect(province.faults).toEqual([]);
  expect(await one.desk.status()).toMatchObject({ sentRecords: 6, sentObjects: masters.length });
  expect(await one.list()).toMatchObject({ records: 0, objects: 0 });
});

test("what waits goes by stick, and the receipt makes it sent, with the province's signed word for each object", async () => {
  const province = await openProvince();
  const one = await openDesk(province);
  const masters = await writeSome(one);
  expect(await one.list()).toMatchObject({ enrolled: true, records: 6, objects: 3, parcels: [] });
  const path = await one.write();
  expect((await readdir(one.stick)).sort()).toEqual(
    [path, `${path}.nhan.pdf`].map((name) => name.slice(one.stick.length + 1)),
  );
  // Written is not sent.
  expect(await one.desk.status()).toMatchObject({ sentRecords: 0, sentObjects: 0 });
  const sealed = await readFile(path);
  expect(sealed.includes(Buffer.from("file-1"))).toBe(false);
  expect(await province.read(path)).toMatchObject({
    accepted: 6,
    merged: 0,
    refused: 0,
    objects: 3,
    readBefore: 0,
  });
  expect(await province.records()).toBe(6);
  for (const digest of masters) expect(await province.objects.size(digest as never)).toBeDefined();
  expect(await one.readReceipt(`${path}.receipt`)).toMatchObject({ sequence: 1, accepted: 6, confirmed: 3 });
  expect(await one.desk.status()).toMatchObject({
    sentRecords: 6,
    totalRecords: 6,
    sentObjects: 3,
    totalObjects: 3,
  });
  expect(await one.list()).toMatchObject({ records: 0, objects: 0, parcels: [{ sequence: 1, accepted: 6 }] });
  expect(await readdir(province.work)).toEqual([]);
  expect(province.faults).toEqual([]);
});

test("read twice, out of order, or after further edits, a parcel and its receipt do no harm", async () => {
  const province = await openProvince();
  const one = await openDesk(province);
  const { journal } = one.desk;
  await writeSome(one, 1);
  const first = await one.write();
  const file = journal.read("files", "file-1");
  if (!file) throw new Error("no file");
  journal.write("files", [editRecord(file, { title: "Tên sửa sau" }, journal.stamp("A"))], "screen");
  const second = await one.write();
  expect(await province.read(second)).toMatchObject({ sequence: 2, outOfOrder: false });
  const entries = await province.audit();
  // The older state comes after the newer one: merged, nothing goes back.
  expect(await province.read(first)).toMatchObject({ sequence: 1, outOfOrder: true, merged: 1 });
  expect(await province.read(second)).toMatchObject({ readBefore: 1 });
  expect(await province.audit()).toBe(entries);
  const [row] = await province.database.query(
    "select state->>'title' as title from records where id = 'file-1'",
  );
  expect(row?.["title"]).toBe("Tên sửa sau");
  await one.readReceipt(`${first}.receipt`);
  await one.readReceipt(`${second}.receipt`);
  await one.readReceipt(`${second}.receipt`);
  expect(journal.read("files", "file-1")?.title).toBe("Tên sửa sau");
  expect(await one.desk.status()).toMatchObject({ sentRecords: 4, totalRecords: 4 });
});

test("rows outside the sender's scope are refused in the receipt, and the others are taken", async () => {
  const province = await openProvince();
  const one = await openDesk(province, "desk-1", "52.550.21976");
  one.desk.journal.write("fonds", [{ ...sampleFonds("fonds-1"), scope: "52.550.21976" }], "screen");
  one.desk.journal.write("files", [{ ...sampleFile("file-1"), scope: "52.540" }], "screen");
  const path = await one.write();
  expect(await province.read(path)).toMatchObject({ accepted: 1, refused: 1 });
  await one.readReceipt(`${path}.receipt`);
  expect(await one.desk.status()).toMatchObject({ refusedRecords: 1, sentRecords: 1 });
});

test("the wrong province, a revoked machine, another desk and foreign files are told apart, and nothing is taken", async () => {
  const province = await openProvince();
  const other = await openProvince();
  const one = await openDesk(province);
  await writeSome(one, 1);
  const path = await one.write();
  expect(await kindOf(other.read(path))).toBe("not-for-us");
  const text = join(one.stick, "thư.txt");
  await writeFile(text, "Kính gửi");
  expect(await kindOf(province.read(text))).toBe("not-an-envelope");
  await province.read(path);
  const two = await openDesk(province, "desk-2");
  expect(await codeOf(two.readReceipt(`${path}.receipt`))).toBe("parcel-not-ours");
  expect(await codeOf(one.readReceipt(path))).toBe("parcel-not-known");
  expect(await codeOf(one.readReceipt(text))).toBe("parcel-not-known");
  await revokeDevice(province.database, "desk-1", Date.now());
  await province.database.query("truncate records");
  expect(await kindOf(province.read(path))).toBe("stranger");
  expect(await province.records()).toBe(0);
  expect(await readdir(province.work)).toEqual([]);
});

test("three hundred cuts and flips of a parcel and its receipt are each found before anything is taken", async () => {
  const seed = Number(process.env["SEED"] ?? 20261128);
  console.info(`seed ${seed}`);
  const chance = seeded(seed);
  const province = await openProvince();
  const one = await openDesk(province);
  await writeSome(one, 2);
  const path = await one.write();
  const whole = await readFile(path);
  const spoil = (bytes: Buffer) => {
    const at = chance(3) === 0 ? chance(600) : chance(bytes.length);
    if (chance(2) === 0) return bytes.subarray(0, at);
    const spoiled = Buffer.from(bytes);
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << chance(8));
    return spoiled;
  };
  const spoiled = join(one.stick, "hỏng.mlgoi");
  const kinds = new Set<string>();
  for (let round = 0; round < 200; round += 1) {
    await writeFile(spoiled, spoil(whole));
    kinds.add(await kindOf(province.read(spoiled)));
  }
  expect(kinds.has("taken")).toBe(false);
  expect([...kinds].sort()).toEqual(["cut-short", "damaged", "not-an-envelope", "not-for-us"]);
  expect(await province.records()).toBe(0);
  expect(await readdir(one.stick)).not.toContain("hỏng.mlgoi.receipt");
  await province.read(path);
  const receipt = await readFile(`${path}.receipt`);
  const codes = new Set<string>();
  for (let round = 0; round < 100; round += 1) {
    await writeFile(spoiled, spoil(receipt));
    codes.add(await codeOf(one.readReceipt(spoiled)));
  }
  expect(codes.has("parcel-damaged")).toBe(true);
  for (const code of codes) expect(code).toMatch(/^parcel-(damaged|not-known|not-ours)$/);
  expect(await one.desk.status()).toMatchObject({ sentRecords: 0 });
  await copyFile(`${path}.receipt`, spoiled);
  expect((await one.readReceipt(spoiled)).accepted).toBe(5);
});

test("a folder that is not there is said so, and a parcel that cannot be written leaves nothing behind", async () => {
  const province = await openProvince();
  const one = await openDesk(province);
  await writeSome(one, 1);
  const { handlers } = one.desk.sync;
  const folder = join(one.stick, "không có");
  expect(await codeOf(Promise.resolve(handlers["parcel.write"]({ folder })))).toBe("folder-missing");
  expect(await codeOf(Promise.resolve(handlers["parcel.write"]({ folder: "usb" })))).toBe("folder-missing");
  expect(await one.list()).toMatchObject({ parcels: [], writing: false });
  expect(await readdir(one.stick)).toEqual([]);
});

test("large objects go through as a stream", async () => {
  const province = await openProvince();
  const one = await openDesk(province);
  const piece = randomBytes(1024 * 1024);
  const megabytes = Number(process.env["PARCEL_MB"] ?? 48);
  async function* much() {
    for (let at = 0; at < megabytes; at += 1) yield await Promise.resolve(piece);
  }
  const { digest, size } = await one.desk.objects.put(much());
  await writeSome(one, 0);
  const own = { masterDigest: digest, masterSize: size, wordsDigest: "cd".repeat(32) };
  one.desk.journal.write("pages", [{ ...samplePage("page-1", own), scope }], "screen");
  globalThis.gc?.();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const path = await one.write();
  const wrote = performance.now();
  await province.read(path);
  clearInterval(watch);
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.info(
    `parcel of ${megabytes} MB: written and read again in ${seconds(began, wrote)} s, read at the province in ` +
      `${seconds(wrote, performance.now())} s; memory grew by ${Math.round((most - before) / 1e6)} MB`,
  );
  expect(await province.objects.size(digest)).toBe(size);
  const stored = createHash("sha256");
  for await (const chunk of province.objects.read(digest)) stored.update(chunk as Uint8Array);
  expect(stored.digest("hex")).toBe(digest);
});
