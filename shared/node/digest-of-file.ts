import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** The SHA-256 (hexadecimal) of a file and how many bytes were read for it; rejects as the file system does. */
export async function digestOfFile(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes: Buffer = chunk as Buffer;
    hash.update(bytes);
    size += bytes.length;
  }
  return { sha256: hash.digest("hex"), size };
}
