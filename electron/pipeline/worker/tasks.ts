import type { Correction } from "#shared/archive/correction.ts";
import type { DocumentAbout } from "#shared/archive/document-about.ts";
import type { ItemReading } from "#shared/archive/reading.ts";
import type { RenditionKind } from "#shared/archive/rendition-report.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { ReadingContext } from "#shared/reading/weigh-context.ts";

/** The kinds of bytes that pages come in, known by their content. */
export const mediaTypes = ["image/jpeg", "image/png", "image/tiff", "application/pdf"] as const;

export type MediaType = (typeof mediaTypes)[number];

/** Why a task did not give what it was asked for. */
export type FailureCode =
  | "media-not-known"
  | "media-foreign"
  | "media-empty"
  | "media-corrupt"
  | "media-truncated"
  | "media-encrypted"
  | "media-too-large"
  | "media-too-many-pages"
  | "media-too-slow"
  | "object-missing"
  | "ocr-timeout"
  | "ocr-failed"
  | "step-failed";

/** What a task rejects with. `lasting` is false where the same task may succeed another time. */
export class TaskFailure extends Error {
  readonly code: FailureCode;
  readonly lasting: boolean;

  constructor(code: FailureCode, detail = "", options: { lasting?: boolean; cause?: unknown } = {}) {
    super(detail === "" ? code : detail, { cause: options.cause });
    this.name = "TaskFailure";
    this.code = code;
    this.lasting = options.lasting ?? true;
  }
}

/**
 * An object to look at. `name` is for messages alone: the type is read from the bytes. `size` in bytes says how long
 * that may take. With `seek` codes are looked for on its first pages in the same task, so that no work comes between.
 */
type InspectTask = { digest: Digest; name: string; size?: number; seek?: boolean };

/** Upright size in pixels; `dpi` is 0 where the source does not say. */
export type PageSize = { width: number; height: number; dpi: number };

export type Inspected = { mediaType: MediaType; pages: PageSize[]; marks?: string[][] };

/** Pages of an object to look for codes on, from one (counted from 0) on. */
export type MarksTask = { digest: Digest; mediaType: string; from: number; count: number };

/** A page of a master; `page` counts from 0. Without `correction` it is as the master shows it. */
export type PageTask = { digest: Digest; mediaType: string; page: number; correction?: Correction };

/**
 * `workDigest` is what later steps read in place of the master's page: an upright JPEG or PNG, or the master itself
 * where it already is one.
 */
export type ImportedPage = PageSize &
  PageTone & { thumbDigest: Digest; viewDigest: Digest; workDigest: Digest };

/** Bits of a pixel in all its channels as the master has them (0 where it does not say), and what tones it shows. */
export type PageTone = { depth: number; colour: "colour" | "grey" | "bitonal" };

/** A page whose import is done; without `workDigest` the work object is made again from the master. */
export type ReadTask = PageTask & { workDigest?: Digest };

export type PageQuality = {
  /** Degrees to turn clockwise to make the page straight; 0 where it cannot be told. */
  skew: number;
  /** 0 (blurred) to 1 (crisp). */
  sharpness: number;
  /** Parts of ink per 100,000 of the page within its margins. */
  ink: number;
  blank: "no" | "maybe" | "yes";
  /** Shares of the page (0-1): too dark, too light, and with the print of the back showing through. */
  dark: number;
  bright: number;
  bleed: number;
  /** Edges at which writing runs out of the image, of `ltrb`. */
  cutEdges: string;
  /** 256 bits in hexadecimal. */
  likeness: string;
};

/**
 * `dpi` 0: taken as that of an A4 page as wide as the image. `ink` is what was measured on the page, where it was: in
 * parts per 100,000.
 */
export type OcrTask = ReadTask & { dpi: number; ink?: number };

export type PageReading = {
  /** The stored `PageWords`. */
  wordsDigest: Digest;
  /** 0 on a page with ink means that no text was found in it, after every attempt. */
  wordCount: number;
  /** Mean of the words, 0-100; 0 without words. */
  confidence: number;
  text: string;
  /** The page number printed on it; 0 where none was read. */
  printedNumber: number;
  /** The mark of secrecy met on the page ("Mật", "Tối mật"); empty for none. */
  secrecy: string;
};

/** A page whose words are read, to find an item's fields on. */
export type ExtractPage = ReadTask & PageSize & { pageId: string; wordsDigest: string };

/** The first and last page of an item, and what the inventory knows around it. */
export type ExtractTask = {
  first: ExtractPage;
  last: ExtractPage;
  knownIssuers: string[];
  context: ReadingContext;
};

export type Extraction = { readingDigest: Digest; reading: ItemReading };

/** Without `wordsDigest` the page has no text layer. Sizes are of the upright page; `dpi` 0 is taken as 200. */
export type PdfaPage = ReadTask & PageSize & { wordsDigest?: Digest };

/** `createdAt` is an ISO time. */
export type PdfaTask = { pages: PdfaPage[]; about: DocumentAbout; createdAt: string };

/** `reportDigest` is of the stored `RenditionReport`; `dpiAssumed` counts pages whose size was a guess. */
export type Rendition = {
  digest: Digest;
  size: number;
  kind: RenditionKind;
  reportDigest: Digest;
  dpiAssumed: number;
};

/** Every task: what goes in and what comes out. */
export type Tasks = {
  inspect: { input: InspectTask; output: Inspected };
  /** The texts of the codes on each of the pages. */
  marks: { input: MarksTask; output: string[][] };
  importPage: { input: PageTask; output: ImportedPage };
  quality: { input: ReadTask; output: PageQuality };
  ocr: { input: OcrTask; output: PageReading };
  extract: { input: ExtractTask; output: Extraction };
  pdfa: { input: PdfaTask; output: Rendition };
};

export type TaskName = keyof Tasks;

/** The work on pages, each task done in a worker thread; a task rejects with a `TaskFailure` and harms no other. */
export type WorkerPool = {
  [Name in TaskName]: (task: Tasks[Name]["input"]) => Promise<Tasks[Name]["output"]>;
} & {
  /** Ends the workers; tasks not done reject with `step-failed`, not lasting. */
  close(): Promise<void>;
};
