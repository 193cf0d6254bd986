import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sweepOpened } from "#shared/node/sweep-opened.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const day = 24 * 3600 * 1000;

it("takes away what a kill left opened, and leaves what another reads now", async () => {
  const folder = temporaryFolder();
  for (const name of ["left.zip", "now.zip"]) await writeFile(join(folder, name), "bytes");
  const now = Date.now();
  await utimes(join(folder, "left.zip"), new Date(now - 2 * day), new Date(now - 2 * day));
  await sweepOpened(folder, now);
  expect(await readdir(folder)).toEqual(["now.zip"]);
});

it("does nothing where there is no folder", async () => {
  await expect(sweepOpened(join(temporaryFolder(), "none"), Date.now())).resolves.toBeUndefined();
});
