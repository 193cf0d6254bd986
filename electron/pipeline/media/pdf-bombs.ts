import { inflateSync } from "node:zlib";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";

/** Most bytes that a stream of a PDF other than an image may unpack to: the text of a page has some thousands. */
const mostUnpacked = 64 * 2 ** 20;
/** Packed bytes may be packed again. */
const mostLayers = 4;
/** How far before its bytes a stream's dictionary is looked for. */
const dictionaryLength = 1024;

/**
 * Refuses a PDF in which a few bytes unpack to more than memory holds: whoever opens its object tree unpacks them all.
 * Images are left out, for their size is checked by the pixels they say they have. Throws `media-too-large`.
 */
export function refuseBombs(bytes: Uint8Array): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = whole.indexOf("stream"); at !== -1; at = whole.indexOf("stream", at + 6)) {
    const start = startOfData(whole, at + 6);
    if (start === undefined || whole.subarray(at - 3, at).toString("latin1") === "end") continue;
    if (isImage(whole.subarray(Math.max(0, at - dictionaryLength), at).toString("latin1"))) continue;
    // Whatever its dictionary says: packed bytes are known by how they begin.
    let data: Buffer | undefined = whole.subarray(start);
    for (let layer = 0; layer < mostLayers && data && isPacked(data); layer += 1) data = unpack(data);
  }
}

/** Whether the dictionary at the end of some text is an image's. */
function isImage(text: string): boolean {
  const dictionary = text.slice(Math.max(0, text.lastIndexOf(" obj"), text.lastIndexOf("endstream")));
  return /\/Subtype\s*\/Image\b/.test(dictionary) && !/\/(ObjStm|XRef)\b/.test(dictionary);
}

/** Whether some bytes begin as zlib's do. */
function isPacked([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** Where the bytes of a stream begin; nothing where the word is not the keyword. */
function startOfData(bytes: Buffer, after: number): number | undefined {
  if (bytes[after] === 0x0a) return after + 1;
  if (bytes[after] === 0x0d) return after + (bytes[after + 1] === 0x0a ? 2 : 1);
  return undefined;
}

/** One layer off, however many bytes follow; nothing where it is damaged, which its reader will find. */
function unpack(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: mostUnpacked });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") {
      throw new TaskFailure("media-too-large", "a stream unpacks to more than 64 MB");
    }
    return undefined;
  }
}
