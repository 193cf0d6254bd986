import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { isDigest } from "#shared/base/digest.ts";
import { fold } from "#shared/base/fold.ts";
import { sampleHandlers } from "#electron/sample/load-sample.ts";
import { encryptedPdf, hugePng, notAPage, truncate } from "#tests/fixtures/bad-objects.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openCaptureDesk, operator } from "./capture-desk.ts";

const minutes = 60_000;

test(
  "the sample's scans become searchable documents by their names alone, bad ones among them change nothing",
  { timeout: 6 * minutes },
  async () => {
    const desk = await openCaptureDesk(temporaryFolder());
    onTestFinished(() => desk.close());
    const { journal, objects, capture, pipeline } = desk;
    const profile = () => operator;
    const emit = () => undefined;
    const now = () => Date.now();
    const sample = sampleHandlers({ journal, objects, units, resources, profile, now, emit });
    const { batchId, scans } = await sample["sample.load"]({});
    const [first] = scans;
    if (!first || !isDigest(first.digest)) throw new Error("the sample has no scans");
    const whole = await readFile(objects.path(first.digest));
    const store = async (name: string, bytes: Buffer) => ({
      name,
      digest: (await objects.put(bytes)).digest,
    });
    const folder = first.name.split("/")[0] ?? "";
    const bad = [
      await store(`${folder}/${folder}.0000001_090.jpg`, truncate(whole)),
      await store(`${folder}/${folder}.0000001_091.png`, hugePng()),
      await store(`${folder}/${folder}.0000002.pdf`, await encryptedPdf()),
      await store(`${folder}/${folder}.0000002_092.pdf`, notAPage().bytes),
      await store(`${folder}/${folder}.0000002_093.jpg`, Buffer.alloc(0)),
    ];
    pipeline.start();
    const answer = await capture.handlers["capture.import"]({ objects: [...scans, ...bad], batchId });
    expect(answer.unmatched).toEqual([]);
    expect(answer.attached.map(({ name }) => name).sort()).toEqual(scans.map(({ name }) => name).sort());
    expect(Object.fromEntries(answer.refused.map(({ name, code }) => [name.slice(-7), code]))).toEqual({
      "090.jpg": "media-truncated",
      "091.png": "media-too-large",
      "002.pdf": "media-encrypted",
      "092.pdf": "media-not-known",
      "093.jpg": "media-empty",
    });

    await vi.waitFor(
      async () => {
        const { total } = await pipeline.handlers["jobs.summary"]({});
        expect(total).toMatchObject({ waiting: 0, running: 0, held: 0 });
        expect(total.done).toBeGreaterThan(6);
      },
      { timeout: 5 * minutes, interval: 500 },
    );
    const files = journal.filesOfBatch(batchId);
    const items = files.flatMap(({ id }) => journal.children("items", id));
    const pages = items.flatMap(({ id }) => journal.children("pages", id));
    expect([files.length, items.length, pages.length]).toEqual([3, 6, 10]);
    const { captured, lacks } = countCompleteness(files, items, pages);
    expect(captured).toEqual({ files: 3, items: 6, pages: 10 });
    expect(lacks.filter(({ code }) => !["not-received", "not-checked"].includes(code))).toEqual([]);

    for (const { renditionDigest, renditionSize } of items) {
      if (!isDigest(renditionDigest)) throw new Error("an item has no document");
      expect(await objects.size(renditionDigest)).toBe(renditionSize);
      const pdf = await readFile(objects.path(renditionDigest), "latin1");
      expect(pdf.slice(0, 5)).toBe("%PDF-");
      expect(pdf).toContain("<pdfaid:part>2");
    }
    const texts = await Promise.all(
      pages.map(async ({ wordsDigest }) => {
        if (!isDigest(wordsDigest)) throw new Error("a page has no words");
        const words = JSON.parse(await readFile(objects.path(wordsDigest), "utf8")) as { text: string };
        return fold(words.text);
      }),
    );
    expect(texts.some((text) => text.includes("quyet dinh") && text.includes("tuy phuoc"))).toBe(true);
    for (const page of pages) {
      expect(page).toMatchObject({ hold: "", blank: "no", updatedBy: operator.name });
      expect(page.wordCount).toBeGreaterThan(20);
      expect(page.dpi).toBeGreaterThanOrEqual(290);
    }
  },
);

const from = { validFrom: "", validTo: "" };
const units: Unit[] = [
  { code: "52", name: "Tỉnh Bình Định", level: "province", scope: "52", ...from },
  { code: "550", name: "Huyện Tuy Phước", level: "district", scope: "52.550", ...from },
  { code: "21952", name: "Xã Mẫu", level: "commune", scope: "52.550.21952", ...from },
];
