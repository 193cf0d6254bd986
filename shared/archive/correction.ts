import { type Static, Type } from "typebox";
import { Measure } from "#shared/base/schema.ts";

/**
 * What is changed of a page in what is made of its master, never in the master: first the quarter turns, then the
 * straightening, then the crop, in shares (0-1) of the turned and straightened page.
 */
export const correctionSchema = Type.Object({
  /** Quarter turns clockwise, in degrees. */
  turn: Type.Unsafe<0 | 90 | 180 | 270>({ type: "integer", enum: [0, 90, 180, 270] }),
  /** Degrees clockwise. */
  straighten: Measure(-45, 45),
  left: Measure(0, 1),
  top: Measure(0, 1),
  right: Measure(0, 1),
  bottom: Measure(0, 1),
  /** Specks are taken away. */
  despeckle: Type.Boolean(),
});

export type Correction = Static<typeof correctionSchema>;

/** The page as its master shows it. */
export const noCorrection: Correction = {
  turn: 0,
  straighten: 0,
  left: 0,
  top: 0,
  right: 1,
  bottom: 1,
  despeckle: false,
};

/** Whether what is made of the page differs from its master. */
export function isCorrected(correction: Correction): boolean {
  const { turn, straighten, left, top, right, bottom, despeckle } = correction;
  return turn !== 0 || straighten !== 0 || left > 0 || top > 0 || right < 1 || bottom < 1 || despeckle;
}
