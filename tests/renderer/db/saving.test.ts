import { expect, it } from "vitest";
import { trackSaving, untilSafe } from "#renderer/db/saving.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

const [one, other] = [sampleFile("file-1"), sampleFile("file-2")];
const long = 60_000;

it("is safe once the record is in the journal, whatever else waits", async () => {
  const saving = trackSaving(() => 0);
  expect(await untilSafe(saving, "files", one.id, 0)).toBe(true);
  saving.wrote("files", one);
  saving.wrote("files", other);
  const heard: boolean[] = [];
  const safe = untilSafe(saving, "files", one.id, long).then((is) => heard.push(is));
  saving.saved("files", [other]);
  await Promise.resolve();
  expect(heard).toEqual([]);
  saving.wrote("files", other);
  saving.saved("files", [one]);
  await safe;
  expect(heard).toEqual([true]);
});

it("is not where the desk keeps it out, until it is written anew, nor where it takes too long", async () => {
  const saving = trackSaving(() => 0);
  saving.wrote("files", one);
  expect(await untilSafe(saving, "files", one.id, 1)).toBe(false);
  const safe = untilSafe(saving, "files", one.id, long);
  saving.refused("files", [one.id]);
  expect(await safe).toBe(false);
  expect(saving.standing("files", one.id)).toBe("refused");
  saving.wrote("files", one);
  saving.saved("files", [one]);
  expect(await untilSafe(saving, "files", one.id, long)).toBe(true);
});
