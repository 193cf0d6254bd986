import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { patiently } from "#shared/node/patiently.ts";

/** As `writeWhole`, of bytes that come one after the other: under another name until all are on the disk. */
export async function writeStream(path: string, bytes: Readable, mode: number): Promise<void> {
  const partial = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    const handle = await open(partial, "wx", mode);
    try {
      for await (const chunk of bytes) await handle.writeFile(chunk as Buffer);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await patiently(() => rename(partial, path));
  } finally {
    await rm(partial, { force: true });
  }
}
