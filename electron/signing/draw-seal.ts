import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { Seal } from "./read-seal.ts";

/**
 * Puts a seal into a document as a picture with a soft mask: PDF/A-2 and 3 have those (ISO 19005-2, 6.2.10), and their
 * output intent says in which colours it blends. Answers where it is.
 */
export function drawSeal(into: PDFContext, seal: Seal): PDFRef {
  const { width, height } = seal.pixels;
  const picture = { Type: "XObject", Subtype: "Image", Width: width, Height: height, BitsPerComponent: 8 };
  const mask = into.flateStream(seal.alpha, { ...picture, ColorSpace: "DeviceGray" });
  const colours = into.stream(seal.colour, {
    ...picture,
    ColorSpace: "DeviceRGB",
    Filter: "DCTDecode",
    SMask: into.register(mask),
  });
  return into.register(colours);
}
