import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  binarise,
  type ColourPart,
  cutOut,
  readColour,
  redAlone,
  shareOfRed,
  withoutRed,
} from "#electron/pipeline/steps/colour-page.ts";

const ink = { black: [20, 20, 20], red: [205, 40, 45], paper: [238, 225, 190], blue: [40, 60, 150] } as const;
type Ink = keyof typeof ink;

/** A part of pixels of these inks. */
function part(rows: readonly (readonly Ink[])[]): ColourPart {
  const data = Uint8Array.from(rows.flat().flatMap((name) => ink[name]));
  return { data, width: rows[0]?.length ?? 0, height: rows.length, left: 0, top: 0, scale: 1 };
}

/** A page of paper with a box of an ink, as a stored picture. */
async function pageWith(name: Ink, box: { left: number; top: number; width: number; height: number }) {
  const colour = (of: Ink) => ({ r: ink[of][0], g: ink[of][1], b: ink[of][2] });
  const { left, top, width, height } = box;
  const mark = await sharp({ create: { width, height, channels: 3, background: colour(name) } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 400, height: 300, channels: 3, background: colour("paper") } })
    .composite([{ input: mark, left, top }])
    .png()
    .toBuffer();
}

describe("red ink", () => {
  it("is told from print, blue ink and yellowed paper", () => {
    const inks: Ink[] = ["red", "black", "paper", "blue"];
    const { grey, share } = redAlone(part([inks, inks]));
    expect(share).toBe(0.25);
    expect([...grey.data].map((level) => level < 128)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(shareOfRed(part([inks]).data, 3, 4)).toBe(0.25);
  });

  it("has no share of a grey page, nor of no page", () => {
    expect(shareOfRed(Uint8Array.from([200, 40, 40, 200]), 1, 4)).toBe(0);
    expect(shareOfRed(new Uint8Array(0), 3, 0)).toBe(0);
    expect(redAlone(part([["paper", "black"]])).share).toBe(0);
  });

  it("goes from under print without the print: a seal is as bright as paper, letters stay dark", () => {
    const [red = 0, black = 0, paper = 0] = withoutRed(part([["red", "black", "paper"]])).data;
    expect(black).toBeLessThan(40);
    expect(red).toBeGreaterThan(180);
    expect(paper).toBeGreaterThan(180);
  });
});

describe("a part of a page", () => {
  it("is read with its place and size, made no wider than told", async () => {
    const page = await pageWith("red", { left: 100, top: 50, width: 100, height: 40 });
    const own = await readColour(page, [100, 50, 200, 90], 400);
    expect(own).toMatchObject({ left: 100, top: 50, width: 100, height: 40, scale: 1 });
    expect(redAlone(own).share).toBe(1);
    const half = await readColour(page, [0, 0, 400, 300], 200);
    expect(half).toMatchObject({ left: 0, top: 0, width: 200, height: 150, scale: 2 });
    const ink = redAlone(half);
    expect(ink.share).toBeCloseTo(4000 / 120_000, 2);
    // Cut to where it stands: 24 pixels of white around a mark of 50 × 20, but never beyond the part.
    expect(ink).toMatchObject({ left: 52, top: 2, scale: 2, grey: { width: 98, height: 68 } });
    const [corner, middle] = [ink.grey.data[0], ink.grey.data[34 * 98 + 49] ?? 255];
    expect([corner, middle < 128]).toEqual([255, true]);
  });

  it("that reaches over the page's edges ends there; one beside it is a single pixel", async () => {
    const page = await pageWith("black", { left: 0, top: 0, width: 10, height: 10 });
    expect(await readColour(page, [-50, -20, 900, 900], 400)).toMatchObject({
      left: 0,
      top: 0,
      width: 400,
      height: 300,
    });
    expect(await readColour(page, [900, 900, 950, 950], 400)).toMatchObject({
      left: 399,
      top: 299,
      width: 1,
      height: 1,
    });
  });

  it("of a damaged page is that page's failure", async () => {
    const page = await pageWith("black", { left: 0, top: 0, width: 10, height: 10 });
    await expect(readColour(page.subarray(0, 60), [0, 0, 10, 10], 100)).rejects.toMatchObject({
      name: "TaskFailure",
    });
  });

  it("is cut at a box of the page, enlarged, with white around it", async () => {
    const page = await pageWith("black", { left: 200, top: 100, width: 60, height: 20 });
    const half = await readColour(page, [100, 50, 400, 250], 150);
    const cut = await cutOut(withoutRed(half), half, [200, 100, 260, 120], { margin: 10, height: 80 });
    if (!cut) throw new Error("nothing was cut");
    expect(cut.height).toBe(80 + 28);
    // 80 × 40 of the page's pixels, 80 high.
    expect(cut.width).toBe(160 + 36);
    const at = (x: number, y: number) => cut.data[y * cut.width + x] ?? -1;
    expect(at(3, 3)).toBe(255);
    expect(at(cut.width / 2, cut.height / 2)).toBeLessThan(60);
    expect(at(18 + 4, 14 + 4)).toBeGreaterThan(150);
  });

  it("is not cut where next to nothing of the box is in it", async () => {
    const page = await pageWith("black", { left: 0, top: 0, width: 10, height: 10 });
    const half = await readColour(page, [0, 0, 100, 100], 100);
    const grey = withoutRed(half);
    expect(await cutOut(grey, half, [98, 98, 100, 100], { margin: 0, height: 50 })).toBeUndefined();
    expect(await cutOut(grey, half, [300, 200, 350, 220], { margin: 0, height: 50 })).toBeUndefined();
  });
});

describe("black and white", () => {
  it("parts faded ink from paper wherever they lie", () => {
    for (const [dark, bright] of [
      [20, 240],
      [150, 190],
      [90, 120],
    ] as const) {
      const data = Uint8Array.from({ length: 400 }, (_, at) => (at % 8 === 0 ? dark : bright) + (at % 3));
      const { data: out } = binarise({ data, width: 20, height: 20 });
      expect([...out].every((level, at) => level === (at % 8 === 0 ? 0 : 255))).toBe(true);
    }
  });
});
