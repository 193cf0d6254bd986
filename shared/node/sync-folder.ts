import { open } from "node:fs/promises";

/** Makes renames in a folder last through a power cut. Where a system cannot (Windows), a rename is as safe as it makes it. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const handle = await open(path, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (process.platform !== "win32") throw error;
  }
}
