import type { Block } from "tesseract.js";
import type { PageWords } from "#shared/archive/page.ts";

/** Where an image stands on its page: how many of the page's pixels each of its own is, and its upper left corner. */
export type OnPage = { scale: number; left?: number; top?: number; width: number; height: number };

/** The words of a reading in its order, boxes in pixels of the page and within it. */
export function collectWords(blocks: readonly Block[], page: OnPage): PageWords {
  const words: PageWords["words"] = [];
  const lines: string[] = [];
  const { scale, left = 0, top = 0 } = page;
  const across = (value: number) => Math.max(0, Math.min(page.width, Math.round(value * scale + left)));
  const down = (value: number) => Math.max(0, Math.min(page.height, Math.round(value * scale + top)));
  for (const line of blocks.flatMap((block) => block.paragraphs).flatMap((paragraph) => paragraph.lines)) {
    const texts: string[] = [];
    for (const word of line.words) {
      const text = word.text.normalize("NFC").trim();
      const { x0, y0, x1, y1 } = word.bbox;
      if (text === "" || x1 <= x0 || y1 <= y0) continue;
      const confidence = Math.round(word.confidence * 10) / 10;
      words.push({ text, confidence, box: [across(x0), down(y0), across(x1), down(y1)], line: lines.length });
      texts.push(text);
    }
    if (texts.length > 0) lines.push(texts.join(" "));
  }
  return { text: lines.join("\n"), words };
}
