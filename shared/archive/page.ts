import { type Static, Type } from "typebox";
import { correctionSchema } from "#shared/archive/correction.ts";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Count, Measure, Text } from "#shared/base/schema.ts";

/** Why a page waits for a person; empty while nothing is wrong. */
export const pageHolds = [
  "",
  "corrupt",
  "truncated",
  "encrypted",
  "too-large",
  "ocr-timeout",
  "ocr-failed",
  "step-failed",
  "secret",
] as const;

export type PageHold = (typeof pageHolds)[number];

/** Why a page keeps its item from passing: a person rejected it, a rule is broken, or nobody accepted it yet. */
export type PageStop = "" | "rejected" | "faulty" | "unjudged";

/** What a person thinks of a page. */
export const pageVerdicts = ["", "accepted", "rejected"] as const;

/** Why a page was rejected; the first nine are given by the digits 1-9, the last by 0. */
export const pageDefects = [
  "",
  "blurred",
  "skewed",
  "cut",
  "too-dark",
  "too-bright",
  "covered",
  "wrong-order",
  "wrong-item",
  "repeated",
  "other",
] as const;

/** Which side of its leaf a page is: the one that was scanned, or one of both; empty where nobody said. */
export const pageSides = ["", "only", "front", "back"] as const;

export type PageSide = (typeof pageSides)[number];

/** A page: one scanned side of a leaf. Its master never changes; what is made of it is derived. */
export const pageSchema = Type.Object({
  ...recordFields,
  itemId: Type.String({ maxLength: 40 }),
  /** Place in the item, from 1. */
  ordinal: Type.Integer({ minimum: 1, maximum: 99999, multipleOf: 1 }),
  masterDigest: Type.String({ maxLength: 64 }),
  masterSize: Count(4_000_000_000),
  /** Which page of the master (a PDF, a multi-page TIFF), from 0. */
  masterPage: Count(99999),
  mediaType: Text(60),
  sourceName: Text(255),
  /** Where the page came from: the name of a scanner, a watched folder, a camera; empty for files chosen by hand. */
  scanner: Text(100),
  /** As its scanner or a person said; records of earlier versions have none. */
  side: Type.Optional(Choice(pageSides)),
  /** The page that this one was scanned again for; that one is withdrawn. */
  replaces: Text(40),
  hold: Choice(pageHolds),
  correction: correctionSchema,
  /** Upright size in pixels; 0 before the page was read. */
  width: Count(200000),
  height: Count(200000),
  /** Real dots per inch (best layer of a mixed-raster PDF); 0 where the source does not say. */
  dpi: Count(9999),
  /** Degrees to turn clockwise to make it straight. */
  skew: Measure(-45, 45),
  /** 0 (blurred) to 1 (crisp); a warning is due under 0.3. */
  sharpness: Measure(0, 10),
  /** Share of ink in parts per 100,000 of the page within its margins. */
  ink: Count(100000),
  blank: Choice(["", "no", "maybe", "yes"]),
  /** Bits of a pixel in all its channels (24 for colour); 0 before the page was read. */
  depth: Count(128),
  colour: Choice(["", "colour", "grey", "bitonal"]),
  /** Share of the page that is too dark, and too bright, to show what is on it; 0-1. */
  dark: Measure(0, 1),
  bright: Measure(0, 1),
  /** Edges where ink runs out of the image: letters of `ltrb`. */
  cutEdges: Text(4),
  /** Share of the paper without ink on which print shows through from the back; 0-1. */
  bleed: Measure(0, 1),
  /** 256 bits of what the page looks like, in hexadecimal: near hashes are candidates for repeats. */
  likeness: Text(64),
  /** The page number printed on it, as read; 0 where none was. */
  printedNumber: Count(99999),
  thumbDigest: Text(64),
  viewDigest: Text(64),
  /** The object with the page's words and boxes (see `pageWordsSchema`). */
  wordsDigest: Text(64),
  wordCount: Count(99999),
  /** Mean confidence of the words, 0-100. */
  confidence: Measure(0, 100),
  /** Why a page that breaks a rule of the scans stands all the same; empty where none was broken, or none justified. */
  keptBecause: Text(300),
  /** Who brought the page in; what others write of it later does not change that. */
  capturedBy: Text(200),
  /** Why what looked like a mark of secrecy is none, as a person decided; empty where none was met or decided on. */
  notSecret: Text(300),
  verdict: Choice(pageVerdicts),
  defect: Choice(pageDefects),
  verdictAt: Text(30),
  verdictBy: Text(200),
});

export type Page = Static<typeof pageSchema>;

/** The words object of a page: text in reading order, and boxes in pixels of the upright master. */
export const pageWordsSchema = Type.Object({
  text: Type.String(),
  words: Type.Array(
    Type.Object({
      text: Type.String(),
      confidence: Type.Number(),
      /** left, top, right, bottom */
      box: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]),
      /** Line of the page, from 0. */
      line: Type.Integer(),
    }),
  ),
});

export type PageWords = Static<typeof pageWordsSchema>;
