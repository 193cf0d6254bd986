import { join } from "node:path";
import { expect, it } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { measureQuality } from "#electron/pipeline/steps/measure-quality.ts";
import { openPageGrey } from "#electron/pipeline/steps/page-grey.ts";
import { openRecentPages } from "#electron/pipeline/steps/recent-pages.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const resources = join(import.meta.dirname, "../../../../resources");

it("measures a page just imported as it measures its work image, without reading that again", async () => {
  const objects = await openObjectStore(temporaryFolder());
  const scan = await asJpeg(await makePage({ resources, seed: 5, dpi: 300, turned: 1.5 }));
  const { digest } = await objects.put(scan);
  const task = { digest, mediaType: "image/jpeg", page: 0 };
  const recent = openRecentPages(temporaryFolder());
  await importPage(objects, task, recent);
  const later = await measureQuality(objects, task);
  const noObjects = {
    ...objects,
    read: () => {
      throw new Error("read again");
    },
    path: () => "/nowhere",
  };
  const now = await measureQuality(noObjects, task, recent);
  expect(now.skew).toBeCloseTo(later.skew, 1);
  expect(now.sharpness).toBeCloseTo(later.sharpness, 1);
  expect(Math.abs(now.ink - later.ink)).toBeLessThan(later.ink * 0.1);
  expect(now.blank).toBe(later.blank);
});

it("decodes again what is wanted finer than it was kept", async () => {
  const objects = await openObjectStore(temporaryFolder());
  const recent = openRecentPages(temporaryFolder());
  const { digest } = await objects.put(await asJpeg(await makePage({ resources, seed: 2, dpi: 150 })));
  const task = { digest, mediaType: "image/jpeg", page: 0 };
  await importPage(objects, task, recent);
  const page = await openPageGrey(objects, task, recent);
  expect((await page.at(page.width * 2)).width).toBe(page.width * 2);
});
