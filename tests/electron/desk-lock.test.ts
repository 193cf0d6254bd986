import { expect, it } from "vitest";
import { lockDesk } from "#electron/desk-lock.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

it("gives a folder to one holder at a time", () => {
  const folder = temporaryFolder();
  const first = lockDesk(folder);
  expect(first).toBeDefined();
  expect(lockDesk(folder)).toBeUndefined();
  first?.release();
  const second = lockDesk(folder);
  expect(second).toBeDefined();
  second?.release();
});
