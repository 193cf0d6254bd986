import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Digest } from "#shared/base/digest.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { takeJob, wantJob } from "#shared/pipeline/job.ts";
import { planPage } from "#shared/pipeline/plan.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { openPipeline } from "#electron/pipeline/open-pipeline.ts";
import { openJobRows } from "#electron/pipeline/job-rows.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";
import { sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { standInPool, storeMaster, type Trouble } from "./stand-in-pool.ts";

const bare = { width: 0, height: 0, dpi: 0, skew: 0, sharpness: 0, ink: 0, blank: "" } as const;

let folder: string;
let journal: DeskJournal;
let objects: ObjectStore;
let trouble: Trouble;

beforeEach(async () => {
  folder = temporaryFolder();
  objects = await openObjectStore(join(folder, "objects"));
  journal = openJournal(folder, { deviceId: "desk", now: () => Date.now() });
  trouble = new Map();
  onTestFinished(() => journal.close());
  journal.write("files", [sampleFile("file-1", { code: "H05.1" })], "screen");
});

/** An item of `count` pages with a master each; answers the masters. */
async function addItem(id: string, ordinal: number, count: number): Promise<Digest[]> {
  journal.write("items", [sampleItem(id, { ordinal })], "screen");
  return addPages(id, 1, count);
}

async function addPages(itemId: string, from: number, count: number): Promise<Digest[]> {
  const masters: Digest[] = [];
  const pages: Page[] = [];
  for (let ordinal = from; ordinal < from + count; ordinal += 1) {
    const masterDigest = await storeMaster(objects, `${itemId} ${ordinal}`);
    masters.push(masterDigest);
    pages.push(samplePage(`${itemId}-${ordinal}`, { ...bare, itemId, ordinal, masterDigest }, Date.now()));
  }
  journal.write("pages", pages, "desk");
  return masters;
}

function open(stand = standInPool(trouble), tasksAtOnce = 2) {
  const emitted: string[] = [];
  const emit = (name: string) => void emitted.push(name);
  const pipeline = openPipeline({
    units: [],
    folder,
    journal,
    objects,
    pool: stand.pool,
    emit,
    now,
    tasksAtOnce,
  });
  onTestFinished(() => pipeline.stop());
  const summary = async () => pipeline.handlers["jobs.summary"]({});
  const settled = async (held = 0) => {
    await vi.waitFor(async () => {
      const { total } = await summary();
      expect(total.done + total.held).toBeGreaterThan(0);
      // What waits behind a held page cannot be taken.
      if (held === 0) expect(total.waiting).toBe(0);
      expect([total.running, total.held]).toEqual([0, held]);
    }, 10_000);
  };
  return { ...stand, pipeline, summary, settled, emitted };
}

const now = () => Date.now();
const item = sampleItem("item-a");

it("brings the pages of several items to their documents, each step once", async () => {
  await addItem("item-a", 1, 5);
  await addItem("item-b", 2, 3);
  const { pipeline, done, documents, settled, mostAtOnce, emitted, summary } = open();
  pipeline.start();
  await settled();
  expect(done).toHaveLength(8 * 3 + 2 * 2);
  expect(new Set(done.map(({ step, subject }) => `${step} ${subject}`)).size).toBe(done.length);
  expect(mostAtOnce()).toBe(2);
  expect(documents.map(({ about, pages }) => [about.code, pages.length]).sort()).toEqual([
    ["H05.1.0000001", 5],
    ["H05.1.0000002", 3],
  ]);
  const made = journal.read("items", "item-a");
  expect(made).toMatchObject({ renditionSize: 4321, hold: "" });
  expect(made?.renditionDigest).toMatch(/^[0-9a-f]{64}$/);
  const [page] = journal.children("pages", "item-a");
  expect(page).toMatchObject({
    width: 1240,
    dpi: 150,
    blank: "no",
    wordCount: 12,
    updatedBy: "Nguyễn Văn Mẫu",
  });
  expect(emitted).toContain("jobs.changed");
  expect(await summary()).toMatchObject({ paused: false, items: [] });
});

it("puts pages that come later into a new document", async () => {
  await addItem("item-a", 1, 1);
  const { pipeline, documents, settled } = open();
  pipeline.start();
  await settled();
  const first = journal.read("items", "item-a")?.renditionDigest;
  await addPages("item-a", 2, 2);
  await vi.waitFor(() => expect(documents).toHaveLength(2), 10_000);
  await settled();
  expect(documents[1]?.pages).toHaveLength(3);
  expect(journal.read("items", "item-a")?.renditionDigest).not.toBe(first);
});

it("makes both documents again when a page is moved from one item to another", async () => {
  await addItem("item-a", 1, 2);
  await addItem("item-b", 2, 1);
  const { pipeline, documents, done, settled } = open();
  pipeline.start();
  await settled();
  const page = journal.read("pages", "item-a-2");
  if (!page) throw new Error("no page");
  journal.write("pages", [editRecord(page, { itemId: "item-b" }, journal.stamp("Lê Mẫu"))], "screen");
  await vi.waitFor(() => expect(documents).toHaveLength(4), 10_000);
  await settled();
  const last = new Map(documents.map(({ about, pages }) => [about.code, pages.length]));
  expect([...last].sort()).toEqual([
    ["H05.1.0000001", 1],
    ["H05.1.0000002", 2],
  ]);
  expect(done).toHaveLength(3 * 3 + 4 * 2);
});

it("holds a page that cannot be read with its reason, and finishes all other pages and items", async () => {
  const [bad = ""] = await addItem("item-a", 1, 3);
  await addItem("item-b", 2, 2);
  trouble.set(`importPage ${bad}`, [new TaskFailure("media-truncated", "the last 40 lines are missing")]);
  const { pipeline, settled, documents } = open();
  pipeline.start();
  await settled(1);
  expect(journal.read("pages", "item-a-1")?.hold).toBe("truncated");
  expect(await pipeline.handlers["jobs.held"]({})).toMatchObject([
    {
      id: "import:item-a-1",
      itemId: "item-a",
      reason: "truncated",
      detail: "the last 40 lines are missing",
    },
  ]);
  expect(journal.read("items", "item-a")?.renditionDigest).toBe("");
  expect(journal.children("pages", "item-a").map(({ wordsDigest }) => wordsDigest !== "")).toEqual([
    false,
    true,
    true,
  ]);
  expect(documents.map(({ about }) => about.code)).toEqual(["H05.1.0000002"]);

  await pipeline.handlers["jobs.retry"]({ id: "import:item-a-1" });
  await settled();
  expect(journal.read("pages", "item-a-1")?.hold).toBe("");
  expect(documents.map(({ about }) => about.code)).toEqual(["H05.1.0000002", "H05.1.0000001"]);
});

it("goes on without a held page once a person withdraws it", async () => {
  const [bad = ""] = await addItem("item-a", 1, 2);
  trouble.set(`ocr ${bad}`, [new TaskFailure("ocr-timeout")]);
  const { pipeline, settled, documents } = open();
  pipeline.start();
  await settled(1);
  const page = journal.read("pages", "item-a-1");
  if (!page) throw new Error("no page");
  expect(page.hold).toBe("ocr-timeout");
  journal.write(
    "pages",
    [editRecord(page, { withdrawn: "an empty side" }, journal.stamp("Lê Mẫu"))],
    "screen",
  );
  await settled();
  expect(documents.map(({ pages }) => pages.length)).toEqual([1]);
});

it("says on the item that its document could not be made, and makes it on retry", async () => {
  await addItem("item-a", 1, 1);
  trouble.set("pdfa H05.1.0000001", [new TaskFailure("step-failed", "no font")]);
  const { pipeline, settled } = open();
  pipeline.start();
  await settled(1);
  expect(journal.read("items", "item-a")?.hold).toBe("rendition-failed");
  await pipeline.handlers["jobs.retry"]({ id: "pdfa:item-a" });
  await settled();
  expect(journal.read("items", "item-a")?.hold).toBe("");
  expect(journal.read("items", "item-a")?.renditionDigest).not.toBe("");
});

it("tries a passing failure again, and holds the page only after three", async () => {
  const [shaky = "", doomed = ""] = await addItem("item-a", 1, 2);
  const passing = () => new TaskFailure("step-failed", "the worker ended", { lasting: false });
  trouble.set(`quality ${shaky}`, [passing(), passing()]);
  trouble.set(`quality ${doomed}`, [passing(), passing(), passing()]);
  const { pipeline, settled } = open();
  pipeline.start();
  await settled(1);
  expect(journal.read("pages", "item-a-1")).toMatchObject({ hold: "", blank: "no" });
  expect(journal.read("pages", "item-a-2")).toMatchObject({ hold: "step-failed", blank: "" });
});

it("takes up what was running when the desk was killed, and does nothing twice that was done", async () => {
  const [first = ""] = await addItem("item-a", 1, 3);
  trouble.set(`ocr ${first}`, ["never"]);
  const killed = open();
  killed.pipeline.start();
  await vi.waitFor(() => expect(killed.done).toHaveLength(3 * 3 - 1), 10_000);
  expect((await killed.summary()).total).toMatchObject({ running: 1 });
  // A kill leaves the rows as they are on disk.
  const disk = temporaryFolder();
  for (const name of ["jobs.sqlite", "jobs.sqlite-wal"]) cpSync(join(folder, name), join(disk, name));
  await killed.pipeline.stop();
  folder = disk;
  const { pipeline, done, settled, summary } = open();
  expect((await summary()).total).toMatchObject({ running: 1 });
  pipeline.start();
  await settled();
  expect(done.map(({ step }) => step)).toEqual(["ocr", "extract", "pdfa"]);
});

it("rebuilds its rows from the records when they are lost, doing nothing again", async () => {
  await addItem("item-a", 1, 2);
  const before = open();
  before.pipeline.start();
  await before.settled();
  await before.pipeline.stop();
  const elsewhere = temporaryFolder();
  const stand = standInPool();
  const emit = () => undefined;
  const after = openPipeline({ units: [], folder: elsewhere, journal, objects, pool: stand.pool, emit, now });
  after.start();
  onTestFinished(() => after.stop());
  await addItem("item-b", 2, 1);
  await vi.waitFor(() => expect(stand.documents).toHaveLength(1), 10_000);
  expect(stand.done).toHaveLength(5);
  expect(stand.documents[0]?.about.code).toBe("H05.1.0000002");
});

it("stays paused through a restart, and goes on when told", async () => {
  await addItem("item-a", 1, 2);
  const first = open();
  await first.pipeline.handlers["jobs.pause"]({ paused: true });
  first.pipeline.start();
  await vi.waitFor(async () => expect((await first.summary()).total.waiting).toBe(8));
  await first.pipeline.stop();
  const second = open();
  second.pipeline.start();
  expect(await second.summary()).toMatchObject({ paused: true, total: { waiting: 8, done: 0 } });
  expect((await second.summary()).items).toEqual([
    { itemId: "item-a", work: { waiting: 8, running: 0, done: 0, held: 0 } },
  ]);
  await second.pipeline.handlers["jobs.pause"]({ paused: false });
  await second.settled();
});

it("holds no page because the disk is full, and goes on when there is room", async () => {
  const [first = ""] = await addItem("item-a", 1, 2);
  const full = new TaskFailure("step-failed", "", { cause: new DeskFault("disk-full", { lasting: false }) });
  trouble.set(`ocr ${first}`, [full]);
  const { pipeline, settled, summary } = open();
  pipeline.start();
  await vi.waitFor(async () => {
    expect(trouble.get(`ocr ${first}`)).toEqual([]);
    expect((await summary()).total.running).toBe(0);
  }, 10_000);
  expect((await summary()).total.held).toBe(0);
  expect(journal.read("pages", "item-a-1")?.hold).toBe("");
  await pipeline.handlers["jobs.pause"]({ paused: false });
  await settled();
});

it("keeps the result of a step waiting while the journal has no room for it", async () => {
  await addItem("item-a", 1, 1);
  const stand = standInPool();
  let refusals = 0;
  const narrow: DeskJournal = {
    ...journal,
    write(collection, records, origin) {
      if (refusals === 0) {
        refusals += 1;
        throw new DeskFault("disk-full", { lasting: false });
      }
      return journal.write(collection, records, origin);
    },
  };
  const emit = () => undefined;
  const pipeline = openPipeline({ units: [], folder, journal: narrow, objects, pool: stand.pool, emit, now });
  onTestFinished(() => pipeline.stop());
  pipeline.start();
  await vi.waitFor(async () => {
    expect(refusals).toBe(1);
    expect((await pipeline.handlers["jobs.summary"]({})).total).toMatchObject({ waiting: 5, held: 0 });
  });
  await pipeline.handlers["jobs.pause"]({ paused: false });
  await vi.waitFor(() => expect(journal.read("items", "item-a")?.renditionDigest).not.toBe(""), 10_000);
  expect(stand.done.map(({ step }) => step)).toEqual([
    "importPage",
    "importPage",
    "quality",
    "ocr",
    "extract",
    "pdfa",
  ]);
});

it("holds a page at whose step the app ended three times", async () => {
  const [master = ""] = await addItem("item-a", 1, 1);
  const rows = openJobRows(folder);
  const [work] = planPage(
    samplePage("item-a-1", { ...bare, masterDigest: master, itemId: "item-a" }),
    item,
    rows,
  );
  if (!work) throw new Error("nothing is wanted");
  const taken = takeJob(wantJob(undefined, work, ""), "");
  rows.save({ ...taken, attempts: 3 });
  rows.close();
  const { pipeline, settled } = open();
  pipeline.start();
  await settled(1);
  expect(journal.read("pages", "item-a-1")?.hold).toBe("step-failed");
});

it("leaves pages alone whose masters are on another machine", async () => {
  journal.write("items", [sampleItem("item-a")], "province");
  const masterDigest = "ab".repeat(32);
  journal.write("pages", [samplePage("far", { ...bare, itemId: "item-a", masterDigest })], "province");
  await addItem("item-b", 2, 1);
  const { pipeline, settled, done } = open();
  pipeline.start();
  await settled();
  expect(existsSync(objects.path(masterDigest as Digest))).toBe(false);
  expect(done).toHaveLength(5);
});

it("refuses to retry what is not held", () => {
  const { pipeline } = open();
  expect(() => pipeline.handlers["jobs.retry"]({ id: "ocr:nothing" })).toThrow(DeskFault);
});

it("fills an item's fields by what was read, and stops one on whose page a mark of secrecy was met", async () => {
  const number = {
    value: "12",
    confidence: 0.97,
    boxes: [],
    pageId: "",
    how: "pattern",
    doubts: [],
  } as const;
  await addItem("item-a", 1, 1);
  await addItem("item-b", 2, 1);
  const item = journal.read("items", "item-a");
  if (!item) throw new Error("no item");
  journal.write("items", [editRecord(item, { number: "" }, journal.stamp("Lê Mẫu"))], "screen");
  const secret = new Set([journal.read("pages", "item-b-1")?.masterDigest ?? ""]);
  const stand = standInPool(new Map(), { secret, found: { number: { ...number, boxes: [], doubts: [] } } });
  const { pipeline } = open(stand);
  pipeline.start();
  await vi.waitFor(() => expect(journal.read("items", "item-b")?.hold).toBe("secret"), 10_000);
  await vi.waitFor(() => expect(journal.read("items", "item-a")?.renditionDigest).not.toBe(""), 10_000);
  expect(journal.read("items", "item-a")).toMatchObject({ number: "12", fieldsByMachine: "number" });
  expect(journal.read("items", "item-a")?.readingDigest).not.toBe("");
  expect(journal.read("pages", "item-b-1")?.hold).toBe("secret");
  expect(journal.read("items", "item-b")).toMatchObject({ readingDigest: "", renditionDigest: "" });
  expect(stand.documents.map(({ about }) => about.code)).toEqual(["H05.1.0000001"]);
});

it("makes the document of an item whose fields could not be found, and holds that step alone", async () => {
  await addItem("item-a", 1, 1);
  const master = journal.read("pages", "item-a-1")?.masterDigest ?? "";
  const trouble: Trouble = new Map([[`extract ${master}`, [new TaskFailure("step-failed", "broken")]]]);
  const stand = standInPool(trouble);
  const { pipeline } = open(stand);
  pipeline.start();
  await vi.waitFor(() => expect(journal.read("items", "item-a")?.renditionDigest).not.toBe(""), 10_000);
  expect(journal.read("items", "item-a")?.hold).toBe("");
  expect(await pipeline.handlers["jobs.held"]({})).toMatchObject([
    { id: "extract:item-a", detail: "broken" },
  ]);
  await pipeline.handlers["jobs.retry"]({ id: "extract:item-a" });
  await vi.waitFor(() => expect(journal.read("items", "item-a")?.readingDigest).not.toBe(""), 10_000);
});
