import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { inspect } from "node:util";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { openBucketObjects } from "#province/objects/bucket-objects.ts";
import { readBucketPlace } from "#province/objects/bucket-place.ts";
import { ObjectsFault, type ProvinceObjects } from "#province/objects/province-objects.ts";
import { readSettings } from "#province/settings.ts";
import { type BucketServer, startBucket } from "#tests/helpers/bucket-server.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const patience = { idleMs: 300, pauses: [5, 5, 5] };
let server: BucketServer;
let spool = "";
let objects: ProvinceObjects;
const bytes = randomBytes(300_000);
/** Everything that could reach a log: faults with their stacks and properties. */
let said: string[] = [];

beforeEach(async () => {
  server = await startBucket();
  onTestFinished(() => server.stop());
  spool = temporaryFolder();
  objects = await openBucketObjects(server.place, spool, { patience });
  server.asked.length = 0;
  said = [];
});

async function faultOf(work: Promise<unknown>): Promise<ObjectsFault> {
  const fault = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof ObjectsFault)) throw new Error(`no fault of objects: ${inspect(fault)}`);
  said.push(inspect(fault, { depth: 9, showHidden: true }), JSON.stringify(fault), String(fault.stack));
  const { accessKeyId, secretAccessKey } = server.place.key;
  for (const text of said) {
    expect(text).not.toContain(accessKeyId);
    expect(text).not.toContain(secretAccessKey);
    expect(text).not.toMatch(/Signature=|Authorization/i);
  }
  return fault;
}

async function* stream() {
  yield await Promise.resolve(bytes);
}

test("what fails in passing is put again, from its beginning, until it is there", async () => {
  const faults = [500, 503, "cut", "silent", 429, 408] as const;
  let puts = 0;
  for (const fault of faults) {
    server.instead((request, response) => {
      if (request.method !== "PUT" || puts++ % 2 === 1) return false;
      if (fault === "cut") request.once("data", () => request.destroy());
      else if (fault !== "silent") response.writeHead(fault).end("<Error><Code>SlowDown</Code></Error>");
      return true;
    });
    server.objects.clear();
    const { digest } = await objects.put(stream());
    expect(server.kept(digest)?.equals(bytes)).toBe(true);
  }
  expect(puts).toBe(2 * faults.length);
});

test("bytes that were altered on their way are sent again, those that stay altered are told of and not believed", async () => {
  server.instead((request, response) => {
    if (request.method !== "PUT") return false;
    request.resume().on("end", () => response.writeHead(400).end("<Error><Code>BadDigest</Code></Error>"));
    return true;
  });
  const fault = await faultOf(objects.put(bytes));
  expect(fault).toMatchObject({ kind: "away", message: expect.stringContaining("BadDigest") as unknown });
  expect(server.asked.filter((line) => line.startsWith("PUT"))).toHaveLength(4);
  expect(readdirSync(spool)).toEqual([]);
});

test("a store that says yes and keeps other bytes is found out before it is believed", async () => {
  for (const counts of [true, false]) {
    const lying = await startBucket({ counts });
    onTestFinished(() => lying.stop());
    const there = await openBucketObjects(lying.place, spool, { patience });
    // Answers that it has them, and loses or alters them.
    lying.instead((request, response) => {
      if (request.method !== "PUT") return false;
      const name = decodeURIComponent((request.url ?? "").split("/").slice(2).join("/"));
      const altered = Buffer.from(bytes);
      altered[1000] = (altered[1000] ?? 0) ^ 1;
      lying.objects.set(name, { bytes: altered, checksum: counts ? "YWx0ZXJlZA==" : undefined });
      request.resume().on("end", () => response.writeHead(200).end());
      return true;
    });
    const fault = await faultOf(there.put(bytes));
    expect(fault).toMatchObject({ kind: "changed" });
    lying.instead((request, response) => {
      if (request.method !== "PUT") return false;
      lying.objects.clear();
      request.resume().on("end", () => response.writeHead(200).end());
      return true;
    });
    expect(await faultOf(there.put(bytes))).toMatchObject({ kind: "changed" });
    // Once it does as it says, what lies there altered is put anew.
    lying.instead(undefined);
    const { digest } = await there.put(bytes);
    expect(lying.kept(digest)?.equals(bytes)).toBe(true);
  }
});

