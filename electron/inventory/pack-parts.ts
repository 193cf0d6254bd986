import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** One part of a package: its path inside, and its text, whole or in pieces. */
export type Part = { path: string; text: string | Iterable<string> };

// A fixed time makes equal parts give equal bytes.
const made = new Date(Date.UTC(2025, 0, 1));

/** The bytes of a ZIP package of the given parts, deflated. */
export async function packParts(parts: readonly Part[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, text } of parts) {
    const options = { mtime: made, compress: true };
    if (typeof text === "string") zip.addBuffer(Buffer.from(text, "utf8"), path, options);
    else zip.addReadStream(Readable.from(inBytes(text), { objectMode: false }), path, options);
  }
  zip.end();
  return await buffer(zip.outputStream);
}

function* inBytes(pieces: Iterable<string>): Generator<Buffer> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < 65536) continue;
    yield Buffer.from(held.join(""), "utf8");
    held = [];
    length = 0;
  }
  yield Buffer.from(held.join(""), "utf8");
}
