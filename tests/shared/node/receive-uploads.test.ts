import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fastify from "fastify";
import { expect, onTestFinished, test, vi } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { receiveUploads } from "#shared/node/receive-uploads.ts";
import type { App, TypeBoxTypes } from "#shared/node/typed-routes.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const day = 24 * 3600 * 1000;

/** What an upload that began some days ago left behind, with half of its bytes. */
function leaveBehind(folder: string, id: string, days: number): void {
  const creation_date = new Date(Date.now() - days * day).toISOString();
  const info = { id, size: 10, offset: 0, metadata: {}, creation_date, storage: { type: "file", path: "" } };
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(info));
  writeFileSync(join(folder, id), "half.");
}

test("old uploads go while it serves already; one that cannot go is told, and holds no start up", async () => {
  const folder = temporaryFolder();
  leaveBehind(folder, "late", 61);
  leaveBehind(folder, "lately", 59);
  // What nothing can take away as a file stands in for one that another program holds open.
  const info = join(folder, "stuck.json");
  mkdirSync(join(folder, "stuck"));
  writeFileSync(
    info,
    JSON.stringify({ id: "stuck", size: 10, offset: 0, creation_date: "2020-01-01T00:00:00Z" }),
  );
  const faults: unknown[] = [];
  const app: App = fastify().withTypeProvider<TypeBoxTypes>();
  onTestFinished(() => app.close());
  receiveUploads(app, {
    folder,
    objects: await openObjectStore(temporaryFolder()),
    senderOf: () => "desk",
    ownerOf: (sender) => sender,
    received: () => undefined,
    receiptSize: () => undefined,
    report: (fault) => faults.push(fault),
  });
  await app.ready();
  await vi.waitFor(() => expect(faults).toHaveLength(1));
  await vi.waitFor(() => expect(existsSync(join(folder, "late"))).toBe(false));
  expect(existsSync(join(folder, "lately"))).toBe(true);
});
