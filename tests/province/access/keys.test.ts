import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keysFileName, openProvinceKeys } from "#province/access/keys.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

test("the keys are made once, also by several who start at once, and kept for their user alone", async () => {
  const folder = join(temporaryFolder(), "new");
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => openProvinceKeys(folder)));
  expect(two).toEqual(one);
  expect(three).toEqual(one);
  expect(await openProvinceKeys(folder)).toEqual(one);
  if (process.platform !== "win32") expect(statSync(join(folder, keysFileName)).mode & 0o077).toBe(0);
});

test("a file of keys that cannot be read is left alone, and no new keys take their place", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, keysFileName), "{}");
  await expect(openProvinceKeys(folder)).rejects.toThrow("put it back from a copy");
  expect(readFileSync(join(folder, keysFileName), "utf8")).toBe("{}");
});
