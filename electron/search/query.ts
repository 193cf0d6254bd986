import { markedWords, plainWords } from "./words.ts";

/** A search as FTS5 reads it, best first: every row that meets one of `phases` also meets the last. */
export type Query = {
  phases: string[];
  /** The folded words; the last stands for every word that begins with it. */
  words: string[];
};

type Piece = { plain: string[]; marked: string[] };

/**
 * The query for what a person typed, or nothing where it holds no word. All words must be met; what is typed in one
 * piece (`123/QĐ-UBND`) is met in one piece; the last word also meets longer words. Rows that hold the words with
 * the marks typed come first; then those where they follow each other (a Vietnamese word has several syllables); then
 * those with whole words; then those where the last word goes on.
 */
export function readQuery(typed: string): Query | undefined {
  const pieces = typed
    .split(/\s+/)
    .map((piece): Piece => ({ plain: plainWords(piece), marked: markedWords(piece) }))
    .filter(({ plain }) => plain.length > 0);
  if (pieces.length === 0) return undefined;
  const words = pieces.flatMap(({ plain }) => plain);
  const plain = phasesOf(pieces.map((piece) => piece.plain));
  if (!pieces.some(hasMarks)) return { phases: plain, words };
  const marked = phasesOf(
    pieces.map((piece) => (hasMarks(piece) ? piece.marked : piece.plain)),
    pieces.flatMap((piece) => piece.marked),
  );
  return { phases: [...marked, ...plain], words };
}

function phasesOf(pieces: readonly string[][], row = pieces.flat()): string[] {
  const all = pieces.map(phrase).join(" AND ");
  const loose = [all, `${all} *`];
  return pieces.length > 1 ? [phrase(row), `${phrase(row)} *`, ...loose] : loose;
}

function hasMarks({ plain, marked }: Piece): boolean {
  return plain.join(" ") !== marked.join(" ");
}

/** Words are letters and digits only, so nothing in them needs escaping. */
function phrase(words: readonly string[]): string {
  return `"${words.join(" ")}"`;
}
