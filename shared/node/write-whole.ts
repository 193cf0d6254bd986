import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { patiently } from "#shared/node/patiently.ts";

/** Replaces a file on disk as a whole: after a crash it holds the former content or the new, never a part. */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    const handle = await open(partial, "wx", mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await patiently(() => rename(partial, path));
  } finally {
    await rm(partial, { force: true });
  }
}
