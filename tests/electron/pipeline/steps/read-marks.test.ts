import { join } from "node:path";
import { encode } from "uqr";
import sharp from "sharp";
import { beforeEach, expect, it } from "vitest";
import type { SeparatorMark } from "#shared/capture/separator-mark.ts";
import { readSeparatorMark } from "#shared/capture/separator-mark.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { readMarks } from "#electron/pipeline/steps/read-marks.ts";
import { pdfOfScans, smallTiff } from "#tests/electron/capture/scans.ts";
import { scanSeparator, separatorPdf, type Wear } from "#tests/helpers/separator-scans.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const mark: SeparatorMark = { of: "item", id: "01JB6Q3Z7N8R5T2V4W6X8Y0ZAB" };

let objects: ObjectStore;

beforeEach(async () => {
  objects = await openObjectStore(join(temporaryFolder(), "objects"));
});

async function look(bytes: Buffer, mediaType = "image/jpeg", count = 1): Promise<string[][]> {
  const { digest } = await objects.put(bytes);
  return readMarks(objects, { digest, mediaType, from: 0, count });
}

const wears: [string, Wear][] = [
  ["as printed, at 300 dpi", { dpi: 300 }],
  ["turned by 90°", { turn: 90 }],
  ["upside down", { turn: 180 }],
  ["turned by 270°", { turn: 270 }],
  ["skewed by 5°", { turn: 5 }],
  ["skewed by -5°", { turn: -5 }],
  ["upside down and skewed", { turn: 177 }],
  ["faded", { contrast: 0.2 }],
  ["faded, skewed", { contrast: 0.25, turn: -4 }],
  ["at 200 dpi", {}],
  ["printed at half its size", { scale: 0.5 }],
  ["blurred", { blur: 3 }],
  ["with noise", { noise: 0.04 }],
  ["with the large code under a stain", { stained: true }],
];

it.each(wears)("reads a separator %s", async (_, wear) => {
  const [texts = []] = await look(await scanSeparator(mark, wear));
  expect(texts.map(readSeparatorMark)).toEqual([mark]);
});

it("looks at each page of a PDF and of a TIFF, and finds nothing on pages without a code", async () => {
  expect(await look(await separatorPdf(mark), "application/pdf")).toEqual([
    [expect.stringContaining(mark.id)],
  ]);
  expect(await look(await pdfOfScans(3, 3), "application/pdf", 3)).toEqual([[], [], []]);
  expect(await look(await smallTiff(5, 2), "image/tiff", 2)).toEqual([[], []]);
});

it("tells whose a code is: another's is none, one with a wrong sum is damaged", async () => {
  const { data, size } = encode("https://example.org/MUCLUC1", { ecc: "M", border: 4 });
  const pixels = Buffer.from(data.flat().map((dark) => (dark ? 0 : 255)));
  const image = sharp(pixels, { raw: { width: size, height: size, channels: 1 } });
  const bytes = await image
    .resize(size * 8, size * 8, { kernel: "nearest" })
    .jpeg()
    .toBuffer();
  const [texts = []] = await look(bytes);
  expect(texts).toEqual(["https://example.org/MUCLUC1"]);
  expect(texts.map(readSeparatorMark)).toEqual(["none"]);
});
