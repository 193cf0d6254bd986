import type { FileHandle } from "node:fs/promises";

/** The `length` bytes of an open file from `at` on, in memory of just their size; fewer where the file ends before. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** All bytes of an open file, or those from `start` to `end`, both included, and closes it. */
export async function readAndClose(
  handle: FileHandle,
  { start = 0, end = Infinity }: { start?: number; end?: number } = {},
): Promise<Buffer> {
  try {
    const { size } = await handle.stat();
    return await readAt(handle, start, Math.max(0, Math.min(end + 1, size) - start));
  } finally {
    await handle.close();
  }
}
