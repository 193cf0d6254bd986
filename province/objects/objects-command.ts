import type { Settings } from "#province/settings.ts";
import type { Database } from "#province/store/database.ts";
import { migrate } from "#province/store/migrations.ts";
import { checkObjects, copyObjects } from "./check-objects.ts";
import { objectsFolder, openObjects } from "./open-objects.ts";

/**
 * `objects check [--read]`: whether every object that a receipt was given of is there, by its size or all its bytes.
 * `objects copy`: puts the objects of the data folder into the bucket of `OBJECTS_URL`, before the province moves to it.
 */
export async function objectsCommand(
  database: Database,
  words: readonly string[],
  settings: Pick<Settings, "bucket" | "folder">,
  report: (fault: unknown) => void,
): Promise<Record<string, unknown>> {
  const [verb, ...more] = words;
  const read = more[0] === "--read";
  const objects = () => openObjects(settings, { sweep: false, report });
  if (verb === "check" && more.length === (read ? 1 : 0)) {
    await migrate(database, Date.now);
    const found = await checkObjects(database, await objects(), read);
    if (found.missing.length + found.changed.length > 0) process.exitCode = 1;
    return found;
  }
  if (verb === "copy" && more.length === 0) {
    if (!settings.bucket) throw new Error("objects copy needs OBJECTS_URL: the bucket to copy into");
    const done = await copyObjects(objectsFolder(settings), await objects());
    if (done.damaged.length > 0) process.exitCode = 1;
    return done;
  }
  throw new Error("objects check [--read], or objects copy");
}
