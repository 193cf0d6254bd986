/** Letters of a piece: as much as the usual models read whole, of Vietnamese too. */
const pieceLength = 1000;
/** Of a page more pieces are not made: nobody writes so much on one. */
const mostPieces = 8;

/** A text in pieces of at most 1,000 letters, cut between words; the same text always gives the same pieces. */
export function cutText(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const word of text.normalize("NFC").split(/\s+/u)) {
    for (let at = 0; at < word.length; at += pieceLength) {
      const part = word.slice(at, at + pieceLength);
      if (piece !== "" && piece.length + 1 + part.length > pieceLength) {
        pieces.push(piece);
        piece = "";
      }
      piece = piece === "" ? part : `${piece} ${part}`;
    }
    if (pieces.length >= mostPieces) return pieces.slice(0, mostPieces);
  }
  return piece === "" ? pieces : [...pieces, piece];
}
