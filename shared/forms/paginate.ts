/** Part of a row that stands on one page: its lines in each cell. A row is in one piece unless no page could hold it. */
export type Piece = { row: number; cells: string[][]; height: number };

export type PageSpace = {
  /** Room for rows on the first page and on the others, in points. */
  first: number;
  next: number;
  /** Height of what follows the last row and is never parted: totals and signature. */
  foot: number;
  lineHeight: number;
  /** Room above and below a row's lines, together. */
  padding: number;
};

const rowsWithFoot = 3;

/**
 * Rows (as lines of each cell) laid on pages in order. A row is split only where it is higher than a whole page. What
 * follows the rows stands with the last three of them, or as many as a page holds with it: a sum alone tells nothing.
 */
export function paginate(rows: readonly (readonly string[][])[], space: PageSpace): Piece[][] {
  const pages: Piece[][] = [[]];
  let left = space.first;
  const turn = () => {
    pages.push([]);
    left = space.next;
  };
  const put = (piece: Piece) => {
    pages.at(-1)?.push(piece);
    left -= piece.height;
  };
  for (const [row, cells] of rows.entries()) {
    const whole = pieceOf(row, cells, space);
    if (whole.height <= left) {
      put(whole);
      continue;
    }
    if (whole.height <= space.next) {
      turn();
      put(whole);
      continue;
    }
    for (const piece of split(row, cells, space, left)) {
      if (piece.height > left) turn();
      put(piece);
    }
  }
  if (space.foot > left) {
    const page = pages.at(-1) ?? [];
    const moved: Piece[] = [];
    let room = space.next - space.foot;
    for (let last = page.at(-1); last && page.length > 1 && moved.length < rowsWithFoot; last = page.at(-1)) {
      room -= last.height;
      if (room < 0) break;
      moved.unshift(last);
      page.pop();
    }
    turn();
    for (const piece of moved) put(piece);
  }
  return pages;
}

function pieceOf(row: number, cells: readonly (readonly string[])[], space: PageSpace): Piece {
  const lines = Math.max(1, ...cells.map((cell) => cell.length));
  return { row, cells: cells.map((cell) => [...cell]), height: lines * space.lineHeight + space.padding };
}

/** Pieces of a row that no page could hold; the first fills what is left of the page where that is worth it. */
function* split(row: number, cells: readonly string[][], space: PageSpace, left: number): Generator<Piece> {
  const lines = Math.max(...cells.map((cell) => cell.length));
  const fitting = (height: number) => Math.max(1, Math.floor((height - space.padding) / space.lineHeight));
  const leastLines = 3;
  let at = 0;
  let take = fitting(left) < leastLines ? fitting(space.next) : fitting(left);
  while (at < lines) {
    yield pieceOf(
      row,
      cells.map((cell) => cell.slice(at, at + take)),
      space,
    );
    at += take;
    take = fitting(space.next);
  }
}
