import { readFileSync, statSync, writeFileSync, mkdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { DeskFault } from "#shared/contract/fault.ts";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import { isDigest } from "#shared/base/digest.ts";
import { openEscl } from "#electron/scanner/escl.ts";
import { openNaps2 } from "#electron/scanner/naps2.ts";
import { openWatchedFolders } from "#electron/scanner/watched-folder.ts";
import type { Scanner } from "#electron/scanner/scanner.ts";
import { smallJpeg } from "#tests/electron/capture/scans.ts";
import { truncate } from "#tests/fixtures/bad-objects.ts";
import { startEsclScanner } from "#tests/helpers/escl-scanner.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openScanningDesk } from "./scanning-desk.ts";

const settings = { source: "feeder", duplex: false, dpi: 300, colour: "colour", paper: "A4" } as const;
const sheets = (from: number, count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => smallJpeg(from + at)));

async function openDesk(scanners: readonly Scanner[], parts: Parameters<typeof openScanningDesk>[2] = {}) {
  const folder = temporaryFolder();
  const desk = await openScanningDesk(folder, scanners, parts);
  onTestFinished(() => desk.close());
  desk.journal.write("files", [sampleFile("file-1", { code: "H05.1" })], "screen");
  desk.journal.write("items", [sampleItem("item-1", { fileId: "file-1" })], "screen");
  const start = (
    device: { kind: "escl" | "folder" | "naps2"; id: string },
    sessionId = "",
    itemId = "item-1",
  ) =>
    desk.scanning.handlers["scan.start"]({
      ...{ device, documentClass: "administrative", settings, batchId: "", itemId, sessionId },
    });
  const until = (sessionId: string, wanted: object) =>
    vi.waitFor(() => expect(desk.log.session(sessionId)).toMatchObject(wanted), {
      timeout: 60_000,
      interval: 50,
    });
  const ordinals = () =>
    desk.journal
      .children("pages", "item-1")
      .map(({ ordinal }) => ordinal)
      .sort();
  return { ...desk, folder, start, until, ordinals };
}

async function openNetworkScanner() {
  const device = await startEsclScanner();
  onTestFinished(() => device.close());
  const scanner = openEscl({ addresses: () => [device.address], pause: 10, patience: 200 });
  return { device, scanner, key: { kind: "escl" as const, id: device.address } };
}

