import { dirname, resolve } from "node:path";
import { loadEngine } from "./encrypted-database.ts";

/*
 * The keys of the databases in the folders of this process: whoever opens one knows its path, and no part of the desk
 * has to hand a key on to another.
 */
const keys = new Map<string, string>();

/** From now on databases in a folder, and in those within it, are made and read under a key. */
export async function keyFolder(folder: string, key: string): Promise<void> {
  await loadEngine();
  keys.set(resolve(folder), key);
}

/** The key of the folder a path lies in; nothing where its databases are plain. */
export function keyOver(path: string): string | undefined {
  if (keys.size === 0) return undefined;
  let folder = dirname(resolve(path));
  for (;;) {
    const key = keys.get(folder);
    const above = dirname(folder);
    if (key !== undefined || above === folder) return key;
    folder = above;
  }
}

/** True where the databases of a folder are made under a key. */
export function isKeyed(folder: string): boolean {
  return keys.has(resolve(folder));
}
