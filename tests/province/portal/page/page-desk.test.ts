import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterEach, beforeAll, expect, test } from "vitest";
import { openPageDesk, type PageDesk } from "#province/portal/page/open-page-desk.ts";
import type { Zone } from "#province/portal/page/messages.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { paperOf } from "#tests/province/portal/paper.ts";

const lines = ["Quyết định số 64/QĐ-UB", "Ông Nguyễn Văn An, CMND số 211 234 567, được giao đất", "Hết"];

let bytes: Uint8Array;
let desk: PageDesk | undefined;

beforeAll(async () => {
  bytes = new Uint8Array(await paperOf(...lines));
});

afterEach(() => desk?.close());

function open(options: { workerFile?: URL; patience?: number } = {}): PageDesk {
  desk = openPageDesk({ resources }, options);
  return desk;
}

/** How dark a zone of a drawn page is: 0 for paper, 1 for ink. */
async function darkness(jpeg: Uint8Array, [left, top, right, bottom]: Zone): Promise<number> {
  const image = await loadImage(Buffer.from(jpeg));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const [x, y] = [Math.round(left * image.width), Math.round(top * image.height)];
  const wide = Math.max(1, Math.round((right - left) * image.width));
  const tall = Math.max(1, Math.round((bottom - top) * image.height));
  const { data } = context.getImageData(x, y, wide, tall);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) dark += 255 - (data[at] ?? 0);
  return dark / (data.length / 4) / 255;
}

test("finds folded words on the page, the last one as a beginning, and hides numbers in its text", async () => {
  const read = await open().read({ bytes, page: 0, words: ["quyet", "nguy"], masked: true });
  expect(read).toMatchObject({ pages: 2, width: 595.28, height: 841.89 });
  expect(read.text).toContain("Nguyễn Văn An, CMND số ••• ••• •••, được");
  expect(read.hits).toHaveLength(2);
  // A hidden number cannot be guessed by its beginning.
  for (const part of ["2", "211", "234", "567"])
    expect((await open().read({ bytes, page: 0, words: [part], masked: true })).hits, part).toEqual([]);
  for (const [left, top, right, bottom] of read.hits) {
    expect(left).toBeGreaterThan(0.1);
    expect(right).toBeLessThan(0.5);
    expect(top).toBeGreaterThan(0.1);
    expect(bottom).toBeLessThan(0.2);
  }
  expect((await open().read({ bytes, page: 1, words: ["hai"], masked: false })).text).toBe("Trang hai");
});

test("covers identity numbers in the pixels, and nothing else", async () => {
  const pages = open();
  const draw = (masked: boolean, watermark = "") =>
    pages.draw({ bytes, page: 0, width: 1000, masked, watermark });
  const [number] = (await pages.read({ bytes, page: 0, words: ["567"], masked: false })).hits;
  const [name] = (await pages.read({ bytes, page: 0, words: ["nguyen"], masked: false })).hits;
  if (!number || !name) throw new Error("the words are on the page");
  const [plain, masked] = [await draw(false), await draw(true)];
  expect([plain.covered, masked.covered, masked.hasText]).toEqual([0, 1, true]);
  expect(await darkness(plain.jpeg, number)).toBeLessThan(0.5);
  expect(await darkness(masked.jpeg, number)).toBeGreaterThan(0.8);
  expect(await darkness(masked.jpeg, name)).toBeCloseTo(await darkness(plain.jpeg, name), 2);
  const marked = await draw(true, "BẢN ĐỌC · Nguyễn Thị Lan · 29/11/2026");
  const whole: Zone = [0, 0.3, 1, 1];
  expect(await darkness(marked.jpeg, whole)).toBeGreaterThan((await darkness(masked.jpeg, whole)) + 0.002);
});

test("a page that is not there, and bytes that are no PDF, reject alone", async () => {
  const pages = open();
  const task = { bytes, page: 9, width: 600, masked: true, watermark: "" };
  const all = await Promise.allSettled([
    pages.draw(task),
    pages.draw({ ...task, page: 0, bytes: new Uint8Array([1, 2, 3]) }),
    pages.draw({ ...task, page: 1 }),
  ]);
  expect(all).toMatchObject([
    { reason: { statusCode: 404, code: "no-such-page" } },
    { reason: { statusCode: 422, code: "unreadable" } },
    { status: "fulfilled" },
  ]);
});

test("what takes too long, or ends the thread, is given up and the next page drawn", async () => {
  const silent = new URL("data:text/javascript,setInterval(() => undefined, 1000)");
  const task = { bytes, page: 0, width: 600, masked: true, watermark: "" };
  await expect(open({ workerFile: silent, patience: 300 }).draw(task)).rejects.toMatchObject({
    code: "unreadable",
    message: "it took too long",
  });
  const ending = new URL(
    "data:text/javascript,import('node:worker_threads').then(({ parentPort }) => parentPort.on('message', () => process.exit(3)))",
  );
  const pages = open({ workerFile: ending });
  const both = await Promise.allSettled([pages.draw(task), pages.draw(task)]);
  expect(both).toMatchObject([
    { reason: { message: "ended with 3" } },
    { reason: { message: "ended with 3" } },
  ]);
});
