import { randomInt } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord } from "#shared/archive/record.ts";
import { undoneReason } from "#shared/archive/undone.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { type Capture, openCapture } from "#electron/capture/open-capture.ts";
import { openTray } from "#electron/capture/tray.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { inspectMedia } from "#electron/pipeline/media/inspect-media.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { readMarks } from "#electron/pipeline/steps/read-marks.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { scanSeparator } from "#tests/helpers/separator-scans.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { pdfOfScans, smallJpeg } from "./scans.ts";

const operator: Profile = { name: "Lê Thị Quét", role: "capture-operator", scope: "52.550" };
const now = () => Date.now();

let folder: string;
let journal: DeskJournal;
let objects: ObjectStore;

beforeEach(async () => {
  folder = temporaryFolder();
  objects = await openObjectStore(join(folder, "objects"));
  journal = openJournal(folder, { deviceId: "desk", now });
  onTestFinished(() => {
    opened?.close();
    opened = undefined;
    journal.close();
  });
  journal.write("batches", [sampleBatch("batch-1"), sampleBatch("batch-2")], "screen");
  journal.write(
    "files",
    [
      sampleFile("file-1", { batchId: "batch-1" }),
      sampleFile("alone", { batchId: "batch-1" }),
      sampleFile("file-2", { batchId: "batch-2" }),
      sampleFile("far", { scope: "52.551.22000", batchId: "batch-1" }),
    ],
    "screen",
  );
  journal.write(
    "items",
    [
      sampleItem("item-1", { fileId: "file-1", ordinal: 1 }),
      sampleItem("item-2", { fileId: "file-1", ordinal: 2 }),
      sampleItem("only", { fileId: "alone", ordinal: 1 }),
      sampleItem("item-3", { fileId: "file-2", ordinal: 1 }),
      sampleItem("far-item", { fileId: "far", scope: "52.551.22000" }),
      sampleItem("gone", { fileId: "file-1", ordinal: 9, withdrawn: "nhập nhầm" }),
    ],
    "screen",
  );
});

let opened: Capture | undefined;

/** Opens the capture of one desk anew: the one before is closed, as at a restart. */
function open(): Capture {
  opened?.close();
  const capture = openCapture({
    folder,
    journal,
    objects,
    pool: {
      inspect: async ({ digest }) => inspectMedia(await readObject(objects, digest)),
      marks: (task) => readMarks(objects, task),
      importPage: (task) => importPage(objects, task),
    },
    now,
    chance: randomInt,
    profile: () => operator,
  });
  opened = capture;
  return capture;
}

let stored = 0;
async function store(bytes: Buffer): Promise<{ name: string; digest: string }> {
  stored += 1;
  return { name: `quet_${String(stored).padStart(4, "0")}.jpg`, digest: (await objects.put(bytes)).digest };
}

const sheet = async (id: string, of: "item" | "file" = "item") =>
  store(await scanSeparator({ of, id }, { dpi: 120 }));
const page = async (seed: number) => store(await smallJpeg(seed));
const namesOf = (itemId: string) =>
  journal
    .children("pages", itemId)
    .filter(({ withdrawn }) => withdrawn === "")
    .sort((one, other) => one.ordinal - other.ordinal)
    .map(({ sourceName }) => sourceName);

it("parts a stack at its separators, over several calls and a restart; what comes before waits", async () => {
  const [before, first, a, b] = [await page(1), await sheet("item-2"), await page(2), await page(3)];
  const [c, second, d] = [await page(4), await sheet("item-1"), await page(5)];
  const one = await open().handlers["capture.import"]({
    objects: [before, first, a, b],
    batchId: "batch-1",
    stack: "s1",
  });
  expect(one.unmatched.map(({ name }) => name)).toEqual([before.name]);
  expect(one.separators).toMatchObject([
    { name: first.name, kind: "separator", itemId: "item-2", refusal: "" },
  ]);
  const two = await open().handlers["capture.import"]({
    objects: [c, second, d],
    batchId: "batch-1",
    stack: "s1",
  });
  expect(two.unmatched).toEqual([]);
  expect(namesOf("item-2")).toEqual([a.name, b.name, c.name]);
  expect(namesOf("item-1")).toEqual([d.name]);
  expect(await objects.size(first.digest as never)).toBeGreaterThan(1000);
  const other = await open().handlers["capture.import"]({ objects: [await page(6)], stack: "s2" });
  expect(other.unmatched).toHaveLength(1);
});

