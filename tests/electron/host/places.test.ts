import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { ownPlaces } from "#electron/host/places.ts";

const root = join(import.meta.dirname, "..", "..", "..");

describe("the places of a host", () => {
  it("run as source are the repository's", () => {
    const places = ownPlaces(pathToFileURL(join(root, "electron", "main.ts")).href);
    expect(existsSync(join(places.resources, "units", "communes-2025-05.csv"))).toBe(true);
    expect(existsSync(places.province)).toBe(true);
  });

  it("bundled are beside the bundle, with the repository's resources", () => {
    const places = ownPlaces(pathToFileURL(join(root, "out", "main", "main.js")).href);
    expect(places.screen).toBe(join(root, "out", "renderer"));
    expect(existsSync(join(places.resources, "units", "communes-2025-05.csv"))).toBe(true);
  });

  it("packed find the resources beside the archive, for nothing but the app is in it", () => {
    const packed = join(root, "resources-of-a-package");
    const places = ownPlaces(pathToFileURL(join(packed, "app.asar", "out", "main", "main.js")).href, packed);
    expect(places.resources).toBe(join(packed, "resources"));
    expect(places.screen).toContain(`app.asar${sep}out${sep}renderer`);
  });
});
