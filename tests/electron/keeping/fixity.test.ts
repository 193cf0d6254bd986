import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { fixityPeriod, objectsPerTurn } from "#shared/rules/fixity-due.ts";
import { openFixity } from "#electron/keeping/fixity.ts";
import { openKeepingDatabase } from "#electron/keeping/keeping-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const watch = { signal: new AbortController().signal, progress: () => undefined };
const day = 86_400_000;

async function openChecked(count: number) {
  const folder = temporaryFolder();
  const store = await openObjectStore(join(folder, "objects"));
  const digests = [];
  for (let at = 0; at < count; at += 1) digests.push((await store.put(Buffer.from(`object ${at}`))).digest);
  const database = openKeepingDatabase(folder);
  onTestFinished(() => database.close());
  let ms = Date.UTC(2025, 4, 1);
  const fixity = openFixity(database, store, join(folder, "objects"), () => (ms += 1));
  return { store, digests, fixity, pass: (days: number) => (ms += days * day) };
}

it("comes round to every object within thirty days, a few at a time, and begins again after them", async () => {
  const { fixity, pass } = await openChecked(12);
  await fixity.survey();
  expect(fixity.report()).toMatchObject({ total: 12, fresh: 0, oldestAt: "" });
  for (let turn = 1; turn <= 3; turn += 1) {
    expect(await fixity.checkDue(watch, 4)).toEqual([]);
    expect(fixity.report().fresh).toBe(turn * 4);
    pass(1);
  }
  expect(fixity.report().oldestAt).not.toBe("");
  pass(29);
  expect(fixity.report().fresh).toBeLessThan(12);
  await fixity.checkDue(watch, 12);
  expect(fixity.report().fresh).toBe(12);
});

it("misses what is gone, not what was taken away on purpose, and believes what came back only when it has read it", async () => {
  const { fixity, store, digests } = await openChecked(3);
  const [gone, destroyed] = digests;
  if (!gone || !destroyed) throw new Error("no objects");
  await fixity.survey();
  await fixity.checkDue(watch, 10);
  rmSync(store.path(gone));
  fixity.forget(destroyed);
  await store.destroy(destroyed);
  await fixity.survey();
  expect(fixity.wrong()).toMatchObject([{ digest: gone, state: "missing" }]);
  await store.put(Buffer.from("object 0"));
  await fixity.survey();
  expect(fixity.report()).toMatchObject({ total: 2, fresh: 1, missing: 0 });
});

it("plans its turns so that all come round in half the period, and no turn is long", () => {
  const turn = 300_000;
  for (const total of [0, 10, 5_000, 400_000]) {
    const each = objectsPerTurn(total, turn);
    expect(each).toBeLessThanOrEqual(200);
    expect(each * (fixityPeriod / turn)).toBeGreaterThanOrEqual(total);
  }
});
