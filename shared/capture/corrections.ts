import { type Correction, noCorrection } from "#shared/archive/correction.ts";

/** A part of a page as it is shown, in shares (0-1) of its width and height. */
export type Area = Pick<Correction, "left" | "top" | "right" | "bottom">;

/** Nothing smaller than this share of a page is cut out of it. */
export const leastShare = 0.02;

/** The page turned further clockwise; what was cropped stays cropped, and what is straight stays straight. */
export function turnBy(correction: Correction, degrees: 90 | 180 | 270): Correction {
  let { left, top, right, bottom } = correction;
  for (let quarter = 0; quarter < degrees / 90; quarter += 1) {
    [left, top, right, bottom] = [rounded(1 - bottom), left, rounded(1 - top), right];
  }
  const turn = turns.find((known) => known === (correction.turn + degrees) % 360) ?? 0;
  return { ...correction, turn, left, top, right, bottom };
}

const turns = [0, 90, 180, 270] as const;

/** The page turned by further degrees clockwise to make it straight, at most 45 in all. */
export function straightenBy(correction: Correction, degrees: number): Correction {
  const wanted = Math.round((correction.straighten + degrees) * 100) / 100;
  return { ...correction, straighten: Math.max(-45, Math.min(45, wanted)) };
}

/** The page cropped to an area of what is shown of it now; an area too small to be meant is widened. */
export function cropTo(correction: Correction, area: Area): Correction {
  const [left, right] = within(correction.left, correction.right, area.left, area.right);
  const [top, bottom] = within(correction.top, correction.bottom, area.top, area.bottom);
  return { ...correction, left, top, right, bottom };
}

/** The whole page again, turned and straightened as it is. */
export function uncrop(correction: Correction): Correction {
  const { left, top, right, bottom } = noCorrection;
  return { ...correction, left, top, right, bottom };
}

/** What is left and what is right of a cut from top to bottom, at a share of the width that is shown now. */
export function halves(correction: Correction, at: number): [Correction, Correction] {
  const cut = Math.max(leastShare, Math.min(1 - leastShare, at));
  const whole = { left: 0, top: 0, right: 1, bottom: 1 };
  return [cropTo(correction, { ...whole, right: cut }), cropTo(correction, { ...whole, left: cut })];
}

/** Two shares of the stretch from `from` to `to`, as shares of the whole. */
function within(from: number, to: number, first: number, second: number): [number, number] {
  const [low, high] = first <= second ? [first, second] : [second, first];
  const start = Math.max(0, Math.min(1 - leastShare, low));
  const end = Math.min(1, Math.max(start + leastShare, high));
  return [rounded(from + (to - from) * start), rounded(from + (to - from) * end)];
}

/** A ten-thousandth of a page is less than a pixel of most: what is written stays short and equal everywhere. */
function rounded(share: number): number {
  return Math.max(0, Math.min(1, Math.round(share * 100_000) / 100_000));
}
