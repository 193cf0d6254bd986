import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { DeskFault } from "#shared/contract/fault.ts";
import { writeBag } from "#shared/node/write-bag.ts";
import type { BagInfo } from "#shared/parcel/bag-info.ts";
import { machinePath, objectPath, objectsList } from "#shared/parcel/parcel-lines.ts";
import { listMachines } from "#province/access/machines.ts";
import { revokeDevice } from "#province/access/device.ts";
import { type EnrollingProvince, openEnrollingProvince } from "#tests/helpers/enrolling-province.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { openSyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const district = "52.550";
const commune = "52.550.21976";

let province: EnrollingProvince;
beforeAll(async () => {
  province = await openEnrollingProvince((close) => afterAll(close));
}, 120_000);
beforeEach(() => province.empty());

/** A desk that was once at the line to be let in and to hear of the others, and has none now. */
async function openMachine(deviceId: string, scope: string, role: Role) {
  const { credentials, sender } = await province.enrol(deviceId, scope, role, `Máy ${deviceId}`);
  const parcels = { sender: () => Promise.resolve(sender), writeLabel: () => Promise.resolve() };
  const desk = await openSyncDesk(undefined, { parcels, deviceId });
  desk.work(scope);
  const calls = desk.sync.handlers;
  return {
    ...{ desk, sender, credentials, calls },
    list: async () => await calls["parcel.list"]({}),
    /** Goes to the line until all is there, and away from it again. */
    async visitLine() {
      desk.connect(credentials);
      await desk.until(({ equal, state }) => equal && state === "idle");
      desk.connect(undefined);
      await desk.until(({ state }) => state === "off");
    },
    write: async (folder: string, all = false) =>
      (await calls["parcel.write"]({ folder, all }))[0]?.path ?? "",
    async readAnswer(path: string) {
      const { digest } = await desk.objects.put(await readFile(path));
      return await calls["parcel.readReceipt"]({ digest });
    },
    take: async (folder: string, path: string) =>
      await calls["parcel.take"]({ folder, name: path.slice(folder.length + 1) }),
  };
}

type Machine = Awaited<ReturnType<typeof openMachine>>;

async function openBoth() {
  const centre = await openMachine("centre", district, "district-checker");
  const village = await openMachine("village", commune, "commune-preparer");
  await centre.visitLine();
  await village.visitLine();
  const stick = join(temporaryFolder(), "usb stick");
  await mkdir(stick);
  return { centre, village, stick };
}

async function writeSome({ desk }: Machine, pages = 2): Promise<Digest[]> {
  const { journal } = desk;
  const scope = commune;
  journal.write("fonds", [{ ...sampleFonds("fonds-1"), scope }], "screen");
  journal.write("files", [{ ...sampleFile("file-1"), scope }], "screen");
  journal.write("items", [{ ...sampleItem("item-1"), scope }], "screen");
  const masters: Digest[] = [];
  for (let at = 0; at < pages; at += 1) {
    const masterDigest = await desk.store(50_000 + at);
    masters.push(masterDigest);
    const own = { masterDigest, masterSize: 50_000 + at, wordsDigest: "cd".repeat(32) };
    journal.write("pages", [{ ...samplePage(`page-${at}`, own), scope }], "screen");
  }
  return masters;
}

function edit({ desk }: Machine, changes: { title?: string; note?: string }): void {
  const file = desk.journal.read("files", "file-1");
  if (!file) throw new Error("no file");
  desk.journal.write("files", [editRecord(file, changes, desk.journal.stamp(desk.folder))], "screen");
}

const part = (path: string, value: Buffer) => ({
  ...{ path, compress: false },
  async *bytes() {
    yield await Promise.resolve(value);
  },
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: unknown) => (error as DeskFault).code,
  );

