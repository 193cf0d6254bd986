/** A box on the screen, in pixels from its top left corner. */
export type Box = { top: number; left: number; width: number; height: number };

type Size = { width: number; height: number };

const gap = 12;

/**
 * Where a note of some size stands beside what it speaks of: below it, else above, else at its right or left, always
 * within the window; in the window's lower right corner where it speaks of nothing, or of something too large.
 */
export function placeCoach(anchor: Box | undefined, size: Size, view: Size): { top: number; left: number } {
  const within = (value: number, length: number, all: number) =>
    Math.max(gap, Math.min(value, all - length - gap));
  const corner = {
    top: within(view.height - size.height - 4 * gap, size.height, view.height),
    left: within(view.width, size.width, view.width),
  };
  if (!anchor) return corner;
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - size.height - gap;
  const right = anchor.left + anchor.width + gap;
  const left = anchor.left - size.width - gap;
  const across = within(anchor.left, size.width, view.width);
  const along = within(anchor.top, size.height, view.height);
  if (below >= gap && below + size.height + gap <= view.height) return { top: below, left: across };
  if (above >= gap && anchor.top <= view.height) return { top: above, left: across };
  if (right >= gap && right + size.width + gap <= view.width) return { top: along, left: right };
  if (left >= gap && anchor.left <= view.width) return { top: along, left };
  return corner;
}