describe("a network scanner", () => {
  it("unplugged in the middle of a stack loses nothing, and goes on where it stopped", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner]);
    const stack = await sheets(1, 6);
    device.load(stack);
    device.trouble("unplugged", 3);
    const { sessionId } = await desk.start(key);
    await desk.until(sessionId, { state: "failed", fault: "scanner-gone", saved: 3, placed: 3 });
    expect(desk.ordinals()).toEqual([1, 2, 3]);

    device.trouble("none");
    device.load(stack.slice(3));
    // The job that was cut off still holds the scanner, as a real one does for a while.
    await fetch(`http://${device.address}/eSCL/ScanJobs/1`, { method: "DELETE" });
    await desk.start(key, sessionId);
    await desk.until(sessionId, { state: "ended", fault: "", saved: 6, placed: 6 });
    expect(desk.ordinals()).toEqual([1, 2, 3, 4, 5, 6]);
    const masters = desk.log.pages(sessionId, 10).map(({ digest }) => {
      if (!isDigest(digest)) throw new Error("no digest");
      return readFileSync(desk.objects.path(digest));
    });
    expect(masters.map((bytes, at) => bytes.equals(stack[at] ?? Buffer.alloc(0)))).toEqual(
      stack.map(() => true),
    );
  });

  it("that scans both sides gives front and back, in the item, in the tray, and anew after a jam", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner]);
    const both = { ...settings, duplex: true };
    const sides = () =>
      desk.journal
        .children("pages", "item-1")
        .sort((one, other) => one.ordinal - other.ordinal)
        .map(({ side }) => side);
    device.load(await sheets(200, 4));
    device.trouble("jam", 3);
    const input = { device: key, documentClass: "administrative", settings: both, batchId: "" } as const;
    const start = (sessionId: string, itemId: string) =>
      desk.scanning.handlers["scan.start"]({ ...input, sessionId, itemId });
    const { sessionId } = await start("", "item-1");
    await desk.until(sessionId, { state: "failed", saved: 3, placed: 3, sides: "both" });
    expect(device.jobs[0]).toContain("<scan:Duplex>true</scan:Duplex>");
    // The sheet that was jammed is laid in again: it begins with its front.
    device.trouble("none");
    device.load(await sheets(202, 2));
    await start(sessionId, "item-1");
    await desk.until(sessionId, { state: "ended", saved: 5, placed: 5 });
    expect(sides()).toEqual(["front", "back", "front", "front", "back"]);

    device.load(await sheets(210, 2));
    const loose = await start("", "");
    await desk.until(loose.sessionId, { state: "ended", placed: 2 });
    const waiting = await desk.capture.handlers["capture.unmatched"]({});
    expect(waiting.map(({ side }) => side)).toEqual(["front", "back"]);

    // A person knows better: the records follow, and so does the log.
    expect(desk.scanning.handlers["scan.saySides"]({ sessionId, sides: "one" })).toEqual({ pages: 5 });
    expect(sides()).toEqual(["only", "only", "only", "only", "only"]);
    expect(desk.scanning.handlers["scan.saySides"]({ sessionId, sides: "one" })).toEqual({ pages: 0 });
    expect(desk.log.session(sessionId)).toMatchObject({ sides: "one" });
  });

  it("whose page breaks off gives no half page", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner]);
    device.load(await sheets(10, 4));
    device.trouble("truncated", 2);
    const { sessionId } = await desk.start(key);
    await desk.until(sessionId, { state: "failed", fault: "scanner-gone", saved: 2 });
  });

  it("that sends a damaged page whole has it refused by itself, and the stack goes on", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner]);
    const [one, two, three] = await sheets(20, 3);
    device.load([one ?? Buffer.alloc(0), truncate(two ?? Buffer.alloc(0)), three ?? Buffer.alloc(0)]);
    const { sessionId } = await desk.start(key);
    await desk.until(sessionId, { state: "ended", saved: 3, placed: 2, refused: 1 });
    expect(desk.log.pages(sessionId, 3).map(({ place, fault }) => [place, fault])).toEqual([
      ["item", ""],
      ["refused", "media-truncated"],
      ["item", ""],
    ]);
    expect(desk.ordinals()).toEqual([1, 2]);
  });

  it("that is busy is asked again; one that points elsewhere is not followed", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner]);
    device.load(await sheets(30, 2));
    device.busyAnswers = 3;
    const { sessionId } = await desk.start(key);
    await desk.until(sessionId, { state: "ended", saved: 2 });
    expect(device.busyAnswers).toBe(0);
    device.trouble("elsewhere");
    const fault = await Promise.resolve(desk.start(key)).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toMatchObject({ code: "scanner-gone" });
  });

  it("keeps two blank sides of the same bytes as two pages", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner]);
    const [one] = await sheets(40, 1);
    device.load([one ?? Buffer.alloc(0), one ?? Buffer.alloc(0)]);
    const { sessionId } = await desk.start(key);
    await desk.until(sessionId, { state: "ended", saved: 2, placed: 2 });
    const pages = desk.journal.children("pages", "item-1");
    expect(pages.map(({ ordinal }) => ordinal).sort()).toEqual([1, 2]);
    expect(new Set(pages.map(({ masterDigest }) => masterDigest)).size).toBe(1);
    expect(pages.every((page) => page.scanner === device.address)).toBe(true);
  });
});

