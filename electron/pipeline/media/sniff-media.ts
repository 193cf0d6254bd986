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
