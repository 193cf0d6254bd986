import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageBox } from "#shared/archive/reading.ts";
import { asGreyMap, readingDpi } from "#electron/pipeline/steps/prepare-reading.ts";
import { readColour, withoutRed } from "#electron/pipeline/steps/colour-page.ts";
import { findSecrecy, readStamps, readUnderStamps } from "#electron/pipeline/steps/read-ink.ts";
import { readZone } from "#electron/pipeline/steps/read-zone.ts";
import { openTextReader } from "#electron/pipeline/steps/text-reader.ts";
import { asJpeg } from "#electron/sample/make-page.ts";
import { loadSampleFonts, setFace } from "#electron/sample/sample-fonts.ts";
import { makeLetter } from "#tests/fixtures/letters/make-letter.ts";
import { resources } from "#tests/fixtures/resources.ts";

const reader = openTextReader(resources, readingDpi);
afterAll(() => reader.close());

let letter: Awaited<ReturnType<typeof makeLetter>>;
let plain: Buffer;
let size: { width: number; height: number };
let upper: PageBox;

/** A letter without marks of its own; what is stamped on it is drawn here. */
beforeAll(async () => {
  loadSampleFonts(resources);
  letter = await makeLetter(resources, 3, { secrecy: "", urgency: "", arrival: undefined });
  plain = await asJpeg(letter);
  size = { width: letter.width, height: letter.height };
  upper = [0, 0, size.width, Math.round(size.height / 2)];
});

/** Stamps a frame with capitals in it, in red ink, at a share of the page's width and height. */
async function stamped(text: string, at: { x: number; y: number; turned?: number }): Promise<Buffer> {
  const { width, height } = size;
  const font = Math.round(width / 38);
  const [x, y] = [width * at.x, height * at.y];
  const wide = font * text.length * 0.95;
  // With the project's own font: the machine's fonts are none of a test's business.
  const canvas = createCanvas(width, height);
  const ink = canvas.getContext("2d");
  ink.translate(x, y);
  ink.rotate(((at.turned ?? 0) * Math.PI) / 180);
  ink.strokeStyle = "#c8202c";
  ink.fillStyle = "#c8202c";
  ink.lineWidth = 6;
  ink.strokeRect(-font / 2, -font * 1.2, wide, font * 1.7);
  setFace(ink, "bold", font);
  ink.fillText(text, 0, 0);
  return sharp(plain)
    .composite([{ input: canvas.toBuffer("image/png") }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

const secrecyOf = async (image: Buffer, redAbove?: number) => {
  let asked = 0;
  const take = () => {
    asked += 1;
    return readColour(image, upper, 1654);
  };
  const mark = await findSecrecy(reader, { ...size, words: [], redAbove }, take);
  return { mark, asked };
};

describe("a red stamp", () => {
  it.each([
    ["MẬT", "Mật"],
    ["TỐI MẬT", "Tối mật"],
    ["TUYỆT MẬT", "Tuyệt mật"],
  ])("that says %s over the head of a letter is found", async (text, mark) => {
    expect(await secrecyOf(await stamped(text, { x: 0.12, y: 0.2 }))).toEqual({ mark, asked: 1 });
  });

  it("of a received document is no mark of secrecy, and no stamp is none", async () => {
    expect(await secrecyOf(await stamped("CÔNG VĂN ĐẾN", { x: 0.1, y: 0.25 }))).toMatchObject({ mark: "" });
    expect(await secrecyOf(plain)).toMatchObject({ mark: "" });
    // The seal at the letter's end lies below.
    const head: PageBox = [0, 0, size.width, Math.round(size.height * 0.3)];
    expect(await readStamps(await readColour(plain, head, 1654), reader, size)).toEqual({
      words: [],
      hasRed: false,
    });
  });

  it("is not looked for where the page is known to have no red, nor where the mark is printed", async () => {
    expect(await secrecyOf(await stamped("MẬT", { x: 0.12, y: 0.2 }), 0)).toEqual({ mark: "", asked: 0 });
    const words = [{ text: "MẬT", confidence: 90, box: [10, 10, 90, 40] as PageBox, line: 0 }];
    const never = () => Promise.reject(new Error("must not be asked"));
    expect(await findSecrecy(reader, { ...size, words, redAbove: 0.5 }, never)).toBe("Mật");
  });

  it("is read apart from the print below it, and the print without it, boxes on the page", async () => {
    const image = await stamped("TỐI MẬT", { x: 0.1, y: 0.16 });
    const { words, hasRed } = await readStamps(await readColour(image, upper, 1654), reader, size);
    expect(hasRed).toBe(true);
    expect(words.map(({ text }) => text).join(" ")).toMatch(/M[ẬẠẶ]T/u);
    const [left = 0, top = 0] = words.find(({ text }) => /^M.T$/u.test(text))?.box ?? [];
    expect(left / size.width).toBeGreaterThan(0.08);
    expect(top / size.height).toBeGreaterThan(0.11);
    expect(top / size.height).toBeLessThan(0.2);
    const below = await readUnderStamps(image, reader, size, upper, 1654, "page");
    const text = below.map((word) => word.text).join(" ");
    expect(text).not.toMatch(/\bTỐI M[ẬẠẶ]T\b/u);
    expect(text).toContain("Độc lập");
  });
});

describe("a zone of one line", () => {
  it("is read twice in other ways, and its first digits alone", async () => {
    const words = await readUnderStamps(plain, reader, size, upper, 1654, "page");
    const number = words.find(({ text }) => text.startsWith(letter.letter.number));
    if (!number)
      throw new Error(`${letter.letter.number} is not read: ${words.map(({ text }) => text).join(" ")}`);
    const [x0, y0, x1, y1] = number.box;
    const around: PageBox = [x0 - 40, y0 - 20, x1 + 40, y1 + 20];
    const part = await readColour(plain, around, size.width);
    const { texts, digits } = await readZone(reader, part, number.box, true);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain(letter.letter.number);
    expect(digits).toBe(letter.letter.number);
    expect(await readZone(reader, part, number.box, false)).not.toHaveProperty("digits");
  });

  it("of nothing gives no reading", async () => {
    const part = await readColour(plain, [0, 0, 3, 3], size.width);
    expect(await readZone(reader, part, [0, 0, 2, 2], true)).toEqual({ texts: [] });
    expect(asGreyMap(withoutRed(part)).subarray(0, 2).toString()).toBe("P5");
  });
});
