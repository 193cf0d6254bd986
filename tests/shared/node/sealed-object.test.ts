import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore, type Sealing } from "#shared/node/object-store.ts";
import { sealedWriter } from "#shared/node/sealed-object.ts";
import { openFixity } from "#electron/keeping/fixity.ts";
import { healObject } from "#electron/keeping/heal.ts";
import { openKeepingDatabase } from "#electron/keeping/keeping-database.ts";
import { flipBit } from "#tests/flows/keeping-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const head = 88;
const chunkOnDisk = 64 * 1024 + 16;
const watch = { signal: new AbortController().signal, progress: () => undefined };

async function openSealed(size = 300_000) {
  const folder = temporaryFolder();
  const sealing: Sealing = { wanted: true, key: randomBytes(32) };
  const objects = await openObjectStore(folder, { sealing: () => sealing });
  const bytes = Buffer.concat([Buffer.from("Ủy ban nhân dân"), randomBytes(size)]);
  const { digest } = await objects.put(bytes);
  return { folder, sealing, objects, bytes, digest, path: objects.path(digest) };
}

it("shows nothing of an object on the disk, and two files of the same bytes have nothing in common", async () => {
  const [one, other] = [await openSealed(), await openSealed()];
  expect(readFileSync(one.path).includes("Ủy ban")).toBe(false);
  await other.objects.put(one.bytes);
  const [first, second] = [readFileSync(one.path), readFileSync(other.objects.path(one.digest))];
  expect(first.length).toBe(second.length);
  expect(first.subarray(head, head + 64).equals(second.subarray(head, head + 64))).toBe(false);
});

it("keeps none of the memory it sealed and opened in, and gives every byte of every range", async () => {
  const { objects, digest, bytes } = await openSealed(24 * 1024 * 1024);
  const memory = () => process.memoryUsage().arrayBuffers;
  const before = memory();
  await objects.destroy(digest);
  await objects.put(bytes);
  expect(memory() - before).toBeLessThan(bytes.length / 2);
  for (const [start, end] of [
    [0, bytes.length - 1],
    [0, 0],
    [65_535, 65_536],
    [1_048_575, 3_000_000],
    [bytes.length - 70_000, bytes.length - 1],
  ] as const)
    expect((await objects.bytes(digest, { start, end })).equals(bytes.subarray(start, end + 1))).toBe(true);
});

it("says so where the disk did not take a piece that was written meanwhile", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "object");
  writeFileSync(path, "");
  const handle = await open(path, "r+");
  onTestFinished(() => handle.close());
  const full = () => Promise.reject(new Error("ENOSPC"));
  const disk = new Proxy(handle, {
    get: (file, name) => (name === "writev" ? full : (Reflect.get(file, name) as () => unknown).bind(file)),
  });
  for (const size of [1000, 1024 * 1024]) {
    const writer = sealedWriter(disk, randomBytes(32));
    await writer.write(randomBytes(size));
    await expect(writer.finish("a".repeat(64) as Digest)).rejects.toThrow("ENOSPC");
  }
  const longer = sealedWriter(disk, randomBytes(32));
  await expect(longer.write(randomBytes(3 * 1024 * 1024))).rejects.toThrow("ENOSPC");
});

it("finds a flipped bit wherever it is, and still gives what lies in other chunks", async () => {
  const { objects, path, digest, bytes } = await openSealed();
  const whole = readFileSync(path);
  for (const at of [
    9,
    20,
    50,
    60,
    head,
    head + 40_000,
    head + chunkOnDisk - 1,
    head + 2 * chunkOnDisk + 5,
    whole.length - 1,
  ]) {
    writeFileSync(path, whole);
    flipBit(path, at);
    const kind = at === 9 ? "wrong-key" : "damaged";
    await expect(objects.bytes(digest), `bit at ${at}`).rejects.toMatchObject({ kind });
  }
  writeFileSync(path, whole);
  flipBit(path, head + 2 * chunkOnDisk + 5);
  expect((await objects.bytes(digest, { start: 0, end: 9 })).equals(bytes.subarray(0, 10))).toBe(true);
  await expect(objects.bytes(digest, { start: 140_000, end: 140_009 })).rejects.toMatchObject({
    kind: "damaged",
  });
});

it("finds a file that was cut off, also between two chunks, and one that has more", async () => {
  const { objects, path, digest } = await openSealed();
  const whole = readFileSync(path);
  for (const length of [
    0,
    50,
    head,
    head + 10,
    head + chunkOnDisk,
    head + 3 * chunkOnDisk,
    whole.length - 1,
  ]) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    await expect(objects.bytes(digest), `cut at ${length}`).rejects.toMatchObject({ kind: "cut-short" });
    await expect(objects.bytes(digest, { start: 0, end: 0 })).rejects.toMatchObject({ kind: "cut-short" });
  }
  writeFileSync(path, Buffer.concat([whole, Buffer.alloc(1)]));
  await expect(objects.bytes(digest)).rejects.toMatchObject({ kind: "damaged" });
});

