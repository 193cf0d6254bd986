import { PDFArray, PDFBool, PDFName, PDFRawStream, type PDFObject } from "@cantoo/pdf-lib";
import { numberIn } from "./open-pdf.ts";
import type { DrawnImage } from "./pdf-images.ts";

/** Bits of a pixel of an image in a PDF, all channels together; 0 where its colours cannot be told. */
export function depthOfImage({ stream: { dict } }: DrawnImage): number {
  if (dict.lookup(PDFName.of("ImageMask")) === PDFBool.True) return 1;
  const bits = numberIn(dict, "BitsPerComponent", 8);
  const space = dict.lookup(PDFName.of("ColorSpace"));
  // Only JPEG 2000 may leave its colours to the image itself.
  if (space === undefined) return 24;
  return bits * channelsOf(space);
}

function channelsOf(space: PDFObject): number {
  if (space instanceof PDFArray) {
    const name = space.lookup(0);
    const profile = space.size() > 1 ? space.lookup(1) : undefined;
    if (name === PDFName.of("ICCBased") && profile instanceof PDFRawStream)
      return numberIn(profile.dict, "N", 0);
    if (name === PDFName.of("CalRGB") || name === PDFName.of("Lab")) return 3;
    if (name === PDFName.of("CalGray") || name === PDFName.of("Indexed")) return 1;
    return 0;
  }
  if (space === PDFName.of("DeviceRGB")) return 3;
  if (space === PDFName.of("DeviceGray")) return 1;
  return space === PDFName.of("DeviceCMYK") ? 4 : 0;
}
