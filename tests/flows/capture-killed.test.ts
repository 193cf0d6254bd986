import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isDigest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const pageCount = 4;
const allJobs = pageCount * 3 + 2;

/** Runs the capturing desk as a process of its own until so many jobs are done, then kills it as a power cut does. */
async function runUntil(folder: string, scans: object[], done: number): Promise<number> {
  const program = join(import.meta.dirname, "capture-desk.ts");
  const child = spawn(process.execPath, [program, folder, JSON.stringify(scans)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const total = JSON.parse(line) as { done: number };
    seen = total.done;
    if (seen >= done) break;
  }
  child.kill("SIGKILL");
  await ended;
  return seen;
}

test("a desk killed again and again finishes its work, loses nothing and doubles nothing", async () => {
  const folder = temporaryFolder();
  const objects = await openObjectStore(join(folder, "objects"));
  const scans: { name: string; digest: string }[] = [];
  for (let page = 1; page <= pageCount; page += 1) {
    const drawn = await makePage({ seed: page, dpi: 100, resources });
    const { digest } = await objects.put(await asJpeg(drawn));
    scans.push({ name: `H05.1.0000001_${page}.jpg`, digest });
  }
  const journal = openJournal(folder, { deviceId: "desk", now: () => Date.now() });
  journal.write("files", [sampleFile("file-1", { code: "H05.1" })], "screen");
  journal.write("items", [sampleItem("item-1", { fileId: "file-1", pageCount })], "screen");
  journal.close();

  const seen: number[] = [];
  for (const done of [0, 2, 6, 9, allJobs]) seen.push(await runUntil(folder, scans, done));
  // What was done before a kill was still done after it.
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  expect(seen.at(-1)).toBe(allJobs);

  const after = openJournal(folder, { deviceId: "desk", now: () => Date.now() });
  onTestFinished(() => after.close());
  expect((await after.verify()).brokenAt).toBeUndefined();
  const pages = after.children("pages", "item-1");
  expect(pages.map(({ ordinal }) => ordinal).sort()).toEqual([1, 2, 3, 4]);
  for (const page of pages) {
    expect(page.hold).toBe("");
    for (const digest of [page.thumbDigest, page.viewDigest, page.wordsDigest]) {
      expect(isDigest(digest) && (await objects.size(digest))).toBeGreaterThan(0);
    }
  }
  const { renditionDigest = "", renditionSize } = after.read("items", "item-1") ?? {};
  expect(isDigest(renditionDigest) && (await objects.size(renditionDigest))).toBe(renditionSize);
});