it("takes no chunk for another, and no file for another's", async () => {
  const { objects, path, digest, folder } = await openSealed();
  const whole = readFileSync(path);
  const moved = Buffer.from(whole);
  whole.copy(moved, head, head + chunkOnDisk, head + 2 * chunkOnDisk);
  whole.copy(moved, head + chunkOnDisk, head, head + chunkOnDisk);
  writeFileSync(path, moved);
  await expect(objects.bytes(digest)).rejects.toMatchObject({ kind: "damaged" });
  writeFileSync(path, whole);
  const another = await objects.put(randomBytes(300_015));
  copyFileSync(path, objects.path(another.digest));
  await expect(objects.bytes(another.digest)).rejects.toMatchObject({ kind: "damaged" });
  const { digest: uploaded } = await (await openObjectStore(folder, { sweep: false })).put(whole);
  expect((await objects.bytes(uploaded)).equals(whole)).toBe(true);
});

it("gives nothing without its key or by another, and stores nothing plain while it is locked", async () => {
  const { objects, digest, sealing, folder } = await openSealed();
  const { key } = sealing;
  sealing.key = randomBytes(32);
  await expect(objects.bytes(digest)).rejects.toMatchObject({ kind: "wrong-key" });
  sealing.key = undefined;
  await expect(objects.bytes(digest)).rejects.toMatchObject({ kind: "locked" });
  await expect(objects.put(Buffer.from("new"))).rejects.toMatchObject({ kind: "locked" });
  await expect(objects.opened(digest, () => Promise.resolve())).rejects.toMatchObject({ kind: "locked" });
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  sealing.key = key;
  expect((await objects.bytes(digest)).length).toBe(await objects.size(digest));
});

it("seals what lies plain only where it is whole, and removes the plain file only after", async () => {
  const folder = temporaryFolder();
  const sealing: Sealing = { wanted: false, key: randomBytes(32) };
  const objects = await openObjectStore(folder, { sealing: () => sealing });
  const one = await objects.put(randomBytes(200_000));
  const other = await objects.put(randomBytes(200_000));
  flipBit(objects.path(other.digest));
  expect(await objects.seal(one.digest)).toBe("sealed");
  expect(await objects.seal(one.digest)).toBe("sealed");
  expect(objects.path(one.digest)).toMatch(/\.sealed$/u);
  expect(await objects.seal(other.digest)).toBe("damaged");
  expect(readdirSync(dirname(objects.path(other.digest)))).toContain(other.digest.slice(2));
  expect(await objects.seal("0".repeat(64) as Digest)).toBe("missing");
  await objects.opened(one.digest, async () => {
    expect(await objects.seal(one.digest)).toBe("in-use");
  });
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
});

it("goes on where a kill left both files, and sweeps what it left half-written or opened", async () => {
  const { folder, sealing, objects, bytes, digest, path } = await openSealed();
  writeFileSync(path.replace(/\.sealed$/u, ""), bytes);
  writeFileSync(join(folder, "incoming", "opened"), bytes);
  const again = await openObjectStore(folder, { sealing: () => sealing });
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  expect((await again.bytes(digest)).equals(bytes)).toBe(true);
  expect(await again.seal(digest)).toBe("sealed");
  expect(readdirSync(dirname(path))).toEqual([`${digest.slice(2)}.sealed`]);
  expect((await objects.bytes(digest)).equals(bytes)).toBe(true);
});

it("is checked and healed as plain objects are; a check without the key says nothing of them", async () => {
  const desk = temporaryFolder();
  const folder = join(desk, "objects");
  const sealing: Sealing = { wanted: true, key: randomBytes(32) };
  const objects = await openObjectStore(folder, { sealing: () => sealing });
  const put = (at: number) => objects.put(Buffer.alloc(100_000 + at, at));
  const [good, flipped, cut] = [await put(1), await put(2), await put(3)];
  const database = openKeepingDatabase(desk);
  onTestFinished(() => database.close());
  const fixity = openFixity(database, objects, folder, Date.now);
  expect(await fixity.checkAll(watch)).toEqual([]);
  flipBit(objects.path(flipped.digest));
  truncateSync(objects.path(cut.digest), statSync(objects.path(cut.digest)).size - 5);
  const { key } = sealing;
  sealing.key = undefined;
  await expect(fixity.checkAll(watch)).rejects.toMatchObject({ kind: "locked" });
  expect(fixity.wrong()).toEqual([]);
  sealing.key = key;
  expect(new Set(await fixity.checkAll(watch))).toEqual(new Set([flipped.digest, cut.digest]));
  for (const { digest, state } of fixity.wrong()) {
    const plain = digest === flipped.digest ? Buffer.alloc(100_002, 2) : Buffer.alloc(100_003, 3);
    const parts = { folder: desk, objects, sets: () => Promise.resolve([]) };
    const atProvince = () => Promise.resolve(new Response(plain));
    expect(await healObject({ ...parts, atProvince }, digest, state)).toBe("province");
    fixity.healed(digest);
  }
  expect(await fixity.checkAll(watch)).toEqual([]);
  for (const { digest } of [good, flipped, cut]) expect(objects.path(digest)).toMatch(/\.sealed$/u);
  expect(readdirSync(join(desk, "damaged-objects"))).toHaveLength(2);
  expect(existsSync(join(folder, "incoming"))).toBe(true);
});
