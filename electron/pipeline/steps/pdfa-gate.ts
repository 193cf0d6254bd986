import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from "@cantoo/pdf-lib";

/** What keeps a file from being the PDF/A-2b it says it is. Not a full validation: README says which checks it makes. */
export type GateProblem =
  | "unreadable"
  | "encrypted"
  | "no-id"
  | "no-metadata"
  | "not-declared"
  | "title-differs"
  | "no-output-intent"
  | "font-not-embedded"
  | "script"
  | "action"
  | "embedded-file"
  | "device-cmyk"
  | "lzw"
  | "annotation"
  | "no-pages";

const name = (text: string) => PDFName.of(text);

/** Looks over every object of a finished file; no problems means that it passed. */
export async function checkPdfa(bytes: Uint8Array): Promise<GateProblem[]> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  } catch {
    return ["unreadable"];
  }
  const { context, catalog } = document;
  const problems = new Set<GateProblem>();
  const need = (holds: boolean, problem: GateProblem) => {
    if (!holds) problems.add(problem);
  };

  need(!document.isEncrypted, "encrypted");
  need(context.lookup(context.trailerInfo.ID) instanceof PDFArray, "no-id");
  need(document.getPageCount() > 0, "no-pages");
  const metadata = catalog.lookup(name("Metadata"));
  if (metadata instanceof PDFRawStream && !metadata.dict.has(name("Filter"))) {
    const xmp = Buffer.from(metadata.getContents()).toString("utf8");
    need(/<pdfaid:part>2</.test(xmp) && /<pdfaid:conformance>B</.test(xmp), "not-declared");
    need(xmp.includes(`>${textOf(infoOf(document)?.lookup(name("Title")))}<`), "title-differs");
  } else problems.add("no-metadata");
  need(hasIntent(catalog.lookup(name("OutputIntents"))), "no-output-intent");

  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) continue;
    for (const problem of problemsOf(dictionary)) problems.add(problem);
  }
  return [...problems];
}

function* problemsOf(dictionary: PDFDict): Generator<GateProblem> {
  const is = (key: string, ...values: string[]) =>
    values.some((value) => dictionary.lookup(name(key)) === name(value));
  if (is("S", "JavaScript") || dictionary.has(name("JS"))) yield "script";
  if (is("S", "Launch", "Sound", "Movie", "ImportData", "ResetForm") || dictionary.has(name("AA"))) {
    yield "action";
  }
  if (dictionary.has(name("EF")) || dictionary.has(name("EmbeddedFiles"))) yield "embedded-file";
  if (dictionary.has(name("Annots"))) yield "annotation";
  if (is("ColorSpace", "DeviceCMYK") || is("CS", "DeviceCMYK")) yield "device-cmyk";
  if (is("Filter", "LZWDecode")) yield "lzw";
  if (is("Type", "Font") && !is("Subtype", "Type0", "Type3") && !hasFontFile(dictionary)) {
    yield "font-not-embedded";
  }
}

function hasFontFile(font: PDFDict): boolean {
  const descriptor = font.lookup(name("FontDescriptor"));
  return (
    descriptor instanceof PDFDict &&
    ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.lookup(name(key)) instanceof PDFRawStream)
  );
}

function hasIntent(intents: PDFObject | undefined): boolean {
  if (!(intents instanceof PDFArray)) return false;
  return intents.asArray().some((_, index) => {
    const intent = intents.lookup(index);
    return (
      intent instanceof PDFDict &&
      intent.lookup(name("S")) === name("GTS_PDFA1") &&
      intent.lookup(name("DestOutputProfile")) instanceof PDFRawStream
    );
  });
}

function infoOf(document: PDFDocument): PDFDict | undefined {
  const info = document.context.lookup(document.context.trailerInfo.Info);
  return info instanceof PDFDict ? info : undefined;
}

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}
