import type { PageWords } from "#shared/archive/page.ts";
import { secrecyIn } from "#shared/reading/find-marks.ts";
import type { PageBox } from "#shared/archive/reading.ts";
import { type ColourPart, readColour, redAlone, withoutRed } from "./colour-page.ts";
import { collectWords } from "./collect-words.ts";
import type { Grey } from "./grey.ts";
import { asGreyMap } from "./prepare-reading.ts";
import type { Layout, TextReader } from "./text-reader.ts";

type Size = { width: number; height: number };
type Words = PageWords["words"];

/** Below this share of red pixels there is no stamp, only specks and the paper's tint. */
export const leastRed = 0.0004;

/** What is stamped in red on a part of a page, read apart from the print below it; nothing where there is no red. */
export async function readStamps(
  image: Buffer,
  reader: TextReader,
  page: Size,
  box: PageBox,
  width: number,
): Promise<{ words: Words; hasRed: boolean }> {
  const part = await readColour(image, box, width);
  const ink = redAlone(part);
  if (ink.share < leastRed) return { words: [], hasRed: false };
  return { words: await readPart(reader, ink.grey, ink, page, "scattered"), hasRed: true };
}

/** The print of a part of a page, read without the red ink over it. */
export async function readUnderStamps(
  image: Buffer,
  reader: TextReader,
  page: Size,
  box: PageBox,
  width: number,
  layout: Layout,
): Promise<Words> {
  const part = await readColour(image, box, width);
  return readPart(reader, withoutRed(part), part, page, layout);
}

async function readPart(
  reader: TextReader,
  grey: Grey,
  { scale, left, top }: Pick<ColourPart, "left" | "top" | "scale">,
  { width, height }: Size,
  layout: Layout,
): Promise<Words> {
  const { blocks } = await reader.read(asGreyMap(grey), layout);
  return collectWords(blocks, { scale, left, top, width, height }).words;
}

/** The mark of secrecy that is printed or stamped on a page; empty for none. `redAbove` spares a look where it is known. */
export async function findSecrecy(
  image: () => Promise<Buffer>,
  reader: TextReader,
  page: Size & { words: Words; redAbove: number | undefined },
  width: number,
): Promise<string> {
  const printed = secrecyIn(page.words);
  if (printed !== "" || (page.redAbove !== undefined && page.redAbove < leastRed)) return printed;
  const upper: PageBox = [0, 0, page.width, Math.round(page.height / 2)];
  const { words } = await readStamps(await image(), reader, page, upper, width);
  return secrecyIn(words);
}
