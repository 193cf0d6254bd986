import { join } from "node:path";
import { openObjectStore } from "#shared/node/object-store.ts";
import type { Settings } from "#province/settings.ts";
import { openBucketObjects } from "./bucket-objects.ts";
import type { ProvinceObjects } from "./province-objects.ts";

/** Opens the store of objects that the settings name: a bucket, or else the folder itself. */
export async function openObjects(
  settings: Pick<Settings, "bucket" | "folder">,
  options: { sweep?: boolean; report: (fault: unknown) => void },
): Promise<ProvinceObjects> {
  const folder = objectsFolder(settings);
  if (!settings.bucket) return openObjectStore(folder, options);
  return openBucketObjects(settings.bucket, join(folder, "incoming"), options);
}

/** Where a province has objects, or those on their way to the bucket, on its own disk. */
export function objectsFolder({ folder }: Pick<Settings, "folder">): string {
  return join(folder, "objects");
}
