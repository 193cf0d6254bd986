import type { PageWords } from "#shared/archive/page.ts";
import { secrecyIn } from "#shared/reading/find-marks.ts";
import type { PageBox } from "#shared/archive/reading.ts";
import { type ColourPart, leastRed, readColour, redAlone, withoutRed } from "./colour-page.ts";
import { collectWords } from "./collect-words.ts";
import type { Grey } from "./grey.ts";
import { asGreyMap } from "./prepare-reading.ts";
import type { Layout, TextReader } from "./text-reader.ts";

type Size = { width: number; height: number };
type Words = PageWords["words"];

/** What is stamped in red on a part of a page, read apart from the print below it; nothing where there is no red. */
export async function readStamps(
  part: ColourPart,
  reader: TextReader,
  page: Size,
): Promise<{ words: Words; hasRed: boolean }> {
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

/**
 * The mark of secrecy that is printed or stamped on a page; empty for none. `redAbove` spares a look where it is known;
 * `above` gives the page's upper half in colour.
 */
export async function findSecrecy(
  reader: TextReader,
  page: Size & { words: Words; redAbove: number | undefined },
  above: () => Promise<ColourPart>,
): Promise<string> {
  const printed = secrecyIn(page.words);
  if (printed !== "" || (page.redAbove !== undefined && page.redAbove < leastRed)) return printed;
  const { words } = await readStamps(await above(), reader, page);
  return secrecyIn(words);
}
