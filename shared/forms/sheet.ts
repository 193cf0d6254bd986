/** Typefaces of the forms: cuts of one family with the metrics of Times New Roman. */
export type Face = "regular" | "bold" | "italic";

/** What stands on a sheet of paper, in points from its upper left corner; `y` of a text is its baseline. */
export type Mark =
  | { kind: "text"; text: string; x: number; y: number; size: number; face: Face }
  | { kind: "line"; x1: number; y1: number; x2: number; y2: number; width: number }
  | { kind: "code"; text: string; x: number; y: number; side: number };

/** A printed page. */
export type Sheet = { width: number; height: number; marks: Mark[] };

/** The width of a text in points. */
export type Measure = (text: string, size: number, face: Face) => number;

/** Millimetres as points. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

export const a4 = { width: mm(210), height: mm(297) } as const;
