import { join } from "node:path";
import { expect, it } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import { type Digest, digestOfText } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { readPageImage } from "#electron/pipeline/page-image.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { standInPool, storeMaster, type Trouble } from "./stand-in-pool.ts";

async function prepare(changes: Partial<Page> = {}, output = "", trouble: Trouble = new Map()) {
  const objects = await openObjectStore(join(temporaryFolder(), "objects"));
  const masterDigest: Digest = await storeMaster(objects, "master");
  const page = samplePage("page-1", { masterDigest, ...changes }, 0);
  const stand = standInPool(trouble);
  const read = (_: "pages", id: string) => (id === page.id ? page : undefined);
  const parts = { journal: { read: read as never }, objects, pool: stand.pool, outputOf: () => output };
  return { ask: (id = "page-1") => readPageImage(parts, id), objects, masterDigest, done: stand.done };
}

it("gives what the import left on this machine", async () => {
  const { ask, done, objects } = await prepare({}, digestOfText("the work image"));
  await storeMaster(objects, "the work image");
  expect(await ask()).toEqual({ digest: digestOfText("the work image") });
  expect(done).toEqual([]);
});

it("makes it again from the master where it is gone, or was made elsewhere", async () => {
  const { ask, masterDigest, done } = await prepare({}, digestOfText("gone"));
  expect(await ask()).toEqual({ digest: digestOfText(`work ${masterDigest} 0`) });
  expect(done).toHaveLength(1);
});

it("gives none without the master's bytes, or where they cannot be read", async () => {
  const elsewhere = await prepare({ masterDigest: digestOfText("at another machine") });
  expect(await elsewhere.ask()).toEqual({ digest: "" });
  const trouble: Trouble = new Map();
  const damaged = await prepare({}, "", trouble);
  trouble.set(`importPage ${damaged.masterDigest}`, [new TaskFailure("media-corrupt")]);
  expect(await damaged.ask()).toEqual({ digest: "" });
});

it("refuses a page that is not known", async () => {
  const { ask } = await prepare();
  await expect(ask("page-9")).rejects.toMatchObject({ code: "not-found" });
});
