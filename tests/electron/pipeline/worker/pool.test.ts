import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore, type ObjectStore } from "#shared/node/object-store.ts";
import { openWorkerPool, type PoolOptions } from "#electron/pipeline/worker/pool.ts";
import type { WorkerPool } from "#electron/pipeline/worker/tasks.ts";
import { asPdf } from "#electron/sample/bind-scans.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { truncate } from "#tests/fixtures/bad-objects.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let jpeg: Buffer;
let pdf: Buffer;

beforeAll(async () => {
  const page = await makePage({ seed: 1, dpi: 200, resources });
  jpeg = await asJpeg(page);
  pdf = await asPdf([page], new Date(0));
});

const opened: WorkerPool[] = [];
afterAll(async () => {
  await Promise.all(opened.map((pool) => pool.close()));
});

async function open(more: Partial<PoolOptions> = {}) {
  const objectsFolder = temporaryFolder();
  const objects: ObjectStore = await openObjectStore(objectsFolder);
  const pool = openWorkerPool({ size: 1, objectsFolder, resources, ...more });
  onTestFinished(() => pool.close());
  opened.push(pool);
  const put = async (bytes: Buffer): Promise<Digest> => (await objects.put(bytes)).digest;
  return { pool, objects, objectsFolder, put };
}

const failure = (code: string) => ({ name: "TaskFailure", code });

describe("the worker pool", () => {
  it("takes a page of a PDF from its bytes to a PDF/A", async () => {
    const { pool, objects, objectsFolder, put } = await open();
    const digest = await put(pdf);
    const { mediaType, pages } = await pool.inspect({ digest, name: "a.pdf" });
    expect(pages).toHaveLength(1);
    const task = { digest, mediaType, page: 0 };
    const { workDigest, width, height, dpi } = await pool.importPage(task);
    const quality = await pool.quality({ ...task, workDigest });
    expect(quality.blank).toBe("no");
    expect(await pool.quality(task)).toEqual(quality);
    const { wordsDigest, wordCount, text } = await pool.ocr({ ...task, workDigest, dpi });
    expect(wordCount).toBeGreaterThan(60);
    expect(text).toContain("THÔNG BÁO");
    const rendition = await pool.pdfa({
      pages: [{ ...task, workDigest, width, height, dpi, wordsDigest }],
      about: sampleAbout,
      createdAt: "2025-06-02T01:00:00.000Z",
    });
    expect(rendition.kind).toBe("two-layer");
    expect(await objects.size(rendition.digest)).toBe(rendition.size);
    expect(await readdir(join(objectsFolder, "incoming"))).toEqual([]);
  });

  it("rejects a bad page with its code and goes on with the next", async () => {
    const { pool, put } = await open();
    const bad = await put(truncate(jpeg));
    const good = await put(jpeg);
    const answers = await Promise.allSettled(
      [bad, good].map((digest) => pool.importPage({ digest, mediaType: "image/jpeg", page: 0 })),
    );
    expect(answers[0]).toMatchObject({ status: "rejected", reason: failure("media-truncated") });
    expect(answers[1]).toMatchObject({ status: "fulfilled" });
    const missing = "0".repeat(64) as Digest;
    await expect(pool.inspect({ digest: missing, name: "" })).rejects.toMatchObject(
      failure("object-missing"),
    );
  });

  it("gives up a reading that takes too long, replaces its worker, and does the rest", async () => {
    const { pool, put } = await open({ patience: { ocr: 40 } });
    const digest = await put(jpeg);
    const task = { digest, mediaType: "image/jpeg", page: 0 };
    const slow = pool.ocr({ ...task, dpi: 200 });
    const next = pool.importPage(task);
    await expect(slow).rejects.toMatchObject(failure("ocr-timeout"));
    expect(await next).toMatchObject({ width: 1654 });
  });

  it("outlives workers that die, with whatever they were doing", async () => {
    const { pool } = await open({ size: 2, workerFile: new URL("./dying-worker.ts", import.meta.url) });
    const digest = "0".repeat(64) as Digest;
    const ask = (name: string) => pool.inspect({ digest, name });
    const answers = await Promise.allSettled(["exit", "a", "throw", "b", "exit", "c"].map(ask));
    const failed = { status: "rejected", reason: failure("step-failed") };
    const done = { status: "fulfilled", value: { pages: [] } };
    expect(answers).toMatchObject([failed, done, failed, done, failed, done]);
  });

  it("rejects what is not done when it closes, as not lasting", async () => {
    const { pool, put } = await open();
    const digest = await put(jpeg);
    const tasks = [1, 2].map(() => pool.inspect({ digest, name: "" }));
    const ended = Promise.allSettled(tasks);
    await pool.close();
    for (const answer of await ended) {
      expect(answer).toMatchObject({ status: "rejected", reason: { code: "step-failed", lasting: false } });
    }
    await expect(pool.inspect({ digest, name: "" })).rejects.toMatchObject(failure("step-failed"));
  });
});
