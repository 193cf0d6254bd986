import { X509Certificate } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Item } from "#shared/archive/item.ts";
import { isSigned, withoutSignature } from "#shared/archive/signature.ts";
import type { Digest } from "#shared/base/digest.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { openSigning, type OpenedSigning } from "#electron/signing/signing-handlers.ts";
import { verifyPdf } from "#electron/signing/verify-pdf.ts";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import {
  makeAuthority,
  makeSigner,
  passphrase,
  type Authority,
  type TestSigner,
} from "#tests/helpers/signer.ts";

let authority: Authority;
let signer: TestSigner;
let pdf: Buffer;
let journal: ReturnType<typeof openTestJournal>;
let objects: ObjectStore;
let signing: OpenedSigning;
let making: Set<string>;
let rendition: { digest: Digest; size: number };
let changed: () => void;

beforeAll(async () => {
  authority = makeAuthority();
  signer = makeSigner(authority);
  pdf = await finishedPdf(1);
});

beforeEach(async () => {
  journal = openTestJournal();
  objects = await openObjectStore(join(journal.folder, "objects"));
  rendition = await objects.put(pdf);
  making = new Set();
  changed = () => undefined;
  signing = openSigning({
    ...{ folder: journal.folder, resources, journal, objects, now: () => Date.now() },
    isBeingMade: (id) => making.has(id),
    profile: () => ({ name: "Trần Văn Duyệt" }),
    emit: () => changed(),
    report: (error) => {
      throw error;
    },
  });
  onTestFinished(() => signing.close());
  journal.write("batches", [sampleBatch("batch-1", { state: "accepted" })], "screen");
  journal.write("files", [sampleFile("file-1", { batchId: "batch-1", code: "H05.1" })], "screen");
});

function putItems(count: number, fields: Partial<Item> = {}): void {
  const items = Array.from({ length: count }, (_, at) =>
    sampleItem(`item-${at + 1}`, {
      ...{
        fileId: "file-1",
        ordinal: at + 1,
        renditionDigest: rendition.digest,
        renditionSize: rendition.size,
      },
      ...{
        renditionKind: "two-layer",
        receiptDigest: rendition.digest,
        receiptAt: "2025-06-02T01:00:00.000Z",
      },
      ...fields,
    }),
  );
  journal.write("items", items, "screen");
}

const chooseFile = () =>
  signing.handlers["signing.useFile"]({
    name: "khoa.p12",
    bytes: signer.p12.toString("base64"),
    secret: passphrase,
  });
const sign = (secret = passphrase) =>
  signing.handlers["signing.start"]({ of: "batch", id: "batch-1", secret });

async function finished() {
  await expect
    .poll(async () => (await signing.handlers["signing.run"]({})).run?.state, { timeout: 60_000 })
    .not.toBe("running");
  const { run } = await signing.handlers["signing.run"]({});
  if (!run) throw new Error("nothing ran");
  return run;
}