test("a commune's parcel is taken in at its district, whose word frees nothing, and goes on from there", async () => {
  const { centre, village, stick } = await openBoth();
  const masters = await writeSome(village);
  expect(await village.list()).toMatchObject({
    centres: ["Máy centre"],
    records: 5,
    objects: 2,
    mayTake: false,
  });
  const path = await village.write(stick);
  expect(await centre.calls["parcel.look"]({ folder: stick })).toMatchObject([
    { sequence: 1, from: "Máy village", times: 0 },
  ]);
  const taken = await centre.take(stick, path);
  expect(taken).toMatchObject({ scope: commune, accepted: 5, merged: 0, refused: 0, objects: 2, times: 1 });
  for (const digest of masters) {
    const bytes = await readFile(centre.desk.objects.path(digest));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(digest);
  }

  expect(await village.readAnswer(`${path}.huyen`)).toMatchObject({
    ...{ arrivedWith: "Máy centre", arrivedRefused: 0, answeredAt: "", confirmed: 0 },
  });
  // Arrived at the district is not sent to the province, and no reason to free anything.
  expect(await village.desk.status()).toMatchObject({ sentRecords: 0, sentObjects: 0, totalRecords: 5 });
  expect(await village.list()).toMatchObject({
    records: 0,
    objects: 0,
    atCentre: { records: 5, objects: 2 },
  });
  const again = await village.write(stick, true);
  expect((await village.list()).parcels[0]).toMatchObject({ sequence: 2, records: 5, objects: 2 });
  expect(await centre.take(stick, again)).toMatchObject({ accepted: 5, merged: 0, times: 1 });

  centre.desk.connect(centre.credentials);
  await centre.desk.until(({ equal, sentObjects }) => equal && sentObjects === 2);
  const rows = await province.database.query("select id from records where scope = $1 order by id", [
    commune,
  ]);
  expect(rows.map(({ id }) => id)).toEqual(["file-1", "fonds-1", "item-1", "page-0", "page-1"]);
  // The commune at the line again finds everything there: the province's own receipts come, nothing goes twice.
  village.desk.connect(village.credentials);
  await village.desk.until(({ equal, sentObjects }) => equal && sentObjects === 2);
  for (const name of collectionNames)
    expect(village.desk.journal.digest(name)).toEqual(centre.desk.journal.digest(name));
  expect(province.faults).toEqual([]);
});

test("read twice and out of order it does no harm, and what both wrote of a field is kept for a person", async () => {
  const { centre, village, stick } = await openBoth();
  await writeSome(village, 1);
  const first = await village.write(stick);
  edit(village, { note: "Xã ghi thêm" });
  const second = await village.write(stick);
  expect(await centre.take(stick, second)).toMatchObject({ sequence: 2, outOfOrder: false });
  const seq = centre.desk.journal.last().seq;
  expect(await centre.take(stick, first)).toMatchObject({ sequence: 1, outOfOrder: true, merged: 1 });
  expect(await centre.take(stick, second)).toMatchObject({ times: 2 });
  expect(centre.desk.journal.last().seq).toBe(seq);
  expect(centre.desk.journal.read("files", "file-1")?.note).toBe("Xã ghi thêm");
  expect(centre.desk.journal.count("conflicts")).toBe(0);

  edit(centre, { title: "Huyện sửa" });
  edit(village, { note: "Xã ghi lần ba" });
  const third = await village.write(stick);
  // Different fields: both stand, and the commune hears of the district's by the answer.
  expect(await centre.take(stick, third)).toMatchObject({ merged: 1 });
  await village.readAnswer(`${third}.huyen`);
  await village.readAnswer(`${third}.huyen`);
  expect(village.desk.journal.read("files", "file-1")).toMatchObject({
    title: "Huyện sửa",
    note: "Xã ghi lần ba",
  });
  // Who has read the district's title may change it.
  edit(village, { title: "Xã sửa lại" });
  await centre.take(stick, await village.write(stick));
  expect(centre.desk.journal.read("files", "file-1")?.title).toBe("Xã sửa lại");
  expect(centre.desk.journal.count("conflicts")).toBe(0);
  // Unknown to each other: the later stands, and both values are kept.
  edit(centre, { title: "Huyện sửa lần hai" });
  edit(village, { title: "Xã sửa lần hai" });
  await centre.take(stick, await village.write(stick));
  expect(centre.desk.journal.read("files", "file-1")?.title).toBe("Xã sửa lần hai");
  const { documents } = centre.desk.journal.pull("conflicts", null, 10);
  expect(documents).toMatchObject([
    { subject: "files", subjectId: "file-1", field: "title", standing: "open" },
  ]);
});

