import { markedWords, plainWords } from "./words.ts";

/** A search as FTS5 reads it, best first: every row that meets one of `phases` also meets the last. */
export type Query = {
  phases: [string, ...string[]];
  /** The folded words; where `open`, the last stands for every word that begins with it. */
  words: string[];
  open: boolean;
};

type Piece = { plain: string[]; marked: string[] };

/** Words in quotation marks, straight or curly, closed or not yet; or what has no space. */
const pieceOfText = /["“”„]([^"“”„]*)(["“”„]|$)|[^\s"“”„]+/g;

/**
 * The query for what a person typed, or nothing where it holds no word. All words must be met; what is typed in one
 * piece (`123/QĐ-UBND`) or in quotation marks is met in one piece; the last word also meets longer words, unless a
 * quotation mark closes it. Rows that hold the words with the marks typed come first; then those where they follow
 * each other (a Vietnamese word has several syllables), where the last may go on; then those with whole words; then the
 * others.
 */
export function readQuery(typed: string): Query | undefined {
  const found = [...typed.matchAll(pieceOfText)]
    .map(([whole, quoted, closing]) => ({ text: quoted ?? whole, closed: (closing ?? "") !== "" }))
    .map(({ text, closed }) => ({ plain: plainWords(text), marked: markedWords(text), closed }))
    .filter(({ plain }) => plain.length > 0);
  const last = found.at(-1);
  if (!last) return undefined;
  const open = !last.closed;
  const words = found.flatMap(({ plain }) => plain);
  const plain = phasesOf(
    found.map((piece) => piece.plain),
    open,
  );
  if (!found.some(hasMarks)) return { phases: plain, words, open };
  const marked = phasesOf(
    found.map((piece) => (hasMarks(piece) ? piece.marked : piece.plain)),
    open,
    found.flatMap((piece) => piece.marked),
  );
  return { phases: [...marked, ...plain], words, open };
}

function phasesOf(pieces: readonly string[][], open: boolean, row = pieces.flat()): [string, ...string[]] {
  const all = pieces.map(phrase).join(" AND ");
  if (pieces.length === 1) return open ? [all, `${all} *`] : [all];
  return open ? [`${phrase(row)} *`, all, `${all} *`] : [phrase(row), all];
}

function hasMarks({ plain, marked }: Piece): boolean {
  return plain.join(" ") !== marked.join(" ");
}

/** Words are letters and digits only, so nothing in them needs escaping. */
function phrase(words: readonly string[]): string {
  return `"${words.join(" ")}"`;
}
