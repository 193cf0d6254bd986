import { randomInt } from "node:crypto";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Digest } from "#shared/base/digest.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { type Capture, type CaptureParts, openCapture } from "#electron/capture/open-capture.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { inspectMedia } from "#electron/pipeline/media/inspect-media.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { readMarks } from "#electron/pipeline/steps/read-marks.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";
import { sampleBatch, sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { lockedPdf, pdfOfScans, smallJpeg, smallPng, smallTiff } from "./scans.ts";

const operator: Profile = { name: "Lê Thị Quét", role: "capture-operator", scope: "52.550" };
const now = () => Date.now();

let folder: string;
let journal: DeskJournal;
let objects: ObjectStore;
let inspected: string[];

beforeEach(async () => {
  folder = temporaryFolder();
  objects = await openObjectStore(join(folder, "objects"));
  journal = openJournal(folder, { deviceId: "desk", now });
  inspected = [];
  onTestFinished(() => {
    opened?.close();
    opened = undefined;
    journal.close();
  });
  journal.write("batches", [sampleBatch("batch-1"), sampleBatch("batch-2")], "screen");
  const files = [
    sampleFile("file-1", { code: "H05.01.0012", batchId: "batch-1" }),
    sampleFile("file-2", { code: "H05.01.13", batchId: "batch-2" }),
    sampleFile("far", { code: "H07.1", scope: "52.551.22000" }),
  ];
  journal.write("files", files, "screen");
  const items = [
    sampleItem("item-1", { fileId: "file-1", ordinal: 1, pageCount: 0 }),
    sampleItem("item-2", { fileId: "file-1", ordinal: 2, pageCount: 0 }),
    sampleItem("item-3", { fileId: "file-2", ordinal: 1, pageCount: 0 }),
    sampleItem("far-item", { fileId: "far", ordinal: 1, scope: "52.551.22000" }),
  ];
  journal.write("items", items, "screen");
});

let opened: Capture | undefined;

/** Capture over the real decoding, in this thread; the one before is closed, as at a restart. */
function open(changes: Partial<CaptureParts> = {}): Capture {
  const pool: CaptureParts["pool"] = {
    async inspect({ digest, name }) {
      inspected.push(name);
      return inspectMedia(await readObject(objects, digest));
    },
    marks: (task) => readMarks(objects, task),
    importPage: (task) => importPage(objects, task),
  };
  const profile = () => operator;
  opened?.close();
  opened = undefined;
  const capture = openCapture({
    folder,
    journal,
    objects,
    pool,
    now,
    chance: randomInt,
    profile,
    ...changes,
  });
  opened = capture;
  return capture;
}

async function store(name: string, bytes: Buffer): Promise<{ name: string; digest: string }> {
  return { name, digest: (await objects.put(bytes)).digest };
}

const pagesOf = (itemId: string) =>
  journal.children("pages", itemId).sort((one, other) => one.ordinal - other.ordinal);

describe("a scan whose name is of a listed item", () => {
  it("becomes its pages, of every kind of media, in the order of names", async () => {
    const capture = open();
    const answer = await capture.handlers["capture.import"]({
      objects: [
        await store("hop-1/H05.01.0012.0000001_10.jpg", await smallJpeg(10)),
        await store("hop-1/H05.01.0012.0000001_2.png", await smallPng(2)),
        await store("hop-1/H05.01.0012.0000001_1.jpg", await smallJpeg(1)),
        await store("hop-1/H05.01.0012.0000002.tif", await smallTiff(20, 3)),
        await store("H05.01.13/H05.01.13.0000001_signed.pdf", await pdfOfScans(30, 4)),
      ],
    });
    expect(answer.refused).toEqual([]);
    expect(answer.unmatched).toEqual([]);
    expect(answer.attached.map(({ itemId, pages, already }) => [itemId, pages, already])).toEqual([
      ["item-3", 4, false],
      ["item-1", 1, false],
      ["item-1", 1, false],
      ["item-1", 1, false],
      ["item-2", 3, false],
    ]);
    expect(pagesOf("item-1").map(({ sourceName }) => sourceName)).toEqual([
      "H05.01.0012.0000001_1.jpg",
      "H05.01.0012.0000001_2.png",
      "H05.01.0012.0000001_10.jpg",
    ]);
    expect(pagesOf("item-2").map(({ ordinal, masterPage }) => [ordinal, masterPage])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
    expect(pagesOf("item-3")[0]).toMatchObject({
      scope: "52.550.21952",
      mediaType: "application/pdf",
      updatedBy: "Lê Thị Quét",
      hold: "",
    });
  });

  it("is recognised when it comes again, and decoded no more", async () => {
    const scans = [
      await store("H05.01.0012.0000001.pdf", await pdfOfScans(1, 3)),
      await store("H05.01.0012.0000002_1.jpg", await smallJpeg(2)),
    ];
    const first = await open().handlers["capture.import"]({ objects: scans });
    expect(first.attached.map(({ already }) => already)).toEqual([false, false]);
    const entries = journal.last().seq;
    const again = await open().handlers["capture.import"]({ objects: [...scans, ...scans] });
    expect(again.attached.map(({ pages, already }) => [pages, already])).toEqual([
      [3, true],
      [3, true],
      [1, true],
      [1, true],
    ]);
    expect(journal.last().seq).toBe(entries);
    expect(inspected).toHaveLength(2);
  });

  it("is told where its bytes are a page's already under another name, and added to nothing", async () => {
    const bytes = await smallJpeg(7);
    const [one, other] = [
      await store("H05.01.0012.0000001_1.jpg", bytes),
      await store("H05.01.0012.0000001_2.jpg", bytes),
    ];
    const answer = await open().handlers["capture.import"]({ objects: [one, other] });
    expect(answer.attached).toMatchObject([{ already: false }, { already: true }]);
    expect(answer.attached.map(({ sameAs }) => sameAs)).toEqual([
      undefined,
      { name: "H05.01.0012.0000001_1.jpg", digest: one.digest },
    ]);
    const again = await open().handlers["capture.import"]({ objects: [one] });
    expect(again.attached.map(({ sameAs }) => sameAs)).toEqual([undefined]);
  });

  it("is laid at the page its name gives, also when it comes after the others", async () => {
    const capture = open();
    const scan = async (page: number) => store(`H05.01.0012.0000001_00${page}.jpg`, await smallJpeg(page));
    const bad = await store("H05.01.0012.0000001_003.jpg", Buffer.from("no image"));
    const objects = [await scan(1), await scan(2), bad, await scan(4)];
    expect((await capture.handlers["capture.import"]({ objects })).refused).toHaveLength(1);
    expect(pagesOf("item-1").map(({ ordinal }) => ordinal)).toEqual([1, 2, 4]);
    await capture.handlers["capture.import"]({ objects: [await scan(3)] });
    expect(pagesOf("item-1").map(({ ordinal, sourceName }) => [ordinal, sourceName.at(-5)])).toEqual([
      [1, "1"],
      [2, "2"],
      [3, "3"],
      [4, "4"],
    ]);
    const camera = await store("H05.01.0012/2/IMG_4711.jpg", await smallJpeg(9));
    await capture.handlers["capture.import"]({ objects: [camera] });
    expect(pagesOf("item-2").map(({ ordinal }) => ordinal)).toEqual([1]);
  });

  it("meets codes with other separators and leading zeros, and only files of the batch it is narrowed to", async () => {
    const capture = open();
    const objects = [await store("H05-01-12/H05-01-12-0001.pdf", await pdfOfScans(1, 1))];
    const elsewhere = await capture.handlers["capture.import"]({ objects, batchId: "batch-2" });
    expect(elsewhere.attached).toEqual([]);
    const answer = await capture.handlers["capture.import"]({ objects, batchId: "batch-1" });
    expect(answer.attached.map(({ itemId }) => itemId)).toEqual(["item-1"]);
  });

  it("is refused where the item is another district's", async () => {
    const objects = [await store("H07.1.0000001.jpg", await smallJpeg(1))];
    const { refused } = await open().handlers["capture.import"]({ objects });
    expect(refused.map(({ code }) => code)).toEqual(["not-your-scope"]);
    expect(pagesOf("far-item")).toEqual([]);
  });

  it("of two thousand pages is attached whole", async () => {
    const objects = [await store("H05.01.0012.0000001.pdf", await pdfOfScans(1, 2000))];
    const { attached } = await open().handlers["capture.import"]({ objects });
    expect(attached).toEqual([
      { name: "H05.01.0012.0000001.pdf", itemId: "item-1", pages: 2000, already: false },
    ]);
    expect(pagesOf("item-1").map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 2000 }, (_, at) => at + 1),
    );
  });
});

