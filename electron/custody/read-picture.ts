import sharp from "sharp";
import { marksIn } from "#electron/pipeline/steps/read-marks.ts";

/** Wide enough for a label held before a camera. */
const lookWidth = 1000;

/** The texts of the QR codes in a picture of a camera; none where it is no picture. */
export async function readPicture(base64: string): Promise<string[]> {
  try {
    const { data, info } = await sharp(Buffer.from(base64, "base64"), { limitInputPixels: 40_000_000 })
      .resize({ width: lookWidth, withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return await marksIn({ data, width: info.width, height: info.height });
  } catch {
    return [];
  }
}