test("an object that is missing, or has other bytes, is named", async () => {
  const { digest } = await objects.put(bytes);
  const name = `tinh/52/${digest.slice(0, 2)}/${digest.slice(2)}`;
  server.objects.set(name, { bytes: Buffer.alloc(bytes.length), checksum: undefined });
  expect(await faultOf(objects.bytes(digest))).toMatchObject({ kind: "changed", digest });
  server.objects.delete(name);
  const fault = await faultOf(objects.bytes(digest));
  expect(fault).toMatchObject({ kind: "missing", digest });
  expect(fault.message).toContain(digest);
});

test("a reading that breaks off goes on where it was", async () => {
  const { digest } = await objects.put(bytes);
  let breaks = 3;
  server.instead((request, response) => {
    if (request.method !== "GET" || breaks-- <= 0) return false;
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
    response.writeHead(from === 0 ? 200 : 206, { "content-length": bytes.length - from });
    response.write(bytes.subarray(from, from + 50_000), () => setTimeout(() => response.destroy(), 50));
    return true;
  });
  expect((await objects.bytes(digest)).equals(bytes)).toBe(true);
  expect(breaks).toBeLessThan(0);
  server.instead((request, response) => {
    if (request.method !== "GET") return false;
    response.writeHead(200, { "content-length": bytes.length }).flushHeaders();
    setTimeout(() => response.destroy(), 20);
    return true;
  });
  expect(await faultOf(objects.bytes(digest))).toMatchObject({ kind: "away" });
});

test("a refusal is told at once, a store that is away after its tries; neither shows a key", async () => {
  const wrong = { ...server.place, key: { ...server.place.key, secretAccessKey: "another" } };
  const opened = openBucketObjects(wrong, spool, { patience });
  expect(await faultOf(opened)).toMatchObject({ kind: "refused" });
  expect(await faultOf(openBucketObjects({ ...server.place, bucket: "khac" }, spool))).toMatchObject({
    message: expect.stringContaining("there is no bucket khac") as unknown,
  });
  const { digest } = await objects.put(bytes);
  server.instead((_request, response) => {
    response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
    return true;
  });
  server.asked.length = 0;
  expect(await faultOf(objects.bytes(digest))).toMatchObject({ kind: "refused" });
  expect(await faultOf(objects.size(digest))).toMatchObject({ kind: "refused" });
  expect(server.asked).toHaveLength(2);
  await server.stop();
  const reported: unknown[] = [];
  const away = await openBucketObjects(server.place, spool, {
    patience,
    report: (one) => reported.push(one),
  });
  expect(reported).toMatchObject([{ kind: "away" }]);
  expect(await faultOf(away.put(bytes))).toMatchObject({ kind: "away" });
  expect(await faultOf(away.size(digest))).toMatchObject({ kind: "away" });
});

test("where objects are is read from the environment, and what cannot be meant is said without the key", () => {
  const key = { AWS_ACCESS_KEY_ID: "AKEY5678", AWS_SECRET_ACCESS_KEY: "hush-hush" };
  expect(readBucketPlace("s3://kho/a/b/?endpoint=https://s3.vn:9000&region=vn", key)).toMatchObject({
    ...{ bucket: "kho", prefix: "a/b/", region: "vn", endpoint: new URL("https://s3.vn:9000") },
  });
  expect(readBucketPlace("s3://kho", { ...key, AWS_REGION: "ap-southeast-1" })).toMatchObject({
    ...{ prefix: "", endpoint: new URL("https://s3.ap-southeast-1.amazonaws.com") },
  });
  const refused = (url: string, environment: object = key) => {
    let message = "";
    try {
      readBucketPlace(url, environment as Record<string, string>);
    } catch (error) {
      message = String(error);
    }
    expect(message, url).not.toBe("");
    expect(message).not.toMatch(/hush|AKEY5678/);
    return message;
  };
  refused("https://AKEY5678:hush-hush@s3.vn/kho");
  expect(refused("s3://AKEY5678:hush-hush@kho")).toContain("AWS_ACCESS_KEY_ID");
  expect(refused("s3://kho?endpoint=http://10.0.0.5:9000")).toContain("https");
  refused("s3://kho?endpoint=https://AKEY5678:hush-hush@s3.vn");
  refused("s3://kho?endpoint=https://s3.vn/path");
  refused("s3://kho/a/../b b");
  refused("s3://kho?key=hush");
  refused("s3://K");
  refused("kho");
  expect(refused("s3://kho", {})).toContain("AWS_ACCESS_KEY_ID");
  const environment = { ...key, OBJECTS_URL: "s3://kho" };
  expect(readSettings(environment).bucket).toMatchObject({ bucket: "kho" });
  expect(readSettings({ ...environment, MUCLUC_PROVINCE_PRACTICE: "1" }).bucket).toBeUndefined();
});
