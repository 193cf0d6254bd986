import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isDigest } from "#shared/base/digest.ts";
import { openObjectStore, type Sealing } from "#shared/node/object-store.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { flipBit } from "#tests/flows/keeping-desk.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

it("takes a sealed scan to a sealed PDF/A, leaves nothing readable on the disk, and holds a damaged one", async () => {
  const objectsFolder = temporaryFolder();
  const key = randomBytes(32);
  const sealing = (): Sealing => ({ wanted: true, key });
  const objects = await openObjectStore(objectsFolder, { sealing });
  const pool = openWorkerPool({ size: 1, objectsFolder, resources, sealing });
  onTestFinished(() => pool.close());
  const { digest } = await objects.put(await asJpeg(await makePage({ seed: 1, dpi: 200, resources })));
  const { mediaType } = await pool.inspect({ digest, name: "a.jpg" });
  const task = { digest, mediaType, page: 0 };
  const { workDigest, width, height, dpi } = await pool.importPage(task);
  const { wordsDigest, text } = await pool.ocr({ ...task, workDigest, dpi });
  expect(text).toContain("THÔNG BÁO");
  const made = await pool.pdfa({
    pages: [{ ...task, workDigest, width, height, dpi, wordsDigest }],
    about: sampleAbout,
    createdAt: "2025-06-02T01:00:00.000Z",
  });
  expect(made.kind).toBe("two-layer");
  expect((await objects.bytes(made.digest)).subarray(0, 5).toString()).toBe("%PDF-");
  const names = readdirSync(objectsFolder, { recursive: true, encoding: "utf8" });
  expect(names.filter((name) => isDigest(name.replaceAll(/[/\\]/gu, "")))).toEqual([]);
  expect(names.filter((name) => name.startsWith("incoming") && name !== "incoming")).toEqual([]);
  // The pixels of a page are mostly white: in clear they would hold long rows of one byte.
  for (const name of readdirSync(join(objectsFolder, "recent")))
    expect(readFileSync(join(objectsFolder, "recent", name)).includes(Buffer.alloc(64, 255))).toBe(false);

  const other = await objects.put(await asJpeg(await makePage({ seed: 2, dpi: 100, resources })));
  flipBit(objects.path(other.digest));
  await expect(pool.importPage({ ...task, digest: other.digest })).rejects.toMatchObject({
    code: "media-corrupt",
  });
});
