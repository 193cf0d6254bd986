import type { Block } from "tesseract.js";
import type { PageBox } from "#shared/archive/reading.ts";
import type { OtherReadings } from "#shared/reading/weigh-digits.ts";
import { binarise, type ColourPart, cutOut, withoutRed } from "./colour-page.ts";
import { type Grey, medianOfNine } from "./grey.ts";
import { asGreyMap } from "./prepare-reading.ts";
import type { TextReader } from "./text-reader.ts";

/** How high a line of print is made for its second reading, in pixels: another size than at the first. */
const [largeHeight, smallHeight] = [76, 54];

/**
 * Reads a zone of one line again in other ways than the page was read: without red ink, enlarged, once black and
 * white and once grey; and its first run of digits alone, as digits alone.
 */
export async function readZone(
  reader: TextReader,
  part: ColourPart,
  box: PageBox,
  withDigits: boolean,
): Promise<OtherReadings> {
  const grey = withoutRed(part);
  const margin = (box[3] - box[1]) * 0.35;
  const large = await cutOut(grey, part, box, { margin, height: largeHeight });
  const small = await cutOut(medianOfNine(grey), part, box, { margin, height: smallHeight });
  if (!large || !small) return { texts: [] };
  const sharpened = binarise(large);
  const first = await reader.read(asGreyMap(sharpened), "line");
  const second = await reader.read(asGreyMap(small), "line");
  const texts = [textOf(first.blocks), textOf(second.blocks)];
  const zone = withDigits ? firstDigits(first.blocks) : undefined;
  if (!zone) return { texts };
  const alone = await readDigits(reader, large, zone);
  return { texts, digits: alone };
}

async function readDigits(reader: TextReader, grey: Grey, box: PageBox): Promise<string> {
  const part = { left: 0, top: 0, scale: 1 };
  const cut = await cutOut(grey, part, [box[0], 0, box[2], grey.height], { margin: 5, height: 64 });
  if (!cut) return "";
  const { blocks } = await reader.read(asGreyMap(cut), "line", "0123456789");
  return textOf(blocks).replace(/\D/g, "");
}

/** Where the first run of digits stands. */
function firstDigits(blocks: readonly Block[]): PageBox | undefined {
  const symbols = wordsOf(blocks).flatMap((word) => word.symbols.map(({ text, bbox }) => ({ text, bbox })));
  const from = symbols.findIndex(({ text }) => /^\d$/.test(text));
  if (from < 0) return undefined;
  const length = symbols.slice(from).findIndex(({ text }) => !/^\d$/.test(text));
  const run = symbols.slice(from, length < 0 ? undefined : from + length);
  return [
    Math.min(...run.map(({ bbox }) => bbox.x0)),
    Math.min(...run.map(({ bbox }) => bbox.y0)),
    Math.max(...run.map(({ bbox }) => bbox.x1)),
    Math.max(...run.map(({ bbox }) => bbox.y1)),
  ];
}

function wordsOf(blocks: readonly Block[]) {
  return blocks
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .flatMap((line) => line.words);
}

function textOf(blocks: readonly Block[]): string {
  return wordsOf(blocks)
    .map(({ text }) => text.normalize("NFC").trim())
    .join(" ");
}
