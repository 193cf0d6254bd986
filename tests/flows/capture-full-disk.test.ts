import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { isDigest } from "#shared/base/digest.ts";
import { openEscl } from "#electron/scanner/escl.ts";
import type { Scanner } from "#electron/scanner/scanner.ts";
import { openDesk as openWholeDesk } from "#electron/desk.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { smallJpeg } from "#tests/electron/capture/scans.ts";
import { startEsclScanner } from "#tests/helpers/escl-scanner.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { hasSmallDisk, smallDisk } from "#tests/helpers/small-disk.ts";
import { openScanningDesk } from "./scanning-desk.ts";

const settings = { source: "feeder", duplex: false, dpi: 300, colour: "colour", paper: "A4" } as const;
const stackSize = 30;
const pageBytes = 200_000;

/** Sheets of some size: what stands after the image's end is no matter to its reader. */
async function heavySheets(from: number, count: number): Promise<Buffer[]> {
  const sheets = Array.from({ length: count }, (_, at) => smallJpeg(from + at));
  return (await Promise.all(sheets)).map((jpeg) => Buffer.concat([jpeg, Buffer.alloc(pageBytes)]));
}

type Scanned = Pick<Awaited<ReturnType<typeof openScanningDesk>>, "scanning">;

async function shown({ scanning }: Scanned, sessionId: string) {
  const sessions = await scanning.handlers["scan.sessions"]({ batchId: "" });
  return sessions.find(({ id }) => id === sessionId);
}

async function openDesk(folder: string, beforePage: (place: number) => void = () => undefined) {
  const device = await startEsclScanner();
  const real = openEscl({ addresses: () => [device.address], pause: 10, patience: 200 });
  const scanner: Scanner = {
    ...real,
    async *feed(...parameters) {
      let place = 0;
      for await (const page of real.feed(...parameters)) {
        beforePage(place);
        place += 1;
        yield page;
      }
    },
  };
  const desk = await openScanningDesk(folder, [scanner]);
  let closed = false;
  const close = async () => {
    if (!closed) await desk.close();
    closed = true;
  };
  onTestFinished(async () => {
    await close();
    await device.close();
  });
  desk.journal.write("files", [sampleFile("file-1", { code: "H05.1" })], "screen");
  desk.journal.write("items", [sampleItem("item-1", { fileId: "file-1" })], "screen");
  const start = (sessionId = "") =>
    Promise.resolve(
      desk.scanning.handlers["scan.start"]({
        device: { kind: "escl", id: device.address },
        ...{ documentClass: "administrative", settings, batchId: "", itemId: "item-1", sessionId },
      }),
    );
  const until = (sessionId: string, wanted: object) =>
    vi.waitFor(async () => expect(await shown(desk, sessionId)).toMatchObject(wanted), {
      timeout: 60_000,
      interval: 50,
    });
  return { ...desk, device, start, until, close };
}

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** The pages that the desk says are saved; each is in the store, byte by byte. */
function expectAllThere({ log, objects }: Pick<Desk, "log" | "objects">, sessionId: string): string[] {
  const said = log.pages(sessionId, 1000);
  for (const { digest } of said) {
    if (!isDigest(digest)) throw new Error("no digest");
    expect(
      createHash("sha256")
        .update(readFileSync(objects.path(digest)))
        .digest("hex"),
    ).toBe(digest);
  }
  return said.map(({ digest }) => digest);
}

const digestsOf = (stack: readonly Buffer[]) =>
  stack.map((bytes) => createHash("sha256").update(bytes).digest("hex"));

