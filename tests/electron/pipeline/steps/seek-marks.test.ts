import { readdir } from "node:fs/promises";
import sharp from "sharp";
import { expect, it } from "vitest";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { clearRecentPages, openRecentPages, recentFolder } from "#electron/pipeline/steps/recent-pages.ts";
import { inspectAndSeek } from "#electron/pipeline/steps/seek-marks.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openObjectStore } from "#shared/node/object-store.ts";

it("a scan is decoded once for its codes and its import, which shows it as if it had been decoded for that alone", async () => {
  const folder = temporaryFolder();
  const objects = await openObjectStore(folder);
  const recent = openRecentPages(recentFolder(folder));
  clearRecentPages(recentFolder(folder));
  const { digest } = await objects.put(await asJpeg(await makePage({ seed: 9, resources })));
  const inspected = await inspectAndSeek(objects, { digest, name: "scan.jpg", seek: true }, recent);
  expect(inspected).toMatchObject({ mediaType: "image/jpeg", marks: [[]] });
  expect(await readdir(recentFolder(folder))).toEqual([expect.stringContaining("pixels")]);
  const task = { digest, mediaType: "image/jpeg", page: 0 } as const;
  const imported = await importPage(objects, task, recent);
  expect(await readdir(recentFolder(folder))).toEqual([expect.not.stringContaining("pixels")]);
  expect(imported).toEqual(await importPage(objects, task));
});

it("nothing is kept of what is not sought, nor of what the import would make a work image of", async () => {
  const folder = temporaryFolder();
  const objects = await openObjectStore(folder);
  const recent = openRecentPages(recentFolder(folder));
  clearRecentPages(recentFolder(folder));
  const { digest } = await objects.put(await asJpeg(await makePage({ seed: 9, resources })));
  expect(await inspectAndSeek(objects, { digest, name: "a.jpg" }, recent)).not.toHaveProperty("marks");
  const turned = await sharp(await asJpeg(await makePage({ seed: 9, resources })))
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const other = await objects.put(turned);
  const found = await inspectAndSeek(objects, { digest: other.digest, name: "b.jpg", seek: true }, recent);
  expect(found.marks).toEqual([[]]);
  expect(await readdir(recentFolder(folder))).toEqual([]);
});
