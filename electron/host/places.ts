import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the parts of the product are that a host needs: the built screen, the resources, the province's entry. */
export type Places = { screen: string; resources: string; province: string };

/**
 * The places, seen from the module of a host: bundled (`out/main/…js`) or as source (`electron/…ts`). A package keeps
 * the resources beside the app's archive, in the folder `packed`.
 */
export function ownPlaces(moduleUrl: string, packed?: string): Places {
  const folder = dirname(fileURLToPath(moduleUrl));
  if (moduleUrl.endsWith(".ts")) {
    const root = join(folder, "..");
    return {
      screen: join(root, "out", "renderer"),
      resources: join(root, "resources"),
      province: join(root, "province", "main.ts"),
    };
  }
  return {
    screen: join(folder, "..", "renderer"),
    resources: packed === undefined ? join(folder, "..", "..", "resources") : join(packed, "resources"),
    province: join(folder, "province.js"),
  };
}
