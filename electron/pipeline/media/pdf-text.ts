import type { PageWords } from "#shared/archive/page.ts";
import { guessLegacy } from "#shared/inventory/legacy-text.ts";
import { openInPdfjs } from "./draw-pdf-page.ts";

type Word = PageWords["words"][number];
type Box = [left: number, top: number, right: number, bottom: number];

/** A piece of text as the file shows it, its box in pixels. */
type Piece = { text: string; box: Box; endsLine: boolean };

/**
 * The words of a PDF's page as the file itself has them, boxes in pixels of the page drawn `width` wide. Nothing where
 * the text is not Unicode that can be read: fonts from before Unicode show letters that their codes do not say.
 */
export async function readPdfText(
  bytes: Uint8Array,
  index: number,
  width: number,
): Promise<PageWords | undefined> {
  const { document, close } = await openInPdfjs(bytes);
  try {
    const page = await document.getPage(index + 1);
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: width / plain.width });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const pieces = items.flatMap((item): Piece[] => {
      if (!("str" in item)) return [];
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
      const corner = (across: number, above: number): [number, number] => {
        const [left = 0, top = 0] = viewport.convertToViewportPoint(
          x + (a / along) * across + (c / up) * above,
          y + (b / along) * across + (d / up) * above,
        ) as number[];
        return [left, top];
      };
      const corners = [corner(0, -0.22 * up), corner(item.width, 0.8 * up)];
      const [xs, ys] = [corners.map(([at]) => at), corners.map(([, at]) => at)];
      const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      return [{ text: item.str.normalize("NFC"), box, endsLine: item.hasEOL }];
    });
    const words = joinPieces(pieces, { width: viewport.width, height: viewport.height });
    return isReadable(words.text) ? words : undefined;
  } finally {
    await close();
  }
}

/** Words are what stands between blanks; a file may show one in several pieces. */
function joinPieces(pieces: readonly Piece[], page: { width: number; height: number }): PageWords {
  const lines: Word[][] = [[]];
  let open: { text: string; box: Box } | undefined;
  let last: Box | undefined;
  const close = () => {
    if (open) lines.at(-1)?.push(wordOf(open, lines.length - 1, page));
    open = undefined;
  };
  const nextLine = () => {
    close();
    if (lines.at(-1)?.length !== 0) lines.push([]);
  };
  for (const { text, box, endsLine } of pieces) {
    const height = box[3] - box[1];
    if (last && text.trim() !== "") {
      if (Math.abs(box[3] - last[3]) > height * 0.5) nextLine();
      else if (box[0] - last[2] > height * 0.15 || box[0] < last[0]) close();
    }
    const letter = (box[2] - box[0]) / Math.max(1, text.length);
    for (const { 0: run, index } of text.matchAll(/\s+|\S+/gu)) {
      if (run.trim() === "") {
        close();
        continue;
      }
      const own: Box = [box[0] + index * letter, box[1], box[0] + (index + run.length) * letter, box[3]];
      open = open ? { text: open.text + run, box: around(open.box, own) } : { text: run, box: own };
    }
    if (text.trim() !== "") last = box;
    if (endsLine) {
      nextLine();
      last = undefined;
    }
  }
  close();
  const words = lines.flat();
  const text = lines
    .filter((line) => line.length > 0)
    .map((line) => line.map((word) => word.text).join(" "))
    .join("\n");
  return { text, words };
}

function around(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function wordOf(
  { text, box }: { text: string; box: Box },
  line: number,
  page: { width: number; height: number },
): Word {
  const within = (value: number, most: number) => Math.max(0, Math.min(Math.round(most), Math.round(value)));
  const [left, right] = [within(box[0], page.width), within(box[2], page.width)];
  const [top, bottom] = [within(box[1], page.height), within(box[3], page.height)];
  return { text, confidence: 100, box: [left, top, right, bottom], line };
}

/** Text of letters, hardly any of them private or unknown, and not in the codes of a font from before Unicode. */
function isReadable(text: string): boolean {
  const odd = text.match(/[\uE000-\uF8FF\uFFFD\p{Cc}]/gu)?.filter((letter) => letter !== "\n").length ?? 0;
  if (!/\p{L}/u.test(text) || odd * 50 > text.length) return false;
  const pieces = text.split("\n");
  const legacy = pieces.filter((piece) => guessLegacy(piece) !== undefined).length;
  return legacy * 5 < pieces.length;
}
