import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { isDigest } from "#shared/base/digest.ts";
import { respond } from "#electron/host/respond.ts";
import { addPages, flipBit, openKeptDesk, reopened } from "#tests/flows/keeping-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const passphrase = "bốn từ không liên quan";

type Kept = Awaited<ReturnType<typeof openKeptDesk>>;

const sealingOf = async (desk: Kept) => (await desk.handlers["keeping.status"]({})).sealing;

const ask = (desk: Kept, digest: string, range?: string) =>
  respond(
    { ...desk, screen: "/nowhere" },
    new Request(`http://127.0.0.1/object/${digest}`, { headers: range === undefined ? {} : { range } }),
  );

/** Names of the objects' files that lie plain. */
const plainIn = (folder: string) =>
  readdirSync(join(folder, "objects"), { recursive: true, encoding: "utf8" }).filter((name) =>
    isDigest(name.replaceAll(/[/\\]/gu, "")),
  );

it("a machine seals what it has and what comes, asks for the passphrase after a start, and backs up and answers as before", async () => {
  const folder = temporaryFolder();
  const place = temporaryFolder();
  const desk = await openKeptDesk(folder);
  const digests = await addPages(desk, 1, 30);
  expect(plainIn(folder)).toHaveLength(30);
  expect(await sealingOf(desk)).toMatchObject({ state: "off", recoverable: false });
  await reopened(desk, () => desk.handlers["keeping.sealObjects"]({ passphrase }));
  digests.push(...(await addPages(desk, 31, 2)));
  await vi.waitFor(
    async () => {
      expect(await sealingOf(desk)).toMatchObject({ state: "open", sealed: 32, plain: 0 });
      expect((await desk.handlers["keeping.status"]({})).task).toBeNull();
    },
    { timeout: 60_000, interval: 200 },
  );
  expect(plainIn(folder)).toEqual([]);
  const [first, second] = digests;
  if (!first || !second) throw new Error("no objects");
  const part = await ask(desk, first, "bytes=19990-20000");
  expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 19990-20000/20001"]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(Buffer.alloc(11, 1));
  await desk.handlers["keeping.addPlace"]({ folder: place, passphrase: "" });
  const [kept] = (await desk.handlers["keeping.status"]({})).places;
  if (!kept) throw new Error("no place");
  expect(await desk.handlers["keeping.backup"]({ id: kept.id })).toMatchObject({ objects: 32, lacking: 0 });
  expect(await desk.handlers["keeping.drill"]({ id: kept.id })).toMatchObject({ whole: true, objects: 32 });
  await desk.close();

  const again = await openKeptDesk(folder);
  await expect(again.handlers["keeping.room"]({})).rejects.toMatchObject({ code: "desk-locked" });
  expect((await ask(again, first)).status).toBe(423);
  await expect(again.objects.put(Buffer.from("new"))).rejects.toMatchObject({ kind: "locked" });
  await expect(
    again.handlers["keeping.openObjects"]({ passphrase: "một câu khác hẳn" }),
  ).rejects.toMatchObject({
    code: "passphrase-wrong",
  });
  await reopened(again, () => again.handlers["keeping.openObjects"]({ passphrase }));
  const whole = await ask(again, first);
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(Buffer.alloc(20_001, 1));
  expect((await again.handlers["keeping.room"]({})).alarm).toBe("none");

  flipBit(again.objects.path(first));
  flipBit(again.objects.path(second), 60);
  const damaged = await ask(again, second);
  expect([damaged.status, await damaged.json()]).toMatchObject([500, { code: "object-damaged" }]);
  const checked = await again.handlers["keeping.checkObjects"]({});
  expect(checked).toMatchObject({ total: 32, damaged: 0, missing: 0 });
  expect(Buffer.from(await (await ask(again, second)).arrayBuffer())).toEqual(Buffer.alloc(20_002, 2));
  expect(plainIn(folder)).toEqual([]);
});