describe("a scan that no item, or more than one, is named by", () => {
  it("waits in the tray with what it is, through a restart, until a person says", async () => {
    const scan = await store("scan0001.pdf", await pdfOfScans(5, 2));
    const first = await open().handlers["capture.import"]({ objects: [scan] });
    expect(first.unmatched).toMatchObject([
      { digest: scan.digest, name: "scan0001.pdf", mediaType: "application/pdf", pages: 2 },
    ]);
    expect(await objects.size(first.unmatched[0]?.thumbDigest as Digest)).toBeGreaterThan(100);
    const capture = open();
    expect(await capture.handlers["capture.unmatched"]({})).toEqual(first.unmatched);

    const answer = await capture.handlers["capture.import"]({ objects: [scan], itemId: "item-2" });
    expect(answer.attached).toMatchObject([{ itemId: "item-2", pages: 2, already: false }]);
    expect(await capture.handlers["capture.unmatched"]({})).toEqual([]);
    expect(pagesOf("item-2")).toHaveLength(2);
  });

  it("lies in the tray once however often it comes, and leaves it when the inventory names it", async () => {
    const capture = open();
    const scan = await store("H05.01.13.0000009.jpg", await smallJpeg(9));
    await capture.handlers["capture.import"]({ objects: [scan] });
    await capture.handlers["capture.import"]({ objects: [scan] });
    expect(await capture.handlers["capture.unmatched"]({})).toHaveLength(1);
    journal.write("items", [sampleItem("item-9", { fileId: "file-2", ordinal: 9 })], "screen");
    const { attached } = await capture.handlers["capture.import"]({ objects: [scan] });
    expect(attached.map(({ itemId }) => itemId)).toEqual(["item-9"]);
    expect(await capture.handlers["capture.unmatched"]({})).toEqual([]);
  });

  it("waits there too where its file is kept back, by name or for the very item, and nothing is lost", async () => {
    const held = { code: "torn", why: "", at: "2025-05-20T01:00:00.000Z", by: "Lê Thị Quét" } as const;
    journal.write(
      "files",
      [sampleFile("file-1", { code: "H05.01.0012", batchId: "batch-1", held }, 2)],
      "screen",
    );
    const capture = open();
    const named = await store("H05.01.0012.0000001_1.jpg", await smallJpeg(1));
    const other = await store("scan.jpg", await smallJpeg(2));
    const byName = await capture.handlers["capture.import"]({ objects: [named] });
    const byItem = await capture.handlers["capture.import"]({ objects: [other], itemId: "item-1" });
    expect([...byName.attached, ...byItem.attached, ...byName.refused, ...byItem.refused]).toEqual([]);
    expect([...byName.unmatched, ...byItem.unmatched].map(({ name, fileId }) => [name, fileId])).toEqual([
      [named.name, "file-1"],
      [other.name, "file-1"],
    ]);
    expect(pagesOf("item-1")).toEqual([]);
  });

  it("is not guessed where two files of one code are listed, nor matched to what is withdrawn", async () => {
    const twin = sampleFile("twin", { code: "h05.01.0012", scope: "52.550.21955" });
    journal.write("files", [twin], "screen");
    journal.write("items", [sampleItem("twin-item", { fileId: "twin", ordinal: 1 })], "screen");
    const scan = await store("H05.01.0012.0000001.jpg", await smallJpeg(1));
    const capture = open();
    expect((await capture.handlers["capture.import"]({ objects: [scan] })).attached).toEqual([]);
    journal.write(
      "files",
      [editRecord(twin, { withdrawn: "listed twice" }, journal.stamp("Lê Mẫu"))],
      "screen",
    );
    expect((await capture.handlers["capture.import"]({ objects: [scan] })).attached).toHaveLength(1);
  });
});

