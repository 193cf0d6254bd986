import { PDFBool, PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { RenditionCheck } from "#shared/archive/rendition-report.ts";
import { numberIn } from "#electron/pipeline/media/open-pdf.ts";
import { name, wordIn, wordsIn, type Finding, type Found } from "./walk.ts";

/** The filters of ISO 32000-1 without LZW, and without Crypt. */
const filters = [
  ["ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode"],
  ["CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode", "AHx", "A85", "Fl", "RL", "CCF", "DCT"],
].flat();
const blends = [
  ["Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn"],
  ["HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"],
].flat();
const forbiddenActions = [
  [
    "Launch",
    "Sound",
    "Movie",
    "ResetForm",
    "ImportData",
    "Hide",
    "SetOCGState",
    "Rendition",
    "Trans",
    "GoTo3DView",
  ],
].flat();
const namedActions = ["NextPage", "PrevPage", "FirstPage", "LastPage"];
const forbiddenNotes = ["Sound", "Movie", "Screen", "3D", "FileAttachment"];
const [invisible, hidden, print, noView] = [1, 2, 4, 32] as const;

/** What no dictionary of a PDF/A-2b says, wherever in the file it stands. */
export function* checkObjects(found: readonly Found[]): Generator<Finding> {
  for (const { dictionary, page } of found) {
    for (const [check, detail] of faultsOf(dictionary)) yield { check, page, detail };
  }
}

function* faultsOf(dictionary: PDFDict): Generator<[RenditionCheck, string]> {
  const has = (key: string) => dictionary.has(name(key));
  const action = wordIn(dictionary, "S");
  const kind = wordIn(dictionary, "Subtype");
  if (action === "JavaScript" || has("JS") || has("JavaScript")) yield ["no-script", action];
  if (forbiddenActions.includes(action)) yield ["no-action", action];
  if (action === "Named" && !namedActions.includes(wordIn(dictionary, "N"))) yield ["no-action", action];
  if (has("AA")) yield ["no-action", "AA"];
  if (has("EF") || has("EmbeddedFiles")) yield ["no-embedded-file", wordIn(dictionary, "Type")];

  for (const filter of [...wordsIn(dictionary, "Filter")]) {
    if (isStream(dictionary) && !filters.includes(filter)) yield ["filters", filter];
  }
  if (kind === "Image") {
    if (has("Alternates") || has("OPI")) yield ["images", "Alternates"];
    if (dictionary.lookup(name("Interpolate")) === PDFBool.True) yield ["images", "Interpolate"];
  }
  if (kind === "Form" && (has("OPI") || has("PS") || has("Ref"))) yield ["images", "Form"];
  yield* transparency(dictionary);
  if (isNote(dictionary, kind)) yield* noteFaults(dictionary, kind);
  if (has("NeedAppearances") && dictionary.lookup(name("NeedAppearances")) === PDFBool.True) {
    yield ["forms", "NeedAppearances"];
  }
  if (has("XFA")) yield ["forms", "XFA"];
}

function* transparency(dictionary: PDFDict): Generator<[RenditionCheck, string]> {
  const mode = wordsIn(dictionary, "BM");
  const unknown = mode.find((word) => !blends.includes(word));
  if (unknown !== undefined) yield ["transparency", unknown];
  if (wordIn(dictionary, "Type") !== "ExtGState") return;
  if (dictionary.has(name("TR"))) yield ["transparency", "TR"];
  if (dictionary.has(name("TR2")) && wordIn(dictionary, "TR2") !== "Default") yield ["transparency", "TR2"];
  if (dictionary.has(name("HTP"))) yield ["transparency", "HTP"];
  const mask: PDFObject | undefined = dictionary.lookup(name("SMask"));
  if (mask !== undefined && !(mask instanceof PDFDict) && mask !== name("None"))
    yield ["transparency", "SMask"];
}

function* noteFaults(note: PDFDict, kind: string): Generator<[RenditionCheck, string]> {
  if (forbiddenNotes.includes(kind)) yield ["annotations", kind];
  if (kind === "Popup") return;
  const flags = numberIn(note, "F", 0);
  if ((flags & print) === 0) yield ["annotations", `${kind}: not printed`];
  if ((flags & (invisible | hidden | noView)) !== 0) yield ["annotations", `${kind}: hidden`];
}

/** Annotations need not say that they are; only they have a rectangle and a kind. */
function isNote(dictionary: PDFDict, kind: string): boolean {
  if (kind === "" || kind === "Form" || kind === "Image") return false;
  return (
    wordIn(dictionary, "Type") === "Annot" || (dictionary.has(name("Rect")) && !dictionary.has(name("BBox")))
  );
}

function isStream(dictionary: PDFDict): boolean {
  if (dictionary.has(name("Length"))) return true;
  // A signature's filter is the program that made it.
  return dictionary.lookup(name("Filter")) instanceof PDFName && !dictionary.has(name("ByteRange"));
}
