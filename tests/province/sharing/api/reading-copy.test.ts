import sharp from "sharp";
import { expect, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import { readingCopies } from "#province/sharing/api/reading-copy.ts";
import { resources } from "#tests/fixtures/resources.ts";

const now = Date.UTC(2026, 10, 30);
const digest = (letter: string) => letter.repeat(64) as Digest;
const wanted = (letter: string) => ({
  ...{ digest: digest(letter), partner: "Kho", masked: true, title: "Quyết định" },
});
const jpeg = new Uint8Array(
  await sharp({ create: { width: 40, height: 60, channels: 3, background: "#ffffff" } })
    .jpeg()
    .toBuffer(),
);

/** Pages of one leaf each; a document whose first byte is 2 is never drawn, one of 3 cannot be. */
function pagesOf() {
  const drawn: number[] = [];
  const pages: Pick<PageDesk, "draw" | "read"> = {
    read: () => Promise.resolve({ pages: 1, boxes: [], covered: 0 } as never),
    draw({ bytes }) {
      drawn.push(bytes[0] ?? 0);
      if (bytes[0] === 2) return new Promise(() => undefined);
      return bytes[0] === 3 ? Promise.reject(new Error("no page")) : Promise.resolve({ jpeg } as never);
    },
  };
  return { drawn, pages: { ...pages, close: () => Promise.resolve() } };
}
const bytesOf = (of: Digest) => Promise.resolve(Buffer.from([Number(of[0])]));

test("a copy is made once a day for a partner, and let go where others take its room", async () => {
  const { pages, drawn } = pagesOf();
  const copies = readingCopies(pages, resources, bytesOf, 1);
  const first = await copies(wanted("1"), now);
  expect((await copies(wanted("1"), now)).sha256).toBe(first.sha256);
  expect(drawn).toEqual([1]);
  await copies(wanted("4"), now);
  await copies(wanted("1"), now);
  expect(drawn).toEqual([1, 4, 1]);
});

test("nobody waits for a copy that another asked for, or hears that it failed", async () => {
  const { pages } = pagesOf();
  const copies = readingCopies(pages, resources, bytesOf, 1);
  void copies(wanted("2"), now);
  const failing = copies(wanted("3"), now);
  const made = copies(wanted("1"), now);
  await expect(failing).rejects.toThrow("no page");
  expect((await made).bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await expect(copies(wanted("3"), now)).rejects.toThrow("no page");
});
