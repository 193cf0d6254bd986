import type { PDFDocumentProxy } from "pdfjs-dist";
import { foldedWords } from "#shared/base/fold.ts";

/** Pages read ahead of the first answer. */
const readAtOnce = 4;

/**
 * The numbers of the pages, from 1 and in order, whose text has every word (or its beginning), compared without
 * accents. Each page's text, as folded words, is read once and kept in `texts`; a page that cannot be read is passed over.
 */
export async function findInPdf(
  pdf: PDFDocumentProxy,
  query: string,
  texts: Map<number, string>,
  isStopped: () => boolean,
): Promise<number[]> {
  const wanted = foldedWords(query);
  if (wanted.length === 0) return [];
  const found: number[] = [];
  for (let first = 1; first <= pdf.numPages && !isStopped(); first += readAtOnce) {
    const numbers = Array.from(
      { length: Math.min(readAtOnce, pdf.numPages - first + 1) },
      (_, at) => first + at,
    );
    const read = await Promise.all(numbers.map((number) => readText(pdf, number, texts)));
    found.push(...numbers.filter((_, at) => wanted.every((word) => read[at]?.includes(` ${word}`))));
  }
  return found;
}

async function readText(pdf: PDFDocumentProxy, number: number, texts: Map<number, string>): Promise<string> {
  const kept = texts.get(number);
  if (kept !== undefined) return kept;
  try {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const runs = content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""));
    const text = ` ${foldedWords(runs.join(" ")).join(" ")} `;
    texts.set(number, text);
    return text;
  } catch {
    return "";
  }
}
