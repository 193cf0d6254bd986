import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openRoom } from "#electron/keeping/room.ts";
import { storeWithRoom, withReserve } from "#electron/keeping/with-reserve.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { hasSmallDisk, smallDisk } from "#tests/helpers/small-disk.ts";

async function openOn(folder: string) {
  const changed = vi.fn();
  const room = await openRoom({ folder, pagesAtOnce: 1, changed });
  onTestFinished(() => room.stop());
  await vi.waitFor(() => expect(room.report().reserve).toBeGreaterThan(0));
  return { room, changed };
}

describe.skipIf(!hasSmallDisk())("a disk that fills up", () => {
  it("takes nothing more in before it is full, says so, and goes on when there is room again", async () => {
    const disk = smallDisk(40);
    const { room, changed } = await openOn(disk.folder);
    const objects = storeWithRoom(await openObjectStore(join(disk.folder, "objects")), room);
    const { digest } = await objects.put(Buffer.alloc(200_000, 1));
    const { stopBelow } = room.report();
    disk.fill(stopBelow + 400_000);
    expect((await room.look()).state).toBe("low");

    // The next object would leave too little: it is refused while the disk has room for it.
    await expect(objects.put(Buffer.alloc(500_000, 2))).rejects.toMatchObject({
      code: "disk-low",
      lasting: false,
    });
    disk.fill(stopBelow - 100_000);
    expect((await room.look()).state).toBe("stop");
    expect(changed).toHaveBeenCalled();
    expect(await objects.size(digest)).toBe(200_000);

    disk.free();
    await objects.put(Buffer.alloc(500_000, 2));
    expect((await room.look()).state).toBe("good");
  });

  it("lets the journal write on by its reserve, which is made again when there is room", async () => {
    const disk = smallDisk(40);
    const { room } = await openOn(disk.folder);
    const { reserve } = room.report();
    const plain = openTestJournal({ folder: disk.folder });
    const journal = withReserve(plain, room);
    journal.write("items", [sampleItem("before")], "screen");
    disk.fill();

    const many = Array.from({ length: 100 }, (_, at) => sampleItem(`item-${at}`));
    expect(() => plain.write("items", many, "screen")).toThrow();
    journal.write("items", many, "screen");
    expect(journal.count("items")).toBe(101);
    expect(room.report()).toMatchObject({ state: "stop", reserve: 0 });
    expect(existsSync(join(disk.folder, "reserve.bin"))).toBe(false);
    expect(await journal.verify()).toMatchObject({ entries: 101, brokenAt: undefined });

    disk.free();
    await room.look();
    await vi.waitFor(() => expect(room.report()).toMatchObject({ state: "good", reserve }));
  });

  it("keeps its fault when there is no reserve left either; nothing half-written stays", async () => {
    const disk = smallDisk(40);
    const { room } = await openOn(disk.folder);
    const journal = withReserve(openTestJournal({ folder: disk.folder }), room);
    journal.write("items", [sampleItem("before")], "screen");
    disk.fill();
    room.release();
    disk.fill();
    const many = Array.from({ length: 400 }, (_, at) =>
      sampleItem(`item-${at}`, { subject: "x".repeat(900) }),
    );
    expect(() => journal.write("items", many, "screen")).toThrow(
      expect.objectContaining({ code: "disk-full", lasting: false }) as Error,
    );
    expect(await journal.verify()).toMatchObject({ entries: 1, brokenAt: undefined });
  });
});
