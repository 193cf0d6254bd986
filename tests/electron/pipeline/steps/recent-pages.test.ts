import { readdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { digestOfText } from "#shared/base/digest.ts";
import { clearRecentPages, openRecentPages, type RecentPage } from "#electron/pipeline/steps/recent-pages.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const page: RecentPage = {
  grey: { data: Uint8Array.from([0, 80, 160, 255, 1, 2]), width: 3, height: 2 },
  width: 2480,
  height: 3508,
  redAbove: 0.0125,
};
const taskOf = (at: number) => ({
  digest: digestOfText(`scan ${at}`),
  mediaType: "image/jpeg",
  page: 0,
});

it("are found by another worker as they were kept, until they are forgotten", async () => {
  const folder = temporaryFolder();
  const [one, other] = [openRecentPages(folder), openRecentPages(folder)];
  await one.keep(taskOf(1), page);
  const found = await other.find(taskOf(1));
  expect(found).toMatchObject({ width: 2480, height: 3508, redAbove: 0.0125 });
  expect([...(found?.grey.data ?? [])]).toEqual([0, 80, 160, 255, 1, 2]);
  expect(found?.grey).toMatchObject({ width: 3, height: 2 });
  await other.forget(taskOf(1));
  expect(await one.find(taskOf(1))).toBeUndefined();
});

it("keep the upper half in colour where there is a stamp on it", async () => {
  const recent = openRecentPages(temporaryFolder());
  const above = { data: Uint8Array.from([200, 20, 20, 1, 2, 3, 4, 5, 6]), width: 3, height: 1 };
  await recent.keep(taskOf(1), { ...page, above });
  const found = await recent.find(taskOf(1));
  expect([...(found?.grey.data ?? [])]).toEqual([0, 80, 160, 255, 1, 2]);
  expect(found?.above).toMatchObject({ width: 3, height: 1 });
  expect([...(found?.above?.data ?? [])]).toEqual([...above.data]);
});

it("keep what was decoded before the import until that takes it, once", async () => {
  const recent = openRecentPages(temporaryFolder());
  const data = Buffer.from([1, 2, 3, 4, 5, 6]);
  await recent.keepPixels(taskOf(1), { data, raw: { width: 2, height: 1, channels: 3 } });
  expect(await recent.find(taskOf(1))).toBeUndefined();
  const found = await recent.takePixels(taskOf(1));
  expect(found).toEqual({ data, raw: { width: 2, height: 1, channels: 3 } });
  expect(await recent.takePixels(taskOf(1))).toBeUndefined();
});

it("are of a page of one master and one correction", async () => {
  const recent = openRecentPages(temporaryFolder());
  await recent.keep({ ...taskOf(1), page: 1 }, page);
  expect(await recent.find(taskOf(1))).toBeUndefined();
  expect(await recent.find({ ...taskOf(1), page: 1 })).toBeDefined();
});

it("are bounded: the first stay until somebody came for them, or for half an hour", async () => {
  const folder = temporaryFolder();
  let now = 0;
  const recent = openRecentPages(folder, undefined, () => now);
  for (let at = 0; at < 40; at += 1) await recent.keep(taskOf(at), page);
  expect(await readdir(folder)).toHaveLength(24);
  expect(await recent.find(taskOf(30))).toBeUndefined();
  await recent.forget(taskOf(3));
  await recent.keep(taskOf(30), page);
  expect(await recent.find(taskOf(30))).toBeDefined();
  now = 31 * 60_000;
  await recent.keep(taskOf(31), page);
  expect(await readdir(folder)).toHaveLength(1);
});

it("that are not whole, and folders that are not there, say that there is none", async () => {
  const folder = temporaryFolder();
  const recent = openRecentPages(folder);
  await recent.keep(taskOf(1), page);
  const [name = ""] = await readdir(folder);
  await truncate(join(folder, name), 59);
  expect(await recent.find(taskOf(1))).toBeUndefined();
  const nowhere = openRecentPages(join(folder, "not", "there"));
  await nowhere.keep(taskOf(1), page);
  expect(await nowhere.find(taskOf(1))).toBeUndefined();
  await nowhere.forget(taskOf(1));
});

it("of an earlier run are emptied out", async () => {
  const folder = join(temporaryFolder(), "recent");
  clearRecentPages(folder);
  await openRecentPages(folder).keep(taskOf(1), page);
  clearRecentPages(folder);
  expect(await readdir(folder)).toEqual([]);
});
