import { randomInt } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { newId } from "#shared/base/id.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { saySides } from "#electron/capture/say-sides.ts";
import { openCapture } from "#electron/capture/open-capture.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import { openScanLog } from "#electron/scanner/scan-log.ts";
import { openScanSetup } from "#electron/scanner/scan-setup.ts";
import { openScanning } from "#electron/scanner/open-scanning.ts";
import type { Scanner } from "#electron/scanner/scanner.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { smallJpeg } from "#tests/electron/capture/scans.ts";
import { operator } from "./capture-desk.ts";

/** The part of a desk that takes pages from devices, as the desk builds it, on the devices handed in. */
export async function openScanningDesk(
  folder: string,
  scanners: readonly Scanner[],
  parts: {
    changed?: () => void;
    wrapPut?: (put: Put) => Put;
    now?: () => number;
    leftBehind?: NonNullable<Parameters<typeof openScanning>[0]["leftBehind"]>;
  } = {},
) {
  const now = parts.now ?? (() => Date.now());
  const store = await openObjectStore(join(folder, "objects"));
  const objects = { ...store, put: parts.wrapPut?.(store.put.bind(store)) ?? store.put.bind(store) };
  const journal = openJournal(folder, { deviceId: "desk", now });
  const pool = openWorkerPool({ size: 1, objectsFolder: join(folder, "objects"), resources });
  const log = openScanLog(folder);
  const profile = () => operator;
  const capture = openCapture({
    folder,
    journal,
    objects,
    pool,
    now,
    chance: randomInt,
    profile,
    scans: log,
  });
  const setup = await openScanSetup(folder, now);
  const scanning = openScanning({
    ...{ scanners, setup, log, objects, profile, now },
    ...(parts.leftBehind ? { leftBehind: parts.leftBehind } : {}),
    importScans: async (input) => capture.handlers["capture.import"](input),
    saySides: (pages, by) => saySides(journal, pages, by),
    newId: () => newId(now(), randomInt),
    emit: (name) => {
      if (name === "scan.changed") parts.changed?.();
    },
    report: (error) => process.stderr.write(`${String(error)}\n`),
  });
  return {
    ...{ journal, objects, capture, scanning, log, setup },
    async close() {
      await scanning.close();
      await pool.close();
      capture.close();
      journal.close();
    },
  };
}

type Put = Awaited<ReturnType<typeof openObjectStore>>["put"];

/** Sheets in one stack; a new session begins with the next. */
export const stackSize = 25;

/** The bytes of a sheet: every tenth is the same blank side. */
export function sheet(stack: number, place: number): Promise<Buffer> {
  return smallJpeg(place % 10 === 7 ? 1 : 1000 * (stack + 1) + place);
}

/** A feeder with a stack in it, from the sheet after `done` on. */
function feederOf(stack: number, done: number): Scanner {
  return {
    kind: "escl",
    list: () => Promise.resolve([{ id: "feeder", name: "Máy quét Mẫu" }]),
    capabilities: () =>
      Promise.resolve({
        sources: ["feeder"],
        duplex: false,
        resolutions: [300],
        colours: ["colour"],
        ...{ width: 0, height: 0, waits: true },
      }),
    async *feed(_device, _settings, signal) {
      for (let place = done + 1; place <= stackSize && !signal.aborted; place += 1) {
        await wait(2);
        yield { bytes: await sheet(stack, place), name: "", ending: ".jpg", mark: "" };
      }
    },
  };
}

const settings = { source: "feeder", duplex: false, dpi: 300, colour: "colour", paper: "A4" } as const;

/**
 * Run as a program: feeds stack after stack into the item named by its second argument, goes on with the stack that
 * was cut off, and says every page that is saved. With "once" it places what lacks its place and ends.
 */
if (import.meta.filename === process.argv[1]) {
  const [, , folder = "", itemId = "", once = ""] = process.argv;
  const said = new Set<string>();
  const log = openScanLog(folder);
  const before = log.sessions("", 1000);
  log.close();
  const cut = before.find(({ saved }) => saved < stackSize);
  let stack = before.length - (cut ? 1 : 0);
  let sessionId = cut?.id ?? "";
  let done = cut?.saved ?? 0;
  for (;;) {
    const say = () => {
      for (const { ordinal, digest } of desk.log.pages(sessionId, 2)) {
        const line = `saved ${sessionId} ${ordinal} ${digest}\n`;
        if (sessionId !== "" && !said.has(line)) process.stdout.write(line);
        said.add(line);
      }
    };
    const desk = await openScanningDesk(folder, [feederOf(stack, done)], { changed: say });
    await desk.scanning.resume();
    process.stdout.write("ready\n");
    if (once !== "") {
      await desk.close();
      break;
    }
    const device = { kind: "escl" as const, id: "feeder" };
    const input = {
      device,
      documentClass: "administrative" as const,
      settings,
      batchId: "",
      itemId,
      sessionId,
    };
    ({ sessionId } = await desk.scanning.handlers["scan.start"](input));
    while (desk.log.session(sessionId)?.state === "feeding") await wait(5);
    await desk.close();
    stack += 1;
    sessionId = "";
    done = 0;
  }
}
