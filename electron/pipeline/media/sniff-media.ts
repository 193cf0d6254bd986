import type { MediaType } from "#electron/pipeline/worker/tasks.ts";

/** How many bytes from the start `sniffMedia` wants to see. */
export const sniffLength = 1024;

/** The kind of some bytes by what they begin with; nothing where they are none of the kinds we take. */
export function sniffMedia(head: Uint8Array): MediaType | undefined {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(0x49, 0x49, 42, 0) || starts(0x4d, 0x4d, 0, 42)) return "image/tiff";
  if (starts(0x49, 0x49, 43, 0) || starts(0x4d, 0x4d, 0, 43)) return "image/tiff";
  // Readers accept a PDF whose header stands anywhere in the first kilobyte.
  return Buffer.from(head.subarray(0, sniffLength)).includes("%PDF-") ? "application/pdf" : undefined;
}

const phoneBrands = /^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/;
const jpeg2000Box = Buffer.from("0000000c6a5020200d0a870a", "hex");
const jpeg2000Stream = Buffer.from("ff4fff51", "hex");

/** Whether some bytes begin as a picture of a kind we do not take: HEIC and AVIF of phones, JPEG 2000. */
export function isForeignPicture(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 12));
  if (start.includes(jpeg2000Box) || start.subarray(0, 4).equals(jpeg2000Stream)) return true;
  return start.toString("latin1", 4, 8) === "ftyp" && phoneBrands.test(start.toString("latin1", 8, 12));
}
