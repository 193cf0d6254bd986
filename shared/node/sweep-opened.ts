import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** A parcel that is opened longer than this (milliseconds) is no longer being read: whoever read it was ended. */
const longestReading = 24 * 3600 * 1000;

/** Takes away opened parcels that a kill left in a folder: their bytes are not sealed. Another's, being read, stay. */
export async function sweepOpened(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    // One that cannot be removed now is taken the next time.
    if (found && now - found.mtimeMs > longestReading) await rm(path, { force: true }).catch(() => undefined);
  }
}