describe("a full disk", () => {
  it("stops the feeding with its reason, keeps what was saved, and the rest comes when there is room", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    let room = 2;
    const desk = await openDesk([scanner], {
      wrapPut: (put) => (source, options) => {
        room -= 1;
        if (room >= 0) return put(source, options);
        return Promise.reject(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
      },
    });
    const stack = await sheets(50, 5);
    device.load(stack);
    const { sessionId } = await desk.start(key);
    await desk.until(sessionId, { state: "failed", fault: "disk-full", saved: 2, placed: 2 });
    // Not one sheet more than the one that found no room was fed.
    expect(device.fed()).toBe(3);
    room = 100;
    device.load(stack.slice(2));
    await desk.start(key, sessionId);
    await desk.until(sessionId, { state: "ended", saved: 5, placed: 5 });
    expect(desk.ordinals()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("a watched folder", () => {
  it("takes each file once, waits for those still written to, and moves them aside only when they are stored", async () => {
    const path = temporaryFolder();
    const folders = [{ path, move: true }];
    const marks: Scanner[] = [];
    const desk = await openDesk(marks);
    marks.push(
      openWatchedFolders({
        folders: () => folders,
        taken: (of, mark) => desk.log.taken(of, mark),
        stable: 1500,
      }),
    );
    const [one, two, three] = await sheets(60, 3);
    mkdirSync(join(path, "hop-1"));
    writeFileSync(join(path, "hop-1", "b.jpg"), two ?? "");
    writeFileSync(join(path, "hop-1", "Thumbs.db"), "x");
    const { sessionId } = await desk.start({ kind: "folder", id: path }, "", "");
    // A slow program writes its file in two parts.
    const half = (one ?? Buffer.alloc(0)).subarray(0, 200);
    writeFileSync(join(path, "a.jpg"), half);
    await new Promise((resolve) => setTimeout(resolve, 150));
    writeFileSync(join(path, "a.jpg"), one ?? "");
    await desk.until(sessionId, { saved: 2, refused: 0 });
    await vi.waitFor(() => expect(existsSync(join(path, "da-nhan", "hop-1", "b.jpg"))).toBe(true), {
      timeout: 20_000,
    });
    await vi.waitFor(() => expect(existsSync(join(path, "da-nhan", "a.jpg"))).toBe(true), {
      timeout: 20_000,
    });
    expect(readFileSync(join(path, "da-nhan", "a.jpg")).equals(one ?? Buffer.alloc(0))).toBe(true);

    // The same name comes again with another page: both are kept.
    folders[0] = { path, move: false };
    await desk.scanning.handlers["scan.stop"]({ sessionId });
    writeFileSync(join(path, "a.jpg"), three ?? "");
    await desk.start({ kind: "folder", id: path }, sessionId, "");
    await desk.until(sessionId, { saved: 3 });
    expect(existsSync(join(path, "a.jpg"))).toBe(true);
    await desk.scanning.handlers["scan.stop"]({ sessionId });

    // And once more from the start: nothing is taken twice.
    await desk.start({ kind: "folder", id: path }, sessionId, "");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(desk.log.session(sessionId)?.saved).toBe(3);
  });
});

describe("two watched folders", () => {
  it.each(["item-1", ""])(
    "that give one name and the same bytes give two pages (item %o)",
    async (itemId) => {
      const paths = [temporaryFolder(), temporaryFolder()];
      const marks: Scanner[] = [];
      const desk = await openDesk(marks);
      const folders = () => paths.map((path) => ({ path, move: false }));
      const taken = (of: string, mark: string) => desk.log.taken(of, mark);
      marks.push(openWatchedFolders({ folders, taken, stable: 300 }));
      const [blank] = await sheets(90, 1);
      for (const path of paths) {
        writeFileSync(join(path, "scan0001.jpg"), blank ?? "");
        const { sessionId } = await desk.start({ kind: "folder", id: path }, "", itemId);
        await desk.until(sessionId, { saved: 1, placed: 1 });
        await desk.scanning.handlers["scan.stop"]({ sessionId });
      }
      const waiting = await desk.capture.handlers["capture.unmatched"]({});
      const pages = itemId === "" ? waiting : desk.journal.children("pages", itemId);
      expect(pages).toHaveLength(2);
      expect(new Set(pages.map(({ scanner }) => scanner))).toEqual(new Set(paths));
      // Matching counts them as two as well, each by a key of its own.
      const keys = waiting.map((one) => keyOfArrival(one));
      expect(new Set(keys).size).toBe(waiting.length);
    },
  );
});

describe("masters", () => {
  it("are written once: the same bytes again, begun in the same second, are pages of the same objects", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner], { now: () => Date.UTC(2025, 4, 20, 8) });
    const stack = await sheets(70, 2);
    device.load(stack);
    const first = await desk.start(key);
    await desk.until(first.sessionId, { state: "ended", placed: 2 });
    const paths = desk.log.pages(first.sessionId, 2).map(({ digest }) => {
      if (!isDigest(digest)) throw new Error("no digest");
      return desk.objects.path(digest);
    });
    const before = paths.map((path) => [
      statSync(path).ino,
      statSync(path).mtimeMs,
      readFileSync(path).toString("hex"),
    ]);
    device.load(stack);
    const again = await desk.start(key);
    await desk.until(again.sessionId, { state: "ended", placed: 2 });
    const after = paths.map((path) => [
      statSync(path).ino,
      statSync(path).mtimeMs,
      readFileSync(path).toString("hex"),
    ]);
    expect(after).toEqual(before);
    // The second stack is four pages of two masters.
    expect(desk.journal.children("pages", "item-1")).toHaveLength(4);
  });
});

describe("a desk that is started again", () => {
  it("finds what NAPS2 had scanned before it was killed, and calls the session cut off", async () => {
    const folder = temporaryFolder();
    const spool = join(folder, "spool");
    const naps2 = openNaps2({ spool, program: undefined });
    const desk = await openScanningDesk(folder, [naps2]);
    desk.log.begin({
      ...{
        id: "session-1",
        kind: "naps2",
        deviceId: "twain:M",
        deviceName: "M",
        documentClass: "administrative",
      },
      ...{ settings, batchId: "", itemId: "", state: "feeding", fault: "", detail: "" },
      ...{ startedAt: "2025-05-20T01:00:00.000Z", startedBy: "Lê Thị Quét", endedAt: "", sides: "one" },
    });
    await desk.close();
    mkdirSync(join(spool, "one"), { recursive: true });
    for (const [at, page] of (await sheets(80, 2)).entries())
      writeFileSync(join(spool, "one", `000${at}.jpg`), page);

    const next = await openScanningDesk(folder, [naps2], { leftBehind: () => naps2.leftBehind() });
    onTestFinished(() => next.close());
    await next.scanning.resume();
    await vi.waitFor(
      () =>
        expect(next.log.session("session-1")).toMatchObject({ state: "interrupted", saved: 2, placed: 2 }),
      { timeout: 30_000 },
    );
    expect(await naps2.leftBehind()).toEqual([]);
    expect(next.capture.handlers).toBeDefined();
  });
});

describe("the settings", () => {
  it("that are locked are used as they are, and only a checker or officer changes them", async () => {
    const { device, scanner, key } = await openNetworkScanner();
    const desk = await openDesk([scanner]);
    device.load(await sheets(90, 1));
    const operatorFault = async (work: () => unknown) => {
      try {
        await work();
      } catch (error) {
        if (error instanceof DeskFault) return error.code;
        throw error;
      }
      return undefined;
    };
    const { handlers } = desk.scanning;
    expect(await operatorFault(() => handlers["scan.lock"]({ locked: true }))).toBe("scan-locked");
    await desk.setup.lock({ name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" }, true);
    const save = () =>
      handlers["scan.saveProfile"]({ documentClass: "administrative", settings: { ...settings, dpi: 600 } });
    expect(await operatorFault(save)).toBe("scan-locked");
    const start = (dpi: number) =>
      handlers["scan.start"]({
        ...{ device: key, documentClass: "administrative", settings: { ...settings, dpi } },
        ...{ batchId: "", itemId: "item-1", sessionId: "" },
      });
    expect(await operatorFault(() => start(600))).toBe("scan-locked");
    expect(await operatorFault(() => start(100))).toBe("scan-below-profile");
    expect(await operatorFault(() => start(300))).toBeUndefined();
  });
});
