import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";

// Node reads some words otherwise than the compiler does (`for (const of of …)`), and the bench and the commands run from source.
test("every source is one that Node itself can read", () => {
  const unreadable = ["shared", "electron", "province", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
      .map((name) => join(folder, name))
      .filter((path) => {
        try {
          stripTypeScriptTypes(readFileSync(path, "utf8"));
          return false;
        } catch {
          return true;
        }
      }),
  );
  expect(unreadable).toEqual([]);
});