test("a step that is not the commune's and a record outside of its unit are not taken, the rest is", async () => {
  const { centre, village, stick } = await openBoth();
  const { journal } = village.desk;
  journal.write("batches", [{ ...sampleBatch("batch-1"), scope: commune, state: "accepted" }], "screen");
  journal.write("files", [{ ...sampleFile("file-1"), scope: commune }], "screen");
  journal.write("files", [{ ...sampleFile("file-2"), scope: "52.550.21967" }], "screen");
  const taken = await centre.take(stick, await village.write(stick));
  expect(taken).toMatchObject({ accepted: 1, merged: 1, refused: 1 });
  expect(centre.desk.journal.read("batches", "batch-1")).toMatchObject({
    state: "draft",
    refusal: "not-your-role",
  });
  expect(centre.desk.journal.read("files", "file-2")).toBeUndefined();
});

test("a record of the commune's own that would come to lie in another's file is not taken, the rest is", async () => {
  const { centre, village, stick } = await openBoth();
  const elsewhere = { ...sampleFile("file-9"), scope: "52.550.21967" };
  centre.desk.journal.write("files", [elsewhere], "screen");
  const { journal } = village.desk;
  journal.write("files", [{ ...sampleFile("file-1"), scope: commune }], "screen");
  journal.write("items", [{ ...sampleItem("item-1"), scope: commune, fileId: "file-1" }], "screen");
  journal.write("items", [{ ...sampleItem("item-2"), scope: commune, fileId: "file-9" }], "screen");
  const taken = await centre.take(stick, await village.write(stick));
  expect(taken).toMatchObject({ accepted: 2, merged: 0, refused: 1 });
  expect(centre.desk.journal.read("items", "item-1")).toBeDefined();
  expect(centre.desk.journal.read("items", "item-2")).toBeUndefined();
});

test("what a machine wrote itself must be its role's to write; what it carries for others is taken", async () => {
  const centre = await openMachine("centre", district, "district-checker");
  const approving = await openMachine("approving", commune, "approver");
  await centre.visitLine();
  await approving.visitLine();
  const stick = join(temporaryFolder(), "usb");
  await mkdir(stick);
  const { journal } = approving.desk;
  const scope = commune;
  journal.write("files", [{ ...sampleFile("file-1"), scope, deviceId: "approving" }], "screen");
  journal.write("files", [{ ...sampleFile("file-2"), scope, deviceId: "village" }], "screen");
  const taken = await centre.take(stick, await approving.write(stick));
  expect(taken).toMatchObject({ accepted: 1, refused: 1 });
  expect(centre.desk.journal.read("files", "file-1")).toBeUndefined();
  expect(centre.desk.journal.read("files", "file-2")).toBeDefined();
});

