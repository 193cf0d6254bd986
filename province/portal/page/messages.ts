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
  | { kind: "read"; bytes: Uint8Array; page: number; words: readonly string[]; masked: boolean };

/** A drawn page; `covered` counts the numbers hidden, and `hasText` is false where none could be looked for. */
export type DrawnPage = { jpeg: Uint8Array; covered: number; hasText: boolean };

/** The text of a page, where its sought words stand, its size in points, and how many pages there are. */
export type ReadPage = { text: string; hits: Zone[]; width: number; height: number; pages: number };

export type PageAnswer =
  | { kind: "drawn"; drawn: DrawnPage }
  | { kind: "read"; read: ReadPage }
  | { kind: "failed"; code: "no-such-page" | "unreadable"; detail: string };

/** What the worker starts with. */
export type PageSetting = { resources: string };
