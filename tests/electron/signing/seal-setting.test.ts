import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { openSigning, type OpenedSigning } from "#electron/signing/signing-handlers.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { makeAuthority, makeSigner, passphrase, type TestSigner } from "#tests/helpers/signer.ts";
import { testSeal } from "#tests/helpers/test-seal.ts";

let signer: TestSigner;
let pdf: Buffer;
let png: Buffer;
let journal: ReturnType<typeof openTestJournal>;
let objects: ObjectStore;
let signing: OpenedSigning;
const items = 3;

beforeAll(async () => {
  signer = makeSigner(makeAuthority());
  [pdf, png] = await Promise.all([finishedPdf(1), testSeal()]);
});

beforeEach(async () => {
  journal = openTestJournal();
  objects = await openObjectStore(join(journal.folder, "objects"));
  const { digest, size } = await objects.put(pdf);
  signing = openSigning({
    ...{ folder: journal.folder, resources, journal, objects, now: () => Date.now() },
    isBeingMade: () => false,
    profile: () => ({ name: "Trần Văn Duyệt" }),
    emit: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  onTestFinished(() => signing.close());
  journal.write("batches", [sampleBatch("batch-1", { state: "accepted" })], "screen");
  journal.write("files", [sampleFile("file-1", { batchId: "batch-1", code: "H05.1" })], "screen");
  const made = Array.from({ length: items }, (_, at) =>
    sampleItem(`item-${at + 1}`, {
      ...{ fileId: "file-1", ordinal: at + 1, renditionDigest: digest, renditionSize: size },
      renditionKind: "two-layer",
    }),
  );
  journal.write("items", made, "screen");
  await signing.handlers["signing.useFile"]({
    name: "khoa.p12",
    bytes: signer.p12.toString("base64"),
    secret: passphrase,
  });
});

const use = (bytes: Buffer, width = 36) =>
  signing.handlers["signing.useSeal"]({ name: "dau.png", bytes: bytes.toString("base64"), width });
const setting = () => signing.handlers["signing.setting"]({});

async function sign() {
  const answer = await signing.handlers["signing.start"]({ of: "batch", id: "batch-1", secret: passphrase });
  if ("refused" in answer) return answer;
  const state = async () => (await signing.handlers["signing.run"]({})).run?.state;
  await expect.poll(state, { timeout: 60_000 }).not.toBe("running");
  return (await signing.handlers["signing.run"]({})).run;
}

/** What signing wrote behind each rendition. */
const tails = () =>
  Promise.all(
    Array.from({ length: items }, async (_, at) => {
      const digest = journal.read("items", `item-${at + 1}`)?.renditionDigest as Digest;
      return (await objects.bytes(digest)).subarray(pdf.length).toString("latin1");
    }),
  );

async function kept() {
  const folder = join(journal.folder, "signing");
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => [name, (await readFile(join(folder, name))).toString("latin1")]),
  );
}

describe("the seal in the settings of signing", () => {
  it("is none unless chosen, and then shown once in each document of a batch", async () => {
    expect((await setting()).seal).toBeNull();
    const chosen = await use(png);
    expect(chosen).toMatchObject({ seal: { name: "dau.png", width: 36 }, means: { name: "khoa.p12" } });
    const preview = "seal" in chosen ? (chosen.seal?.preview ?? "") : "";
    expect(await sharp(Buffer.from(preview, "base64")).metadata()).toMatchObject({
      ...{ format: "png", width: 240, hasAlpha: true },
    });
    expect(await sign()).toMatchObject({ state: "done", signed: items, failed: [] });
    for (const tail of await tails()) expect(tail.match(/\/SMask /g)).toHaveLength(1);
  });

  it("leaves no trace once it is taken away, on the machine or in what is signed then", async () => {
    const before = await kept();
    await use(png);
    expect((await kept()).map(([name]) => name)).toContain("seal.png");
    expect((await signing.handlers["signing.dropSeal"]({})).seal).toBeNull();
    expect(await kept()).toEqual(before);
    expect(await sign()).toMatchObject({ state: "done", signed: items });
    for (const tail of await tails()) expect(tail).not.toContain("/Image");
  });

  it("stays as it was where another picture is refused, and where the body's name is set", async () => {
    await use(png);
    expect(await use(Buffer.from("khác"))).toEqual({ refused: "seal-not-png" });
    expect(await use(await testSeal({ ink: "#1e3ec8" }))).toEqual({ refused: "seal-not-red" });
    expect(await use(png, 3)).toEqual({ refused: "seal-size" });
    await signing.handlers["signing.set"]({ agency: "UBND huyện", stampAddress: "" });
    expect((await setting()).seal).toMatchObject({ name: "dau.png", width: 36 });
    expect(await readFile(join(journal.folder, "signing", "seal.png"))).toEqual(png);
  });

  it("is missed rather than left out where its picture is lost or damaged", async () => {
    await use(png);
    const path = join(journal.folder, "signing", "seal.png");
    await writeFile(path, png.subarray(0, 100));
    expect((await setting()).seal).toMatchObject({ name: "dau.png", preview: "" });
    expect(await sign()).toEqual({ refused: "seal-lost" });
    await rm(path);
    expect(await sign()).toEqual({ refused: "seal-lost" });
    await signing.handlers["signing.dropSeal"]({});
    expect(await sign()).toMatchObject({ state: "done", signed: items });
  });
});
