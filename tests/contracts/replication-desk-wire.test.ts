import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { editRecord } from "#shared/archive/record.ts";
import { hashOfRecord, SetDigest } from "#shared/replication/digest.ts";
import { openProvinceWire } from "#electron/province/province-wire.ts";
import { UploadDiffers, uploadObject } from "#electron/province/upload-object.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import {
  digestOfBytes,
  makeFile,
  makeFonds,
  makeItem,
  phuocLoc,
  quyNhon,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import { unpaced } from "#tests/helpers/unpaced.ts";

/* The desk's own client against the province's own endpoint: every call of `shared/replication/wire.ts`. */

let address = "";
let folder = "";
const token = "token-of-the-desk-0123456789";
const closing: (() => Promise<unknown>)[] = [];
const never = new AbortController().signal;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mucluc-contract-"));
  const database = await openPglite();
  const app = await buildProvince({
    database,
    objectsFolder: join(folder, "province"),
    now: Date.now,
    name: "Tỉnh thử",
    practice: true,
    units: [],
  });
  const enrolment = { token, scope: tuyPhuoc, role: "district-checker", deviceId: "desk" } as const;
  await enrolDevice(database, enrolment, Date.now());
  address = await app.listen({ host: "127.0.0.1", port: 0 });
  closing.push(
    () => app.close(),
    () => database.close(),
  );
});

afterAll(async () => {
  for (const close of closing) await close();
  await rm(folder, { recursive: true, force: true });
});

test("the desk pushes, pulls, compares and is called", async () => {
  const wire = openProvinceWire({ address, token }, never);
  const ended = new AbortController();
  const stream = await wire.stream(ended.signal);
  let heard = "";
  const listening = (async () => {
    for await (const chunk of stream) heard += new TextDecoder().decode(chunk);
  })().catch(() => undefined);

  const files = Array.from({ length: 30 }, (_, at) => makeFile(`file-${at}`, phuocLoc));
  const outside = makeFile("outside", quyNhon);
  const early = files.slice(0, 1).map((newDocumentState) => ({ newDocumentState }));
  const held = [{ id: "file-0", collection: "fonds", parentId: "fonds" }];
  expect(await wire.push("files", early)).toEqual({ conflicts: [], refused: [], held });
  await wire.push("fonds", [{ newDocumentState: makeFonds("fonds", phuocLoc) }]);
  const pushed = await wire.push(
    "files",
    [...files, outside].map((file) => ({
      assumedMasterState: null,
      newDocumentState: { ...file, _deleted: false },
    })),
  );
  expect(pushed).toEqual({
    conflicts: [],
    refused: [{ id: "outside", code: "not-your-scope", detail: quyNhon }],
  });
  await expect.poll(() => heard).toContain("data: RESYNC");
  ended.abort();
  await listening;

  const [first] = files;
  if (!first) throw new Error("nothing made");
  const one = editRecord(first, { title: "một" }, stamp(10, "one"));
  const two = editRecord(first, { note: "hai" }, stamp(20, "two"));
  await wire.push("files", [{ newDocumentState: one }]);
  const { conflicts } = await wire.push("files", [{ newDocumentState: two }]);
  expect(conflicts).toMatchObject([{ title: "một", note: "hai" }]);

  const pulled = await wire.pull("files", { checkpoint: null, limit: 100 });
  expect(pulled.documents).toHaveLength(30);
  expect(await wire.pull("files", { checkpoint: pulled.checkpoint, limit: 100 })).toEqual({
    documents: [],
    checkpoint: pulled.checkpoint,
  });
  const digest = new SetDigest();
  const read = await wire.read(
    "files",
    files.map(({ id }) => id),
  );
  for (const document of read) {
    const { _deleted, ...record } = document;
    expect(_deleted).toBe(false);
    digest.add(record.id, hashOfRecord(record as unknown as typeof first));
  }
  expect(await wire.digest("files")).toEqual({ count: 30, digest: digest.digest() });
  const buckets = await wire.buckets("files");
  expect(buckets).toEqual(digest.buckets());
  const filled = buckets.findIndex((bucket) => !/^0+$/.test(bucket));
  expect((await wire.hashes("files", filled)).length).toBeGreaterThan(0);
});

const unsent = { rank: 2, url: "", tries: 0 };

test("the desk sends an object, reads its receipt and gets it back", async () => {
  const wire = openProvinceWire({ address, token }, never);
  const bytes = randomBytes(6_000_000);
  const digest = digestOfBytes(bytes);
  const nothing = "0".repeat(64);
  if (!isDigest(digest) || !isDigest(nothing)) throw new Error("no digest");
  expect(await wire.receipt(digest)).toBeUndefined();
  const send = (name: Digest) =>
    uploadObject({
      upload: { digest: name, size: bytes.length, mediaType: "application/pdf", ...unsent },
      pacing: unpaced,
      bytes: (start, end) => Promise.resolve(bytes.subarray(start, end + 1)),
      credentials: { address, token },
      signal: never,
      idleMs: 20_000,
      onUrl: () => undefined,
    });
  await send(digest);
  expect(await wire.receipt(digest)).toMatchObject({ digest, size: bytes.length });
  await wire.push("items", [
    { newDocumentState: makeItem("item", phuocLoc, { fileId: "file-0", renditionDigest: digest }) },
  ]);
  const object = await wire.object(digest);
  expect(digestOfBytes(new Uint8Array((await object?.arrayBuffer()) ?? []))).toBe(digest);
  await expect(send(nothing)).rejects.toBeInstanceOf(UploadDiffers);
});

test("a token that is not known is a fault of credentials", async () => {
  const wire = openProvinceWire({ address, token: "another-token-0123456789" }, never);
  await expect(wire.digest("files")).rejects.toMatchObject({ kind: "credentials" });
});