describe("bad input", () => {
  it("is refused object by object with its reason, and the good ones are attached", async () => {
    const jpeg = await smallJpeg(3);
    const answer = await open().handlers["capture.import"]({
      objects: [
        await store("H05.01.0012.0000001_1.jpg", jpeg),
        await store("H05.01.0012.0000001_2.jpg", jpeg.subarray(0, Math.floor(jpeg.length * 0.6))),
        await store("H05.01.0012.0000001_3.jpg", Buffer.alloc(0)),
        await store("H05.01.0012.0000001_4.pdf", await lockedPdf()),
        await store("H05.01.0012.0000001_5.pdf", Buffer.from("PK\u0003\u0004 a workbook, not a scan")),
        { name: "H05.01.0012.0000001_6.jpg", digest: "ab".repeat(32) },
        { name: "H05.01.0012.0000001_7.jpg", digest: "../../etc/passwd" },
        // Named as a JPEG, yet a PNG: what it is counts.
        await store("H05.01.0012.0000001_8.jpg", await smallPng(8)),
      ],
    });
    expect(answer.refused.map(({ name, code }) => [name.at(-5), code])).toEqual([
      ["2", "media-truncated"],
      ["3", "media-empty"],
      ["4", "media-encrypted"],
      ["5", "media-not-known"],
      ["6", "object-missing"],
      ["7", "object-missing"],
    ]);
    expect(pagesOf("item-1").map(({ ordinal, mediaType }) => [ordinal, mediaType])).toEqual([
      [1, "image/jpeg"],
      [8, "image/png"],
    ]);
  });

  it("says that the disk is full, writes no page, and attaches when there is room", async () => {
    const scan = await store("H05.01.0012.0000001.jpg", await smallJpeg(1));
    let full = true;
    const narrow: DeskJournal = {
      ...journal,
      write(collection, records, origin) {
        if (full) throw new DeskFault("disk-full", { lasting: false });
        return journal.write(collection, records, origin);
      },
    };
    const capture = open({ journal: narrow });
    const { refused } = await capture.handlers["capture.import"]({ objects: [scan] });
    expect(refused.map(({ code }) => code)).toEqual(["disk-full"]);
    expect(pagesOf("item-1")).toEqual([]);
    full = false;
    expect((await capture.handlers["capture.import"]({ objects: [scan] })).attached).toHaveLength(1);
  });

  it("in a worker's disk fault reads as a full disk, and any other failure as such", async () => {
    const scans = [
      await store("H05.01.0012.0000001.jpg", await smallJpeg(1)),
      await store("H05.01.0012.0000002.jpg", await smallJpeg(2)),
    ];
    const noSpace = Object.assign(new Error("no space left"), { code: "ENOSPC" });
    const failures = [
      new TaskFailure("step-failed", "", { lasting: false, cause: noSpace }),
      new TaskFailure("step-failed", "took too long"),
    ];
    const pool: CaptureParts["pool"] = {
      inspect: () => Promise.reject(failures.shift() ?? new Error("once more")),
      marks: () => Promise.reject(new TaskFailure("step-failed")),
      importPage: () => Promise.reject(new TaskFailure("step-failed")),
    };
    const { refused } = await open({ pool }).handlers["capture.import"]({ objects: scans });
    expect(refused.map(({ code }) => code)).toEqual(["disk-full", "internal"]);
  });

  it("in the call itself is refused as a whole", async () => {
    const objects = [await store("a.jpg", await smallJpeg(1))];
    const call = (input: object, changes = {}) =>
      open(changes).handlers["capture.import"]({ objects, ...input });
    await expect(call({ itemId: "nothing" })).rejects.toMatchObject({ code: "not-found" });
    await expect(call({ batchId: "nothing" })).rejects.toMatchObject({ code: "not-found" });
    await expect(call({}, { profile: () => null })).rejects.toMatchObject({ code: "not-set-up" });
  });
});
