import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { basename } from "node:path";

/** A file of an export: how many records or lines are in it, its bytes, and their SHA-256. */
export type WrittenFile = { name: string; lines: number; bytes: number; sha256: string };

/** Writes texts into a file that is not there yet, as they come; it is on the disk when this resolves. */
export async function writeParts(
  path: string,
  parts: AsyncIterable<{ text: string; lines: number }>,
): Promise<WrittenFile> {
  const handle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let [lines, bytes] = [0, 0];
  try {
    for await (const part of parts) {
      const written = Buffer.from(part.text);
      await handle.writeFile(written);
      hash.update(written);
      lines += part.lines;
      bytes += written.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name: basename(path), lines, bytes, sha256: hash.digest("hex") };
}
