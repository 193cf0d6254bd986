import sharp, { type Metadata, type Raw } from "sharp";
import type { Grey } from "#electron/pipeline/steps/grey.ts";
import type { PageTone } from "#electron/pipeline/worker/tasks.ts";
import { maximumPixels } from "./limits.ts";

/** A decoded page: RGB (or grey) pixels, one byte for each channel. */
export type PagePixels = { data: Buffer; raw: Raw };

const thumb = { width: 256, height: 512 } as const;

/**
 * Decodes an image to its last pixel at a width, never wider than it is; any warning of the decoder is an error.
 * Colours are brought to sRGB where they are of another profile: for most scans, which are sRGB, that alone would
 * take longer than all the rest.
 */
export async function decodePixels(image: Buffer, width: number): Promise<PagePixels> {
  const ignoreIcc = isPlainColour(await sharp(image, { limitInputPixels: false }).metadata());
  const { data, info } = await sharp(image, {
    failOn: "warning",
    limitInputPixels: maximumPixels,
    sequentialRead: true,
    ignoreIcc,
  })
    .resize({ width, withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** The page in little, as a JPEG of at most 256 × 512 pixels. */
export function makeThumbnail({ data, raw }: PagePixels): Promise<Buffer> {
  return sharp(data, { raw })
    .resize({ ...thumb, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer();
}

/** The pixels in grey, weighted as the eye sees them (ITU-R BT.601). */
export function greyOf({ data, raw: { width, height, channels } }: PagePixels): Grey {
  if (channels === 1) return { data, width, height };
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += channels) {
    const weighted =
      (data[from] as number) * 77 + (data[from + 1] as number) * 150 + (data[from + 2] as number) * 29;
    grey[at] = weighted >> 8;
  }
  return { data: grey, width, height };
}

/** Pixels looked at for their colour: one of so many. */
const step = 23;
/** Channels further apart than this are colour and not the tint of a lamp. */
const plainColour = 28;

/** The tones of a page whose master has pixels of so many bits: a stamp, ink or tinted paper make it one of colour. */
export function toneOf({ data, raw: { channels } }: PagePixels, depth: number): PageTone {
  if (depth === 1) return { depth, colour: "bitonal" };
  if (channels < 3) return { depth, colour: "grey" };
  let looked = 0;
  let apart = 0;
  let coloured = 0;
  for (let at = 0; at + 2 < data.length; at += step * channels) {
    const red = data[at] as number;
    const green = data[at + 1] as number;
    const blue = data[at + 2] as number;
    const difference = Math.max(red, green, blue) - Math.min(red, green, blue);
    looked += 1;
    apart += difference;
    if (difference > plainColour) coloured += 1;
  }
  const isColour = apart > looked * 2.5 || coloured > looked * 0.0004;
  return { depth, colour: isColour ? "colour" : "grey" };
}

/** Whether an image's pixels are sRGB already, by what its header says. */
export function isPlainColour({ icc, space }: Metadata): boolean {
  return space === "srgb" && (icc === undefined || isSrgb(icc));
}

/** Whether a colour profile says that it is sRGB, in either of the two ways profiles write their name. */
function isSrgb(icc: Buffer): boolean {
  return icc.includes("sRGB", 0, "latin1") || icc.includes(Buffer.from("sRGB", "utf16le").swap16());
}
