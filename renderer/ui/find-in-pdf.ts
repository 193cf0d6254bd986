import type { PDFDocumentProxy } from "pdfjs-dist";
import { fold } from "#shared/base/fold.ts";

/** Pages read ahead of the first answer. */
const readAtOnce = 4;

/**
 * The numbers of the pages, from 1 and in order, whose text has the words one after another, compared without
 * accents. Each page's text is read once and kept in `texts`; a page that cannot be read is passed over.
 */
export async function findInPdf(
  pdf: PDFDocumentProxy,
  query: string,
  texts: Map<number, string>,
  isStopped: () => boolean,
): Promise<number[]> {
  const wanted = squeeze(fold(query));
  if (wanted === "") return [];
  const found: number[] = [];
  for (let first = 1; first <= pdf.numPages && !isStopped(); first += readAtOnce) {
    const numbers = Array.from(
      { length: Math.min(readAtOnce, pdf.numPages - first + 1) },
      (_, at) => first + at,
    );
    const read = await Promise.all(numbers.map((number) => readText(pdf, number, texts)));
    found.push(...numbers.filter((_, at) => read[at]?.includes(wanted)));
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
    const text = squeeze(fold(runs.join(" ")));
    texts.set(number, text);
    return text;
  } catch {
    return "";
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
