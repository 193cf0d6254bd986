import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import PDFDocument from "pdfkit";
import type { DocumentAbout } from "#shared/archive/document-about.ts";
import { readCoverage } from "./font-coverage.ts";
import type { LaidWord } from "./text-layer.ts";

/** A page ready to be written: a JPEG in grey or RGB, or a PNG, and the words over it; sizes in points. */
export type WrittenPage = { image: Buffer; width: number; height: number; words: LaidWord[] };

export type PdfaOptions = {
  about: DocumentAbout;
  createdAt: Date;
  /** `PDF/A-1b` is for checkers that know no newer level. */
  level?: "PDF/A-2b" | "PDF/A-1b";
};

/** The font of the invisible layer, and the code points it has. */
export type LayerFont = { bytes: Buffer; covered: Set<number> };

export async function loadLayerFont(resources: string): Promise<LayerFont> {
  const bytes = await readFile(join(resources, "fonts", "LiberationSerif-Regular.ttf"));
  return { bytes, covered: readCoverage(bytes) };
}

/**
 * Writes a two-layer PDF/A as a stream of bytes. JPEGs go in byte for byte. The same pages and options give the same
 * bytes.
 */
export async function* writePdfa(
  pages: AsyncIterable<WrittenPage>,
  font: LayerFont,
  options: PdfaOptions,
): AsyncGenerator<Uint8Array> {
  const { about } = options;
  const level = options.level ?? "PDF/A-2b";
  const settings: PDFKit.PDFDocumentOptions = {
    subset: level,
    pdfVersion: level === "PDF/A-1b" ? "1.4" : "1.7",
    autoFirstPage: false,
    margin: 0,
    lang: "vi-VN",
    displayTitle: true,
    info: {
      Title: plain(about.title),
      ...(about.author !== "" && { Author: plain(about.author) }),
      ...(about.description !== "" && { Subject: plain(about.description) }),
      ...(about.keywords !== "" && { Keywords: plain(about.keywords) }),
      Creator: "Mục Lục",
      Producer: "Mục Lục",
      CreationDate: options.createdAt,
      ModDate: options.createdAt,
    },
  };
  // Its own default font would be one that is not embedded; the types know only names of fonts.
  const document = new PDFDocument({ ...settings, font: font.bytes as unknown as string });
  document.appendXML(identity(about, options.createdAt));
  const filling = fill(document, pages);
  // A failure while filling reaches the reader through the stream; nobody else waits for it.
  filling.catch((error: unknown) =>
    document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  for await (const chunk of document) yield chunk as Uint8Array;
  await filling;
}

async function fill(document: PDFKit.PDFDocument, pages: AsyncIterable<WrittenPage>): Promise<void> {
  for await (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    document.image(page.image, 0, 0, { width: page.width, height: page.height });
    if (page.words.length > 0) {
      document.save().addContent("3 Tr");
      for (const word of page.words) lay(document, word);
      document.restore();
    }
    await breathe();
  }
  document.end();
}

function lay(document: PDFKit.PDFDocument, word: LaidWord): void {
  document.fontSize(word.size);
  const natural = document.widthOfString(word.text);
  const horizontalScaling = natural > 0 ? Math.round((word.width / natural) * 10000) / 100 : 100;
  const placed = { lineBreak: false, baseline: "alphabetic", horizontalScaling } as const;
  document.text(`${word.text} `, word.x, word.baseline, placed);
}

/** What the writer's own metadata leaves out, in the schemas that every PDF/A knows. */
function identity(about: DocumentAbout, createdAt: Date): string {
  const item = (text: string) => `<rdf:li>${plain(text)}</rdf:li>`;
  return [
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:identifier>${plain(about.code)}</dc:identifier>`,
    about.fonds === "" ? "" : `<dc:source>${plain(about.fonds)}</dc:source>`,
    about.date === "" ? "" : `<dc:date><rdf:Seq>${item(about.date)}</rdf:Seq></dc:date>`,
    `<dc:language><rdf:Bag>${item("vi-VN")}</rdf:Bag></dc:language>`,
    "</rdf:Description>",
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    `<xmp:ModifyDate>${createdAt.toISOString().split(".")[0] ?? ""}Z</xmp:ModifyDate>`,
    "</rdf:Description>",
  ].join("\n");
}

/** The writer copies these texts into XML as they are: what has a meaning there is put otherwise. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/&/g, "＆")
    .replace(/</g, "‹")
    .replace(/>/g, "›")
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
