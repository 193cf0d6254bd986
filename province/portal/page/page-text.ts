import type { openPdfjs } from "#shared/node/open-pdfjs.ts";
import { findIdentityNumbers, type Span } from "#shared/portal/identity-numbers.ts";
import { foldedWords } from "#shared/base/fold.ts";
import type { Zone } from "./messages.ts";

type Document = Awaited<ReturnType<typeof openPdfjs>>["document"];
export type OpenedPage = Awaited<ReturnType<Document["getPage"]>>;

type Piece = { from: number; text: string; zone: Zone };

/** A page's text in its order, and where on the page each part of it stands. */
export type PageText = {
  text: string;
  /** The zones of a part of the text, one for each run of letters it goes through. */
  zonesOf: (span: Span) => Zone[];
};

/** Reads the text layer of a page: what the recognition wrote under the image, or the page's own letters. */
export async function readPageText(page: OpenedPage): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const pieces: Piece[] = [];
  let text = "";
  for (const item of content.items) {
    if (!("str" in item) || item.str === "") continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const tall = item.height || Math.hypot(a, b);
    const along = Math.hypot(a, b) || 1;
    const end = [x + (a / along) * item.width, y + (b / along) * item.width] as const;
    const up = [(-b / along) * tall, (a / along) * tall] as const;
    const corners = [
      [x - up[0] * 0.25, y - up[1] * 0.25],
      [x + up[0], y + up[1]],
      [end[0] - up[0] * 0.25, end[1] - up[1] * 0.25],
      [end[0] + up[0], end[1] + up[1]],
    ].map(([left, top]) => viewport.convertToViewportPoint(left ?? 0, top ?? 0) as [number, number]);
    const across = corners.map(([left]) => left / viewport.width);
    const down = corners.map(([, top]) => top / viewport.height);
    const zone: Zone = [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
    pieces.push({ from: text.length, text: item.str, zone });
    text += item.str + (item.hasEOL ? "\n" : " ");
  }
  return { text: text.trimEnd(), zonesOf: (span) => zonesOf(pieces, span) };
}

function zonesOf(pieces: readonly Piece[], { from, to }: Span): Zone[] {
  return pieces.flatMap((piece): Zone[] => {
    const first = Math.max(from, piece.from) - piece.from;
    const last = Math.min(to, piece.from + piece.text.length) - piece.from;
    if (first >= last) return [];
    const [left, top, right, bottom] = piece.zone;
    const step = (right - left) / piece.text.length;
    // Letters of one run are not all as wide as another: where only a part is meant, a letter's width is added.
    const lead = first > 0 ? step : 0;
    const tail = last < piece.text.length ? step : 0;
    return [
      [Math.max(left, left + first * step - lead), top, Math.min(right, left + last * step + tail), bottom],
    ];
  });
}

/** The zones of identity numbers on the page, and how many there are. */
export function identityZones({ text, zonesOf }: PageText): { count: number; zones: Zone[] } {
  const spans = findIdentityNumbers(text);
  return { count: spans.length, zones: spans.flatMap((span) => zonesOf(span)) };
}

/** The zones of words that are one of the sought ones, or begin with the last of them; all are folded. */
export function wordZones({ text, zonesOf }: PageText, words: readonly string[]): Zone[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  const sought = new Set(words);
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    const [folded = ""] = foldedWords(word);
    if (folded === "" || !(sought.has(folded) || folded.startsWith(last))) return [];
    return zonesOf({ from: index, to: index + word.length });
  });
}