function itemAt(id: string): Item {
  const item = journal.read("items", id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

describe("signing on the desk", () => {
  it("signs what was accepted into objects of their own, and says on the items by whom", async () => {
    putItems(3);
    await chooseFile();
    expect(await sign()).toMatchObject({ state: "running", total: 3 });
    expect(await finished()).toMatchObject({ state: "done", done: 3, signed: 3, failed: [] });
    const item = itemAt("item-2");
    expect(isSigned(item)).toBe(true);
    expect(item.signature).toMatchObject({
      ...{ of: rendition.digest, level: "b-b", by: "Trần Văn Duyệt", serial: signer.serial },
      ...{ name: "Ủy ban nhân dân huyện Tuy Phước", issuer: "Cơ quan chứng thực thử" },
    });
    expect(item.receiptDigest).toBe("");
    expect(withoutSignature(item)).toMatchObject({ renditionDigest: rendition.digest, reportDigest: "" });
    const bytes = await objects.bytes(item.renditionDigest as Digest);
    expect(bytes.length).toBe(item.renditionSize);
    expect(bytes.subarray(0, pdf.length).equals(pdf)).toBe(true);
    const roots = [new X509Certificate(authority.der)];
    expect(await verifyPdf(bytesOf(bytes), roots, Date.now())).toMatchObject([
      { state: "valid", trust: "trusted" },
    ]);
    // The one before stands where it stood.
    expect((await objects.bytes(rendition.digest)).equals(pdf)).toBe(true);
    expect(await signing.handlers["signing.look"]({ of: "file", id: "file-1" })).toEqual({
      label: "H05.1",
      ready: 0,
      refused: [{ why: "signed", count: 3 }],
    });
  });

  it("names what cannot be signed and signs the rest", async () => {
    putItems(4);
    const bad = await objects.put(Buffer.from("%PDF-1.7 hỏng"));
    const other = itemAt("item-2");
    journal.write("items", [{ ...other, renditionDigest: bad.digest, clocks: later(other) }], "screen");
    making.add("item-3");
    await chooseFile();
    await sign();
    expect(await finished()).toMatchObject({
      ...{ state: "done", total: 3, signed: 2 },
      failed: [{ label: "H05.1.2", why: "not-signable" }],
    });
    expect(isSigned(itemAt("item-3"))).toBe(false);
  });

  it("signs nothing by a wrong passphrase, without means, or of a batch that is not accepted", async () => {
    putItems(1);
    expect(await sign()).toEqual({ refused: "no-means" });
    await chooseFile();
    expect(await sign("sai")).toEqual({ refused: "wrong-secret" });
    const batch = journal.read("batches", "batch-1");
    if (!batch) throw new Error("no batch");
    journal.write("batches", [{ ...batch, state: "checking", clocks: later(batch) }], "screen");
    await sign();
    expect(await finished()).toMatchObject({ state: "done", total: 0, signed: 0 });
    expect(await signing.handlers["signing.look"]({ of: "batch", id: "batch-1" })).toMatchObject({
      ready: 0,
      refused: [{ why: "not-accepted", count: 1 }],
    });
  });

  it("stops when asked, keeps what is signed, and goes on from there", async () => {
    putItems(6);
    await chooseFile();
    changed = () => void signing.handlers["signing.cancel"]({});
    await sign();
    const run = await finished();
    expect(run.state).toBe("cancelled");
    expect(run.signed).toBeGreaterThan(0);
    expect(run.signed).toBeLessThan(6);
    changed = () => undefined;
    await sign();
    expect(await finished()).toMatchObject({ state: "done", total: 6 - run.signed, signed: 6 - run.signed });
  });

  it("refuses a key file that does not open or has expired, and keeps the one before", async () => {
    await chooseFile();
    const old = makeSigner(authority, { from: Date.now() - 9e10, to: Date.now() - 1e10 });
    const use = (p12: Buffer, secret = passphrase) =>
      signing.handlers["signing.useFile"]({ name: "x.p12", bytes: p12.toString("base64"), secret });
    expect(await use(old.p12)).toEqual({ refused: "certificate-not-current" });
    expect(await use(signer.p12, "sai")).toEqual({ refused: "wrong-secret" });
    expect(await use(Buffer.from("khác"))).toEqual({ refused: "not-a-key-file" });
    expect(await signing.handlers["signing.setting"]({})).toMatchObject({ means: { name: "khoa.p12" } });
    expect(await signing.handlers["signing.try"]({ secret: passphrase })).toMatchObject({
      means: { kind: "file" },
    });
  });

  it("keeps no secret, whatever was asked", async () => {
    putItems(1);
    await chooseFile();
    await sign();
    await finished();
    await signing.handlers["signing.set"]({ agency: "UBND huyện", stampAddress: "" });
    const names = (await readdir(journal.folder, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    for (const { parentPath, name } of names) {
      expect((await readFile(join(parentPath, name))).includes(passphrase), name).toBe(false);
    }
  });

  it("verifies a file's documents, by the issuers that this machine trusts", async () => {
    putItems(2);
    await chooseFile();
    await signing.handlers["signing.start"]({ of: "file", id: "file-1", secret: passphrase });
    await finished();
    const verify = async () => (await signing.handlers["signing.verify"]({ fileId: "file-1" })).documents;
    expect(await verify()).toMatchObject([
      { ordinal: 1, recorded: true, here: true, signatures: [{ state: "valid", trust: "unknown" }] },
      { ordinal: 2 },
    ]);
    const trust = (bytes: Buffer) => signing.handlers["signing.trust"]({ bytes: bytes.toString("base64") });
    expect(await trust(signer.certificate)).toEqual({ refused: "no-certificate" });
    const setting = await trust(authority.der);
    expect((await verify())[1]?.signatures).toMatchObject([{ trust: "trusted" }]);
    const id = "trusted" in setting ? (setting.trusted[0]?.id ?? "") : "";
    await signing.handlers["signing.distrust"]({ id });
    expect((await verify())[0]?.signatures).toMatchObject([{ trust: "unknown" }]);
    await rm(objects.path(itemAt("item-1").renditionDigest as Digest));
    expect(await verify()).toMatchObject([{ here: false, signatures: [] }, {}]);
  });
});

function later(record: { clocks: Record<string, string> }) {
  return { ...record.clocks, "*": `${"9".repeat(13)}-0000-desk` };
}
