/** What the eye sees of a grid of thumbnails: how many there are, how many stand in a row, how many rows are in sight. */
export type ThumbShape = { count: number; columns: number; rows: number };

/** Where a key leads from the thumbnail at `at`; nothing where the key leads nowhere or the way ends here. */
export function moveInThumbs(key: string, at: number, shape: ThumbShape): number | undefined {
  const { count, columns } = shape;
  const last = count - 1;
  if (last < 0) return undefined;
  const page = columns * Math.max(1, shape.rows);
  const to = ((): number | undefined => {
    switch (key) {
      case "ArrowLeft":
        return at - 1;
      case "ArrowRight":
        return at + 1;
      case "ArrowUp":
        return at - columns;
      case "ArrowDown":
        // The last row may be short: below its gap stands its last.
        return Math.floor(at / columns) < Math.floor(last / columns)
          ? Math.min(last, at + columns)
          : last + 1;
      case "PageUp":
        return Math.max(at % columns, at - page);
      case "PageDown":
        return Math.min(last, at + page);
      case "Home":
        return 0;
      case "End":
        return last;
      default:
        return undefined;
    }
  })();
  return to === undefined || to < 0 || to > last || to === at ? undefined : to;
}

/** The places between two, both with them. */
export function placesBetween(one: number, other: number): number[] {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, place) => first + place);
}
