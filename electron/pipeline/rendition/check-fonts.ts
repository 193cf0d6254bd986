import { PDFArray, PDFDict, PDFRawStream } from "@cantoo/pdf-lib";
import { name, wordIn, type Finding, type Found } from "./walk.ts";

/** Fonts: embedded, each with its own program, and able to say which letters their glyphs are. */
export function* checkFonts(found: readonly Found[]): Generator<Finding> {
  for (const { dictionary, page } of found) {
    if (wordIn(dictionary, "Type") !== "Font") continue;
    const kind = wordIn(dictionary, "Subtype");
    const isCarrier = kind === "Type0" || kind === "Type3";
    const detail = wordIn(dictionary, "BaseFont") || kind;
    if (!isCarrier && !hasProgram(dictionary)) yield { check: "fonts-embedded", page, detail };
    if (kind === "Type0" && !hasDescendant(dictionary)) yield { check: "fonts-embedded", page, detail };
    if (kind.startsWith("CIDFont")) continue;
    if (!(dictionary.lookup(name("ToUnicode")) instanceof PDFRawStream) && !isLatin(dictionary)) {
      yield { check: "fonts-unicode", page, detail };
    }
  }
}

function hasProgram(font: PDFDict): boolean {
  const descriptor = font.lookup(name("FontDescriptor"));
  return (
    descriptor instanceof PDFDict &&
    ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.lookup(name(key)) instanceof PDFRawStream)
  );
}

function hasDescendant(font: PDFDict): boolean {
  const fonts = font.lookup(name("DescendantFonts"));
  return fonts instanceof PDFArray && fonts.size() === 1 && fonts.lookup(0) instanceof PDFDict;
}

/** A plain font whose codes are those of a known Latin table needs no map of its own. */
function isLatin(font: PDFDict): boolean {
  return ["WinAnsiEncoding", "MacRomanEncoding"].includes(wordIn(font, "Encoding"));
}
