import { open } from "node:fs/promises";

/** Bytes that are read where they are wanted: a finished file of thousands of pages does not fit in memory. */
export type ByteSource = { size: number; at(start: number, length: number): Promise<Buffer> };

export function bytesOf(buffer: Buffer): ByteSource {
  return {
    size: buffer.length,
    at: (start, length) => Promise.resolve(buffer.subarray(start, start + length)),
  };
}

/** Opens a file for the time of some work. */
export async function withFile<Value>(
  path: string,
  work: (bytes: ByteSource) => Promise<Value>,
): Promise<Value> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    return await work({
      size,
      async at(start, length) {
        // Not filled first: only what was read into it is given on.
        const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - start)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}
