import { beforeEach, expect, it, onTestFinished } from "vitest";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import type { PaperHold } from "#shared/archive/paper-hold.ts";
import { editRecord } from "#shared/archive/record.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openFacts } from "#electron/province/facts.ts";
import { mayBeSent, queueObjects } from "#electron/province/queue-objects.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { openUploadQueue, uploadRanks } from "#electron/province/upload-queue.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld();
});

async function openWorld() {
  const journal = openTestJournal();
  const objects = await openObjectStore(temporaryFolder());
  const database = openSyncDatabase(temporaryFolder());
  onTestFinished(() => database.close());
  const queue = openUploadQueue(database);
  const parts = { journal, objects, queue, facts: openFacts(database), now: () => 0 };
  const store = async (text: string) => (await objects.put(Buffer.from(text))).digest;
  const digests = {
    master1: await store("master-1"),
    master2: await store("master-2"),
    words1: await store("words-1"),
    words2: await store("words-2"),
    rendition: await store("rendition"),
  };
  const names = Object.keys(digests) as (keyof typeof digests)[];
  const by = () => journal.stamp("Lê Mẫu");
  const editItem = (fields: Partial<Item>) => {
    const item = journal.read("items", "item-1");
    if (item) journal.write("items", [editRecord(item, fields, by())], "desk");
  };
  const editPage = (id: string, fields: Partial<Page>) => {
    const page = journal.read("pages", id);
    if (page) journal.write("pages", [editRecord(page, fields, by())], "desk");
  };
  /** What is queued, by name. */
  const queued = async () => {
    await queueObjects(parts, new AbortController().signal);
    const seen = new Set<string>();
    for (let next = queue.next(seen, uploadRanks.master); next; next = queue.next(seen, uploadRanks.master))
      seen.add(next.digest);
    return names.filter((name) => seen.has(digests[name]));
  };
  const maySend = () => names.filter((name) => mayBeSent(journal, queue, digests[name]));
  const put = (item: Partial<Item>, ...pages: Partial<Page>[]) => {
    journal.write("items", [sampleItem("item-1", item)], "screen");
    const records = pages.map((page, at) =>
      samplePage(`page-${at + 1}`, { itemId: "item-1", ordinal: at + 1, ...page }),
    );
    journal.write("pages", records, "screen");
  };
  const secret = { code: "secret", why: "", at: "2025-05-20T01:00:00.000Z", by: "Lê Mẫu" } as const;
  /** Keeps the paper of a record back for a mark of secrecy, or lets it go on. */
  const holdPaper = (collection: "files" | "batches", id: string, is: boolean) => {
    const record = journal.read(collection, id);
    const held: PaperHold = is ? secret : { ...secret, code: "", why: "nhầm" };
    if (record) journal.write(collection, [editRecord(record, { held }, by())], "screen");
  };
  journal.write("batches", [sampleBatch("batch-1")], "screen");
  journal.write("files", [sampleFile("file-1", { batchId: "batch-1" })], "screen");
  return { ...digests, holdPaper, editItem, editPage, queued, maySend, put } as const;
}

const first = () => ({ masterDigest: world.master1, wordsDigest: world.words1 });
const second = () => ({ masterDigest: world.master2, wordsDigest: world.words2 });
const all = ["master1", "master2", "words1", "words2", "rendition"];

it("an item goes once all its pages are read, and none of it before", async () => {
  world.put({}, first(), { ...second(), wordsDigest: "" });
  expect(await world.queued()).toEqual([]);
  world.editPage("page-2", { wordsDigest: second().wordsDigest });
  expect(await world.queued()).toEqual(["master1", "master2", "words1", "words2"]);
  world.editItem({ renditionDigest: world.rendition });
  expect(await world.queued()).toEqual(all);
  expect(world.maySend()).toEqual(all);
});

it("a page that is added later and not read keeps back what was queued and not yet sent", async () => {
  world.put({ renditionDigest: world.rendition }, first());
  expect(await world.queued()).toEqual(["master1", "words1", "rendition"]);
  world.put({ renditionDigest: world.rendition }, first(), { ...second(), wordsDigest: "" });
  expect(world.maySend()).toEqual([]);
  world.editPage("page-2", { withdrawn: "thừa" });
  expect(world.maySend()).toEqual(["master1", "words1", "rendition"]);
});

it("a mark of secrecy on the item or on one page keeps all of it here, until somebody decides", async () => {
  world.put({ hold: "secret" }, first(), second());
  expect(await world.queued()).toEqual([]);
  world.editItem({ hold: "" });
  world.editPage("page-2", { hold: "secret" });
  expect(await world.queued()).toEqual([]);
  world.editPage("page-2", { hold: "" });
  expect(await world.queued()).toEqual(["master1", "master2", "words1", "words2"]);
  world.editItem({ hold: "secret" });
  expect(world.maySend()).toEqual([]);
});

it.each([
  ["files", "file-1"],
  ["batches", "batch-1"],
] as const)(
  "paper that is kept back as secret, by %s, keeps its scans here until it is let go on",
  async (collection, id) => {
    world.put({}, first());
    expect(await world.queued()).toEqual(["master1", "words1"]);
    world.holdPaper(collection, id, true);
    expect(world.maySend()).toEqual([]);
    world.editPage("page-1", { masterDigest: world.master2 });
    expect(await world.queued()).not.toContain("master2");
    world.holdPaper(collection, id, false);
    expect(await world.queued()).toContain("master2");
    expect(world.maySend()).toContain("master2");
  },
);

it("nothing goes of what is withdrawn, nor what another item keeps back", async () => {
  world.put({ withdrawn: "nhập nhầm" }, first());
  expect(await world.queued()).toEqual([]);
  world.editItem({ withdrawn: "" });
  expect(await world.queued()).toEqual(["master1", "words1"]);
  expect(world.maySend()).toEqual(["master1", "words1"]);
});