test("the wrong centre, a revoked machine, foreign, damaged and half-written parcels are told apart and do no harm", async () => {
  const { centre, village, stick } = await openBoth();
  const other = await openMachine("other", "52.540", "district-checker");
  const operator = await openMachine("operator", district, "capture-operator");
  await other.visitLine();
  await writeSome(village, 1);
  const path = await village.write(stick);
  expect(await codeOf(other.take(stick, path))).toBe("parcel-not-for-us");
  expect(await codeOf(operator.take(stick, path))).toBe("parcel-outside");
  const whole = await readFile(path);
  const spoiled = join(stick, "hỏng.mlgoi");
  for (const at of [whole.length - 20, Math.floor(whole.length / 2)]) {
    await writeFile(spoiled, whole.subarray(0, at));
    expect(await codeOf(centre.take(stick, spoiled))).toBe("parcel-damaged");
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    await writeFile(spoiled, flipped);
    expect(await codeOf(centre.take(stick, spoiled))).toBe("parcel-damaged");
  }
  await writeFile(spoiled, "Kính gửi");
  expect(await codeOf(centre.take(stick, spoiled))).toBe("parcel-not-known");
  await writeFile(join(stick, "dở.mlgoi.partial"), whole.subarray(0, 1000));
  expect(
    (await centre.calls["parcel.look"]({ folder: stick })).map(({ name, from }) => [name, from]),
  ).toEqual([
    ["hỏng.mlgoi", ""],
    [path.slice(stick.length + 1), "Máy village"],
  ]);
  await rm(spoiled);
  // Sealed for the other centre too, by hand: it opens, and is not the other's to take.
  const { keys } = village.sender;
  const info: BagInfo = {
    ...{
      kind: "parcel",
      id: "0".repeat(26),
      sequence: 9,
      at: "2026-01-01T00:00:00Z",
      from: "Xã",
      to: "Tỉnh",
    },
    ...{
      scope: commune,
      deviceId: "village",
      signer: keys.signing.publicKey,
      receiver: province.pin.sealing,
    },
    ...{ alsoFor: other.sender.keys.sealing.publicKey, records: 0, objects: 0, bytes: 0 },
  };
  const foreign = join(stick, "khác.mlgoi");
  const cards = await listMachines(province.database, province.keys, { scope: commune });
  const card = cards.find(({ machine }) => machine.deviceId === "village");
  const parts = [part(machinePath, Buffer.from(JSON.stringify(card)))];
  await writeBag({ path: foreign, info, parts, signing: keys.signing, sealing: keys.sealing });
  expect(await codeOf(other.take(stick, foreign))).toBe("parcel-outside");
  await revokeDevice(province.database, "village", Date.now());
  await centre.visitLine();
  expect(await codeOf(centre.take(stick, path))).toBe("parcel-stranger");
  expect(centre.desk.journal.last().seq).toBe(0);
  expect(other.desk.journal.last().seq).toBe(0);
  expect((await readdir(stick)).filter((name) => name.endsWith(".huyen"))).toEqual([]);
});

test("a commune that never heard of its centre learns of it by a card on the stick, signed by the province", async () => {
  const { centre, stick } = await openBoth();
  const village = await openMachine("far", "52.550.21967", "commune-preparer");
  expect(await village.list()).toMatchObject({ centres: [] });
  const { path } = await centre.calls["parcel.writeCard"]({ folder: stick });
  const text = await readFile(path, "utf8");
  expect(
    await codeOf(Promise.resolve(village.calls["parcel.readCard"]({ text: text.replace("Máy", "May") }))),
  ).toBe("card-not-known");
  expect(await village.calls["parcel.readCard"]({ text })).toEqual({ name: "Máy centre" });
  village.desk.journal.write("files", [{ ...sampleFile("file-9"), scope: "52.550.21967" }], "screen");
  const parcel = await village.write(stick);
  // The centre was not at the line since: it does not know the new machine yet, and then does.
  expect(await codeOf(centre.take(stick, parcel))).toBe("parcel-stranger");
  await centre.visitLine();
  expect(await centre.take(stick, parcel)).toMatchObject({ accepted: 1 });
});

test("an object that is not the bytes of its name is not taken, and the bytes that were here stay", async () => {
  const { centre, village, stick } = await openBoth();
  const bytes = Buffer.alloc(3000, 7);
  const { digest } = await centre.desk.objects.put(bytes);
  const { keys } = village.sender;
  const told = "ab".repeat(32);
  const info: BagInfo = {
    ...{
      kind: "parcel",
      id: "1".repeat(26),
      sequence: 1,
      at: "2026-01-01T00:00:00Z",
      from: "Xã",
      to: "Tỉnh",
    },
    ...{
      scope: commune,
      deviceId: "village",
      signer: keys.signing.publicKey,
      receiver: province.pin.sealing,
    },
    ...{ alsoFor: centre.sender.keys.sealing.publicKey, records: 0, objects: 1, bytes: 3000 },
  };
  const line = Buffer.from(`${JSON.stringify({ digest: told, size: 3000, mediaType: "image/jpeg" })}\n`);
  const path = join(stick, "sai.mlgoi");
  const parts = [part(objectsList, line), part(objectPath(told), bytes)];
  await writeBag({ path, info, parts, signing: keys.signing, sealing: keys.sealing });
  expect(await centre.take(stick, path)).toMatchObject({ objects: 0 });
  expect(await readFile(centre.desk.objects.path(digest))).toEqual(bytes);
});
