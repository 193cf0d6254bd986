import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { receiptText } from "#shared/keys/hello.ts";
import { makeSealingKeys, makeSigningKeys, signText } from "#shared/node/keys.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import type { Receipt } from "#shared/replication/wire.ts";
import { confirmSent } from "#electron/province/check-receipt.ts";
import { openConfirmedObjects } from "#electron/province/confirmed-objects.ts";
import { freeingHandlers } from "#electron/province/freeing.ts";
import type { ProvinceWire } from "#electron/province/province-wire.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { openUploadQueue, uploadRanks } from "#electron/province/upload-queue.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";

const at = "2025-06-01T00:00:00.000Z";

/** A machine with one accepted batch of one item of two pages, all of it sent, and a province that holds it. */
async function openMachine() {
  const { folder, ...journal } = openTestJournal();
  const objects = await openObjectStore(join(folder, "objects"));
  const elsewhere = await openObjectStore(join(folder, "province"));
  const database = openSyncDatabase(folder);
  onTestFinished(() => database.close());
  const queue = openUploadQueue(database);
  const confirmed = openConfirmedObjects(database);
  const signing = makeSigningKeys();
  const pin = { signing: signing.publicKey, sealing: makeSealingKeys().publicKey };
  const store = async (text: string) => (await objects.put(Buffer.from(text))).digest;
  const [one, two, words, rendition] = [
    await store("bản gốc một"),
    await store("bản gốc hai"),
    await store("{}"),
    await store("PDF/A"),
  ];
  journal.write("batches", [{ ...sampleBatch("batch-1"), state: "accepted" }], "province");
  journal.write("files", [{ ...sampleFile("file-1"), batchId: "batch-1" }], "province");
  journal.write(
    "items",
    [{ ...sampleItem("item-1"), fileId: "file-1", renditionDigest: rendition }],
    "province",
  );
  const page = (id: string, masterDigest: Digest) =>
    samplePage(id, { itemId: "item-1", masterDigest, wordsDigest: words });
  journal.write("pages", [page("page-1", one), page("page-2", two)], "province");
  const send = async (digest: Digest, rank: number, collection: "pages" | "items", id: string) => {
    const size = (await objects.size(digest)) ?? 0;
    queue.add([{ digest, rank, size, mediaType: "image/jpeg", naming: { collection, id } }], at);
    queue.sent(digest, at);
    await elsewhere.put(await readFile(objects.path(digest)));
  };
  await send(one, uploadRanks.master, "pages", "page-1");
  await send(two, uploadRanks.master, "pages", "page-2");
  await send(words, uploadRanks.words, "pages", "page-1");
  await send(rendition, uploadRanks.rendition, "items", "item-1");
  const gone = new Set<string>();
  const told = { change: (receipt: Receipt) => receipt };
  const wire: Pick<ProvinceWire, "receipt" | "object"> = {
    async receipt(digest) {
      const size = await elsewhere.size(digest);
      if (size === undefined || gone.has(digest)) return undefined;
      const receipt = { digest, size, receivedAt: at };
      return told.change({ ...receipt, signature: signText("receipt", receiptText(receipt), signing) });
    },
    object: (digest) => {
      const bytes = Readable.toWeb(createReadStream(elsewhere.path(digest)));
      return Promise.resolve(new Response(bytes as unknown as ReadableStream));
    },
  };
  const { signal } = new AbortController();
  const calls = freeingHandlers({
    ...{ journal, objects, queue, confirmed },
    pin: () => pin,
    asking: (ask) => ask(wire as ProvinceWire),
    now: () => Date.parse(at),
    changed: () => undefined,
  });
  return {
    ...{ journal, objects, one, two, words, rendition, gone, told, confirmed, queue, elsewhere },
    confirmAll: () => confirmSent({ confirmed, wire, pin, signal }),
    read: async () => await calls["freeing.read"]({}),
    free: async () => await calls["freeing.free"]({}),
    fetchBack: async () => await calls["freeing.fetchBack"]({}),
    ofBatch: async () => await calls["freeing.ofBatch"]({ batchId: "batch-1" }),
  };
}

test("nothing is safe without the province's checked signature on every object, and nothing else is freed", async () => {
  const machine = await openMachine();
  expect(await machine.read()).toMatchObject({ pinned: true, safeObjects: 0, waitingObjects: 2 });
  expect(await machine.free()).toMatchObject({ freedObjects: 0 });
  expect(await machine.objects.size(machine.one)).toBeDefined();
  await machine.confirmAll();
  expect(await machine.read()).toMatchObject({ safeObjects: 2, waitingObjects: 0 });
  expect(await machine.ofBatch()).toMatchObject({ masters: 2, safe: 2, freed: 0 });
  machine.confirmed.lost(machine.words);
  expect(await machine.read()).toMatchObject({ safeObjects: 0, waitingObjects: 2 });
});

test("masters are freed, the rest stays, and they come back the same", async () => {
  const machine = await openMachine();
  await machine.confirmAll();
  expect(await machine.free()).toMatchObject({ safeObjects: 0, freedObjects: 2, freedBytes: 32, work: "" });
  const { objects, one, two, words, rendition } = machine;
  expect(await Promise.all([one, two, words, rendition].map((digest) => objects.size(digest)))).toEqual([
    undefined,
    undefined,
    2,
    5,
  ]);
  expect(await machine.ofBatch()).toMatchObject({ masters: 2, safe: 0, freed: 2 });
  expect(await machine.fetchBack()).toMatchObject({ safeObjects: 2, freedObjects: 0 });
  expect(await readFile(objects.path(one), "utf8")).toBe("bản gốc một");
});

test("what the province no longer holds is kept, and queued to be sent again", async () => {
  const machine = await openMachine();
  await machine.confirmAll();
  machine.gone.add(machine.one);
  expect(await machine.free()).toMatchObject({ freedObjects: 1 });
  expect(await machine.objects.size(machine.one)).toBeDefined();
  expect(machine.queue.counts()).toMatchObject({ waiting: 1 });
});

test("a receipt that the pinned key did not sign frees nothing", async () => {
  const machine = await openMachine();
  const other = makeSigningKeys();
  machine.told.change = (receipt) => ({
    ...receipt,
    signature: signText("receipt", receiptText(receipt), other),
  });
  await expect(machine.confirmAll()).rejects.toMatchObject({ kind: "stranger" });
  machine.told.change = ({ digest, size, receivedAt }) => ({ digest, size, receivedAt });
  await machine.confirmAll();
  expect(await machine.read()).toMatchObject({ safeObjects: 0 });
});

test("a master stays that another batch still works with, or that is itself what is read", async () => {
  const machine = await openMachine();
  await machine.confirmAll();
  const { journal, queue, one, two } = machine;
  journal.write("items", [{ ...sampleItem("item-2"), fileId: "file-2", renditionDigest: two }], "province");
  journal.write("pages", [samplePage("page-9", { itemId: "item-2", masterDigest: one })], "province");
  const more = { rank: uploadRanks.master, size: 14, mediaType: "image/jpeg" };
  queue.add([{ ...more, digest: one, naming: { collection: "pages", id: "page-9" } }], at);
  queue.add([{ ...more, digest: two, naming: { collection: "items", id: "item-2" } }], at);
  expect(await machine.free()).toMatchObject({ freedObjects: 0 });
  expect(await machine.objects.size(one)).toBeDefined();
  expect(await machine.objects.size(two)).toBeDefined();
});
