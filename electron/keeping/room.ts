import { randomBytes } from "node:crypto";
import { rmSync, statSync } from "node:fs";
import { open, rename, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { DeskFault } from "#shared/contract/fault.ts";
import type { RoomReport } from "#shared/contract/keeping.ts";
import { mayMakeReserve, reserveSize, roomState, stopBelow } from "#shared/rules/disk-room.ts";
import { isDiskFull } from "#electron/journal/transaction.ts";

/** Watches the disk of the desk's folder, and holds a reserve on it for the day it is full. */
export type Room = {
  /** As last looked at. */
  report(): RoomReport;
  look(): Promise<RoomReport>;
  /** Throws `DeskFault("disk-low")` where so many bytes more would leave the journal too little room. */
  expect(coming?: number): Promise<void>;
  /** Frees the reserve; false where there is none to free. */
  release(): boolean;
  stop(): Promise<void>;
};

export type RoomParts = {
  folder: string;
  pagesAtOnce: number;
  /** Hears when the state of the room or of the reserve is another. */
  changed: () => void;
  /** How often the disk is looked at, in milliseconds. */
  every?: number;
};

const usualEvery = 15_000;
const chunkSize = 1_000_000;
const reserveName = "reserve.bin";

export async function openRoom({
  folder,
  pagesAtOnce,
  changed,
  every = usualEvery,
}: RoomParts): Promise<Room> {
  const path = join(folder, reserveName);
  let last: RoomReport = { free: 0, total: 0, stopBelow: 0, state: "good", reserve: sizeOf(path) };
  let making: Promise<void> | undefined;
  let stopped = false;

  const measure = async () => {
    const { bavail, blocks, bsize } = await statfs(folder);
    const total = blocks * bsize;
    const journalBytes = sizeOf(join(folder, "journal.sqlite"));
    const space = { free: bavail * bsize, total };
    return { ...space, stopBelow: stopBelow(total, { journalBytes, pagesAtOnce }) };
  };
  const look = async () => {
    const found = await measure();
    const former = last;
    last = { ...found, state: roomState(found, found.stopBelow), reserve: sizeOf(path) };
    if (former.state !== last.state || former.reserve !== last.reserve) changed();
    if (last.reserve === 0 && !stopped && mayMakeReserve(found, found.stopBelow)) void remake(found.total);
    return last;
  };
  const remake = (total: number) => {
    making ??= makeReserve(path, reserveSize(total))
      .then(() => {
        last = { ...last, reserve: sizeOf(path) };
        changed();
      })
      .catch((error: unknown) => {
        // It is tried again with the next look.
        if (!isDiskFull(error)) process.emitWarning(error instanceof Error ? error : String(error));
      })
      .finally(() => {
        making = undefined;
      });
    return making;
  };
  await look();
  const timer = setInterval(() => void look().catch(() => undefined), every);
  timer.unref();

  return {
    report: () => last,
    look,
    async expect(coming = 0) {
      const found = await measure();
      if (roomState(found, found.stopBelow, coming) !== "stop") return;
      await look();
      throw new DeskFault("disk-low", { lasting: false });
    },
    release() {
      if (sizeOf(path) === 0) return false;
      rmSync(path, { force: true });
      last = { ...last, state: "stop", reserve: 0 };
      changed();
      return true;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await making;
    },
  };
}

/** Written, not only lengthened, and of bytes that no file system packs: the room is really taken. */
async function makeReserve(path: string, size: number): Promise<void> {
  const partial = `${path}.part`;
  try {
    const handle = await open(partial, "w");
    try {
      const chunk = randomBytes(Math.min(size, chunkSize));
      for (let left = size; left > 0; left -= chunk.length) {
        await handle.writeFile(chunk.subarray(0, Math.min(left, chunk.length)));
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