it("parts the pages of one PDF, and does so once however often it comes", async () => {
  const whole = await PDFDocument.load(await pdfOfScans(7, 4));
  const image = await whole.embedJpg(
    await scanSeparator({ of: "item", id: "item-1" }, { dpi: 120, turn: 180 }),
  );
  whole.insertPage(1, [595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  const scan = { ...(await store(Buffer.from(await whole.save()))), name: "xap.pdf" };
  const again = () => open().handlers["capture.import"]({ objects: [scan], batchId: "batch-1" });
  const answer = await again();
  expect(answer.attached).toMatchObject([{ itemId: "item-1", pages: 3, already: false }]);
  expect(answer.unmatched).toMatchObject([{ page: 0, pages: 1 }]);
  expect(answer.separators).toMatchObject([{ page: 1, pages: 1 }]);
  const pages = journal.children("pages", "item-1");
  expect(pages.map(({ masterPage, ordinal }) => [masterPage, ordinal]).sort()).toEqual([
    [2, 1],
    [3, 2],
    [4, 3],
  ]);
  expect((await again()).attached).toMatchObject([{ already: true }]);
  expect(journal.children("pages", "item-1")).toHaveLength(3);
  expect(await open().handlers["capture.unmatched"]({})).toHaveLength(2);
});

it.each([
  ["unknown", "no-such-item"],
  ["other-unit", "far-item"],
  ["other-batch", "item-3"],
  ["withdrawn", "gone"],
] as const)("refuses a separator (%s), says so, and gives what follows to nobody", async (refusal, id) => {
  const stack = [await sheet("item-1"), await page(1), await sheet(id), await page(2)];
  const answer = await open().handlers["capture.import"]({ objects: stack, batchId: "batch-1" });
  expect(answer.separators.map((one) => one.refusal)).toEqual(["", refusal]);
  expect(namesOf("item-1")).toEqual([stack[1]?.name]);
  expect(answer.unmatched.map(({ name }) => name)).toEqual([stack[3]?.name]);
  expect(journal.children("pages", id)).toEqual([]);
});

it("knows a file's separator: its only item, or else pages that wait under that file", async () => {
  const stack = [await sheet("alone", "file"), await page(1), await sheet("file-1", "file"), await page(2)];
  const answer = await open().handlers["capture.import"]({ objects: stack, batchId: "batch-1" });
  expect(namesOf("only")).toEqual([stack[1]?.name]);
  expect(answer.unmatched).toMatchObject([{ name: stack[3]?.name, fileId: "file-1" }]);
});

it("starts with the item a person chose and ends it at the next separator", async () => {
  const stack = [await page(1), await sheet("item-2"), await page(2)];
  await open().handlers["capture.import"]({ objects: stack, batchId: "batch-1", itemId: "item-1" });
  expect(namesOf("item-1")).toEqual([stack[0]?.name]);
  expect(namesOf("item-2")).toEqual([stack[2]?.name]);
});

it("hides what the screen laid into an item, until that is undone", async () => {
  const capture = open();
  const waiting = await page(1);
  await capture.handlers["capture.import"]({ objects: [waiting] });
  const { read } = await capture.handlers["capture.inspect"]({ objects: [waiting] });
  expect(read).toMatchObject([{ digest: waiting.digest, mediaType: "image/jpeg", pages: 1 }]);
  await capture.handlers["capture.laid"]({ ...waiting, page: 0, pageIds: ["new-page"] });
  expect(await capture.handlers["capture.unmatched"]({})).toEqual([]);
  const laid = samplePage("new-page", { itemId: "item-1" });
  journal.write("pages", [laid], "screen");
  expect(await capture.handlers["capture.unmatched"]({})).toEqual([]);
  journal.write("pages", [editRecord(laid, { withdrawn: undoneReason }, journal.stamp("Lê"))], "screen");
  expect(await capture.handlers["capture.unmatched"]({})).toMatchObject([{ name: waiting.name }]);
});

it("takes over the tray of the version before", () => {
  const database = new DatabaseSync(join(folder, "tray.sqlite"));
  database.exec(`CREATE TABLE unmatched (digest TEXT, name TEXT, media_type TEXT, pages INTEGER, thumb TEXT,
    received_at TEXT, PRIMARY KEY (digest, name)) STRICT`);
  database.exec("INSERT INTO unmatched VALUES ('d', 'a.pdf', 'application/pdf', 3, 't', '2025-05-20')");
  database.close();
  for (let time = 0; time < 2; time += 1) {
    const tray = openTray(folder);
    expect(tray.list()).toMatchObject([{ digest: "d", name: "a.pdf", page: 0, pages: 3, kind: "pages" }]);
    tray.close();
  }
});
