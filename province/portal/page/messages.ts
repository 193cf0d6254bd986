/** Left, top, right and bottom, in shares (0-1) of the page. */
export type Zone = readonly [number, number, number, number];

/** A page (from 0) of a PDF to draw, `width` pixels wide, or to find folded words on. */
export type PageTask =
  | {
      kind: "draw";
      bytes: Uint8Array;
      page: number;
      width: number;
      /** Identity numbers are covered. */
      masked: boolean;
      /** Written across and below the page; empty for none. */
      watermark: string;
    }
  | { kind: "read"; bytes: Uint8Array; page: number; words: readonly string[]; masked: boolean }
  /** A page larger than A3, for its tiles. */
  | { kind: "levels"; bytes: Uint8Array; page: number; masked: boolean }
  /** The words of a watermark as they lie over each tile. */
  | { kind: "mark"; words: string };

/** A drawn page; `covered` counts the numbers hidden, and `hasText` is false where none could be looked for. */
export type DrawnPage = { jpeg: Uint8Array; covered: number; hasText: boolean };

/** The text of a page, where its sought words stand, its size in points, and how many pages there are. */
export type ReadPage = { text: string; hits: Zone[]; width: number; height: number; pages: number };

/**
 * A large page in levels, each half as large as the one before it and ready to be cut; identity numbers are covered in
 * them where they are to be, the watermark is not in them yet.
 */
export type PageLevels = { width: number; height: number; levels: Map<number, Uint8Array> };

/** A watermark over a tile: red, green, blue and opacity of each pixel. It goes on where the next tile begins. */
export type TileMark = { side: number; pixels: Uint8Array };

export type PageAnswer =
  | { kind: "drawn"; drawn: DrawnPage }
  | { kind: "read"; read: ReadPage }
  | { kind: "levels"; levels: PageLevels }
  | { kind: "mark"; mark: TileMark }
  | { kind: "failed"; code: "no-such-page" | "not-large" | "unreadable"; detail: string };

/** What the worker starts with. */
export type PageSetting = { resources: string };
