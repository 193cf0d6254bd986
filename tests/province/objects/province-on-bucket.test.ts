import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { startBucket, type BucketServer } from "#tests/helpers/bucket-server.ts";
import { killProvince } from "#tests/helpers/kill-province.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { upload } from "#tests/province/upload.ts";
import { makeFile, makeItem, phuocLoc, tuyPhuoc } from "#tests/province/world.ts";

const token = "token-of-the-desk-0123456789";
const enrolments = [{ token, scope: tuyPhuoc, role: "district-checker", deviceId: "desk" }];
const headers = { authorization: `Bearer ${token}` };
let folder = "";
let bucket: BucketServer;
let said = "";

beforeEach(async () => {
  folder = temporaryFolder();
  bucket = await startBucket();
  onTestFinished(() => bucket.stop());
  said = "";
});

function environment() {
  const own = { MUCLUC_PROVINCE_DATA: folder, MUCLUC_PROVINCE_PORT: "0", DATABASE_URL: "" };
  return {
    ...process.env,
    ...bucket.environment,
    ...own,
    MUCLUC_PROVINCE_ENROL: JSON.stringify(enrolments),
  };
}

async function begin(): Promise<{ child: ChildProcess; address: string }> {
  const child = fork("province/main.ts", { env: environment(), silent: true });
  onTestFinished(() => void child.kill("SIGKILL"));
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.on("message", (message: { listening?: string }) => {
      if (message.listening !== undefined) resolve(message.listening);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  return { child, address };
}

function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function push(address: string, collection: string, record: object): Promise<void> {
  const body = JSON.stringify({ rows: [{ newDocumentState: record }] });
  const type = { "content-type": "application/json" };
  const url = `${address}/replication/${collection}/push`;
  expect((await fetch(url, { method: "POST", headers: { ...headers, ...type }, body })).status).toBe(200);
}

test("objects go to the bucket before their receipt, are read from it in part and whole, and leave the disk", async () => {
  const { address } = await begin();
  const bytes = randomBytes(700_000);
  const digest = digestOf(bytes);
  let receiptWhilePut = 0;
  bucket.instead((request) => {
    if (request.method === "PUT")
      void fetch(`${address}/receipts/${digest}`, { headers }).then(
        ({ status }) => (receiptWhilePut = status),
      );
    return false;
  });
  await upload(address, token, bytes, digest);
  bucket.instead(undefined);
  expect(bucket.kept(digest)?.equals(bytes)).toBe(true);
  expect(receiptWhilePut).toBe(404);
  expect((await fetch(`${address}/receipts/${digest}`, { headers })).status).toBe(200);
  const left = ["uploads", "incoming"].flatMap((name) => readdirSync(join(folder, "objects", name)));
  expect(left).toEqual([]);
  await push(address, "files", makeFile("file", phuocLoc));
  await push(address, "items", makeItem("item", phuocLoc, { renditionDigest: digest }));
  const get = (range?: string) =>
    fetch(`${address}/object/${digest}`, { headers: { ...headers, ...(range ? { range } : {}) } });
  expect(Buffer.from(await (await get()).arrayBuffer()).equals(bytes)).toBe(true);
  const part = await get("bytes=1000-1999");
  expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 1000-1999/700000"]);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(1000, 2000))).toBe(true);
  expect((await get("bytes=700000-")).status).toBe(416);
  bucket.objects.clear();
  // A receipt says that the bytes are here now.
  expect((await fetch(`${address}/receipts/${digest}`, { headers })).status).toBe(404);
  expect((await get()).status).toBe(404);
});

test("a store that is away refuses uploads without losing them, and shows no key in what is logged", async () => {
  const { address } = await begin();
  const bytes = randomBytes(100_000);
  bucket.instead((_request, response) => {
    response.writeHead(403).end(`<Error><Code>AccessDenied</Code><Message>${bucket.place.key.accessKeyId}`);
    return true;
  });
  await expect(upload(address, token, bytes, digestOf(bytes))).rejects.toThrow();
  expect(said).toContain("the store of objects refuses");
  for (const secret of [bucket.place.key.accessKeyId, bucket.place.key.secretAccessKey])
    expect(said).not.toContain(secret);
  bucket.instead(undefined);
  const [id = ""] = readdirSync(join(folder, "objects", "uploads")).filter((name) => !name.endsWith(".json"));
  const asked = { ...headers, "tus-resumable": "1.0.0" };
  expect((await fetch(`${address}/objects/${id}`, { method: "HEAD", headers: asked })).status).toBe(200);
  expect(bucket.kept(digestOf(bytes))?.equals(bytes)).toBe(true);
});

test("killed between the put and the receipt, it gives the receipt when it is asked again", async () => {
  const first = await begin();
  const bytes = randomBytes(300_000);
  const digest = digestOf(bytes);
  const ended = once(first.child, "exit");
  let put = false;
  bucket.instead((request) => {
    if (request.method === "PUT") put = true;
    else if (put) first.child.kill("SIGKILL");
    return false;
  });
  await expect(upload(first.address, token, bytes, digest)).rejects.toThrow();
  await ended;
  bucket.instead(undefined);
  expect(bucket.kept(digest)?.equals(bytes)).toBe(true);
  const second = await begin();
  expect((await fetch(`${second.address}/receipts/${digest}`, { headers })).status).toBe(404);
  const [id = ""] = readdirSync(join(folder, "objects", "uploads")).filter((name) => !name.endsWith(".json"));
  const asked = { ...headers, "tus-resumable": "1.0.0" };
  const head = await fetch(`${second.address}/objects/${id}`, { method: "HEAD", headers: asked });
  expect(head.headers.get("upload-offset")).toBe("300000");
  expect((await fetch(`${second.address}/receipts/${digest}`, { headers })).status).toBe(200);
  expect(bucket.asked.filter((line) => line.startsWith("PUT"))).toHaveLength(1);
});

const programs = await findPostgres();

test.skipIf(programs === undefined)(
  "killed at random moments it has every object that it acknowledged",
  async () => {
    const postgres = await startPostgres(programs ?? "");
    onTestFinished(() => postgres.stop());
    const databaseUrl = postgres.address;
    const killed = await killProvince({ folder, databaseUrl, kills: 3, chance: seeded(7), bucket });
    expect(killed.lost).toEqual([]);
    expect(killed.objects).toBeGreaterThan(0);
  },
  300_000,
);

test("a bucket that refuses is no store of objects: the province says that it is not ready, and of what", async () => {
  const { address } = await begin();
  const look = async () => {
    const answer = await fetch(`${address}/health`);
    return [answer.status, ((await answer.json()) as { checks: { objects: boolean } }).checks.objects];
  };
  expect(await look()).toEqual([200, true]);
  bucket.instead((_request, response) => {
    response.writeHead(403).end();
    return true;
  });
  await expect.poll(look, { timeout: 30_000, interval: 1100 }).toEqual([503, false]);
  bucket.instead(() => false);
  await expect.poll(look, { timeout: 30_000, interval: 1100 }).toEqual([200, true]);
});
