import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openKeptDesk, push, reopened } from "./keeping-desk.ts";

async function usedFolder() {
  const root = temporaryFolder();
  const [folder, machine] = [join(root, "data"), join(root, "machine")];
  const desk = await openKeptDesk(folder, machine);
  await push(desk, "items", [sampleItem("item-1")]);
  const { deviceId } = await desk.handlers["session.read"]({});
  await desk.close();
  return { root, folder, machine, deviceId };
}

const isCopied = async (desk: Awaited<ReturnType<typeof openKeptDesk>>) =>
  (await desk.handlers["keeping.machine"]({})).copied;

describe("a data folder", () => {
  it("is at home where it was made, and where it was moved to on the same machine", async () => {
    const { root, folder, machine } = await usedFolder();
    const again = await openKeptDesk(folder, machine);
    expect(await isCopied(again)).toBe(false);
    await again.close();
    renameSync(folder, join(root, "moved"));
    expect(await isCopied(await openKeptDesk(join(root, "moved"), machine))).toBe(false);
  });

  it("on another machine is asked about; a machine that took over keeps its name", async () => {
    const { root, folder, deviceId } = await usedFolder();
    const desk = await openKeptDesk(folder, join(root, "other machine"));
    expect(await isCopied(desk)).toBe(true);
    await reopened(desk, async () => desk.handlers["keeping.settleMachine"]({ answer: "moved" }));
    expect(await isCopied(desk)).toBe(false);
    expect((await desk.handlers["session.read"]({})).deviceId).toBe(deviceId);
  });

  it("copied beside itself is asked about; the copy goes on under a name of its own, in one chain", async () => {
    const { root, folder, machine, deviceId } = await usedFolder();
    cpSync(folder, join(root, "copy"), { recursive: true });
    const copy = await openKeptDesk(join(root, "copy"), machine);
    expect(await isCopied(copy)).toBe(true);
    await reopened(copy, async () => copy.handlers["keeping.settleMachine"]({ answer: "copy" }));
    expect((await copy.handlers["session.read"]({})).deviceId).not.toBe(deviceId);
    await push(copy, "items", [sampleItem("item-2")]);
    expect(await copy.handlers["keeping.checkChain"]({})).toMatchObject({ entries: 2, brokenAt: null });
    expect(await isCopied(copy)).toBe(false);
    const first = await openKeptDesk(folder, machine);
    expect(await isCopied(first)).toBe(false);
    expect((await first.handlers["session.read"]({})).deviceId).toBe(deviceId);
  });
});
