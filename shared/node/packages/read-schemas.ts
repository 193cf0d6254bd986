import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageProfiles } from "#shared/package/package-profile.ts";

/** Schemas of others as they come with the app, by their names among its resources. */
export type KnownSchemas = Record<string, Uint8Array>;

/** All schemas that a profile of packages names, out of the app's resources. */
export async function readSchemas(resources: string): Promise<KnownSchemas> {
  const names = Object.values(packageProfiles).flatMap(({ schemas }) => schemas.map(({ from }) => from));
  const read = async (name: string) =>
    [name, new Uint8Array(await readFile(join(resources, "packages", "schemas", name)))] as const;
  return Object.fromEntries(await Promise.all([...new Set(names)].map(read)));
}