describe.skipIf(!hasSmallDisk())("a disk that is really full", () => {
  it("while pages come stops the feeding with its reason; nothing said is lost; it goes on when there is room", async () => {
    const disk = smallDisk(16);
    const desk = await openDesk(disk.folder);
    const stack = await heavySheets(1, stackSize);
    desk.device.load(stack);
    disk.fill(3_000_000);
    const { sessionId } = await desk.start();
    await desk.until(sessionId, { state: "failed", fault: "disk-full" });

    const said = expectAllThere(desk, sessionId);
    expect(said.length).toBeGreaterThan(0);
    expect(said).toEqual(digestsOf(stack).slice(0, said.length));
    expect(desk.device.fed()).toBe(said.length + 1);
    expect(await desk.journal.verify()).toMatchObject({ brokenAt: undefined });

    disk.free();
    desk.device.load(stack.slice(said.length));
    await desk.start(sessionId);
    await desk.until(sessionId, { state: "ended", fault: "", saved: stackSize, placed: stackSize });
    expect(expectAllThere(desk, sessionId)).toEqual(digestsOf(stack));
    const pages = desk.journal.children("pages", "item-1").sort((one, other) => one.ordinal - other.ordinal);
    expect(pages.map(({ masterDigest }) => masterDigest)).toEqual(digestsOf(stack));
    expect(await desk.journal.verify()).toMatchObject({ brokenAt: undefined });
  });

  it("to its last byte, so that not even the end of the session can be written, says so all the same", async () => {
    const disk = smallDisk(16);
    const desk = await openDesk(disk.folder, (place) => {
      if (place === 3) disk.fill();
    });
    const stack = await heavySheets(101, 6);
    desk.device.load(stack);
    const { sessionId } = await desk.start();
    await desk.until(sessionId, { state: "failed", fault: "disk-full", saved: 3 });
    expect(desk.device.fed()).toBe(4);
    expect(expectAllThere(desk, sessionId)).toEqual(digestsOf(stack.slice(0, 3)));
    // To go on is refused at once, or as soon as a sheet finds no room.
    await desk.start(sessionId).catch((error: unknown) => {
      expect(error).toMatchObject({ code: "disk-full", lasting: false });
    });
    await desk.until(sessionId, { state: "failed", fault: "disk-full", saved: 3 });

    disk.free();
    desk.device.load(stack.slice(3));
    await desk.start(sessionId);
    await desk.until(sessionId, { state: "ended", fault: "", saved: 6, placed: 6 });
    expect(expectAllThere(desk, sessionId)).toEqual(digestsOf(stack));
  });

  it("is outlived: a desk that was closed on it opens again, with all that was said", async () => {
    const disk = smallDisk(16);
    const desk = await openDesk(disk.folder, (place) => {
      if (place === 3) disk.fill();
    });
    const stack = await heavySheets(201, 6);
    desk.device.load(stack);
    const { sessionId } = await desk.start();
    await desk.until(sessionId, { state: "failed", fault: "disk-full", saved: 3 });
    await desk.close();

    const reopen = async () => {
      const again = await openScanningDesk(disk.folder, []);
      try {
        await again.scanning.resume();
        const there = expectAllThere(again, sessionId);
        const state = (await shown(again, sessionId))?.state;
        return { there, state, verified: await again.journal.verify() };
      } finally {
        await again.close();
      }
    };
    const there = digestsOf(stack.slice(0, 3));
    expect(await reopen()).toMatchObject({ there, state: "interrupted", verified: { brokenAt: undefined } });
    disk.free();
    expect(await reopen()).toMatchObject({ there, state: "interrupted", verified: { brokenAt: undefined } });
  });

  it("does not keep the app from opening", async () => {
    const disk = smallDisk(24);
    const open = () =>
      openWholeDesk({
        folder: disk.folder,
        resources,
        host: "loopback",
        startPractice: undefined,
        report: (error) => process.stderr.write(`${String(error)}\n`),
      });
    const desk = await open();
    await desk.close();
    disk.fill();
    const again = await open();
    try {
      expect(await again.handlers["scan.sessions"]({ batchId: "" })).toEqual([]);
      const put = again.objects.put(Buffer.alloc(100_000, 7));
      await expect(put).rejects.toMatchObject({ code: "disk-low", lasting: false });
    } finally {
      await again.close();
    }
  });
});
