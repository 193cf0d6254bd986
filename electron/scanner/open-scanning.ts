import type { Profile } from "#shared/archive/profile.ts";
import type { PageSide } from "#shared/archive/page.ts";
import type { StackSides } from "#shared/archive/count-leaves.ts";
import { fitSettings, type ScanSettings } from "#shared/capture/scan-settings.ts";
import type { CallInput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { DeviceKind, ScanSession } from "#shared/contract/scan.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { belowProfile } from "#shared/rules/scan-profiles.ts";
import { isDigest } from "#shared/base/digest.ts";
import { deviceCalls, type KnownNames } from "./device-calls.ts";
import { openPlacing, type PlaceParts } from "./place-pages.ts";
import type { ScanLog } from "./scan-log.ts";
import type { ScanSetupStore } from "./scan-setup.ts";
import type { FedPage, Scanner } from "./scanner.ts";
import { openSessionEnds } from "./session-ends.ts";
import { recordPage, takePages, type TakeParts } from "./take-pages.ts";

export type ScanningParts = Pick<PlaceParts, "importScans" | "report"> & {
  scanners: readonly Scanner[];
  /** Pages that a program scanned for a session before this desk was killed. */
  leftBehind?: () => Promise<readonly FedPage[]>;
  setup: ScanSetupStore;
  log: ScanLog;
  objects: Pick<ObjectStore, "put" | "size">;
  profile: () => Profile | null;
  /** Writes sides into the records of those pages that stand; answers how many changed. */
  saySides: (pages: readonly { pageId: string; side: PageSide }[], by: string) => number;
  now: () => number;
  newId: () => string;
  emit: Emit;
};

type ScanCall = Extract<keyof DeskHandlers, `scan.${string}`>;

export type Scanning = {
  handlers: Pick<DeskHandlers, ScanCall>;
  /** Takes up what an earlier run left: pages without their place, folders that were watched, sessions cut off. */
  resume(): Promise<void>;
  /** Stops all feeding after the pages being fed, and resolves when they are safe. */
  close(): Promise<void>;
};

type Running = { sessionId: string; stop: AbortController; ended: Promise<void> };

/** Takes pages from devices in sessions that outlast the desk's own life. */
export function openScanning(parts: ScanningParts): Scanning {
  const { log, setup, objects, now, newId, emit, profile } = parts;
  const running = new Map<string, Running>();
  const names: KnownNames = new Map();
  const ends = openSessionEnds(log);
  let closed = false;
  const changed = () => emit("scan.changed", {});
  const placing = openPlacing({ ...parts, changed });
  const at = () => new Date(now()).toISOString();
  const taking: TakeParts = {
    ...{ log, objects, now, newId },
    saved(session) {
      changed();
      void placing.run(session);
    },
  };

  function scannerOf(kind: DeviceKind): Scanner {
    const scanner = parts.scanners.find((one) => one.kind === kind);
    if (!scanner) throw new DeskFault("not-found", { detail: kind });
    return scanner;
  }

  /** Feeds a session's pages until its device ends, is stopped or fails. */
  function feed(session: ScanSession, scanner: Scanner): void {
    const key = keyOf(session.kind, session.deviceId);
    const stop = new AbortController();
    const pages = scanner.feed(session.deviceId, session.settings, stop.signal);
    // What comes into a folder goes on in turn; a feeder that is started again begins with a front.
    const taken = session.kind === "folder" ? session.saved : 0;
    const ended = takePages(taking, session, pages, taken)
      .then(
        () => ends.say(session.id, { state: stop.signal.aborted ? "stopped" : "ended", endedAt: at() }),
        (error: unknown) => {
          const fault = error instanceof DeskFault ? error : undefined;
          if (!fault) parts.report(error);
          const detail = error instanceof Error ? error.message.slice(0, 500) : "";
          ends.say(session.id, {
            state: "failed",
            fault: fault?.code ?? "internal",
            detail,
            endedAt: at(),
          });
        },
      )
      .catch(parts.report)
      .then(() => {
        running.delete(key);
        changed();
        void placing.run(session);
      });
    running.set(key, { sessionId: session.id, stop, ended });
    changed();
  }

  function begin(
    fields: Omit<ScanSession, "id" | "startedAt" | "startedBy" | keyof typeof fresh>,
  ): ScanSession {
    const person = profile();
    if (!person) throw new DeskFault("not-set-up");
    const session = { ...fields, ...fresh, id: newId(), startedAt: at(), startedBy: person.name };
    log.begin(session);
    return session;
  }

  async function start(input: CallInput<"scan.start">): Promise<{ sessionId: string }> {
    const { device, documentClass, batchId, itemId } = input;
    if (!profile()) throw new DeskFault("not-set-up");
    const scanner = scannerOf(device.kind);
    const key = keyOf(device.kind, device.id);
    if (running.has(key)) throw new DeskFault("scan-running");
    let { settings } = input;
    if (device.kind !== "folder") {
      setup.expectAllowed(documentClass, settings);
      settings = fitSettings(settings, await scanner.capabilities(device.id)).settings;
      if (belowProfile(documentClass, settings).length > 0) throw new DeskFault("scan-below-profile");
      if (running.has(key)) throw new DeskFault("scan-running");
    }
    ends.settle();
    const before = input.sessionId === "" ? undefined : log.session(input.sessionId);
    if (before && before.kind === device.kind && before.deviceId === device.id) {
      ends.again(before.id);
      feed({ ...before, state: "feeding" }, scanner);
      return { sessionId: before.id };
    }
    const deviceName = (names.get(key) ?? device.id).slice(0, 100);
    const from = { kind: device.kind, deviceId: device.id, deviceName };
    const sides = sidesOfSettings(device.kind, settings);
    const session = begin({ ...from, documentClass, settings, sides, batchId, itemId });
    feed(session, scanner);
    return { sessionId: session.id };
  }

  return {
    handlers: {
      ...deviceCalls(parts, names),
      "scan.start": start,
      async "scan.stop"({ sessionId }) {
        const found = [...running.values()].find((one) => one.sessionId === sessionId);
        found?.stop.abort();
        if (found) await found.ended;
        else if (log.session(sessionId)?.state === "feeding") {
          ends.say(sessionId, { state: "stopped", endedAt: at() });
          const session = log.session(sessionId);
          if (session) void placing.run(session);
        }
        changed();
        return {};
      },
      "scan.sessions": ({ batchId }) => log.sessions(batchId, 20).map((session) => ends.told(session)),
      "scan.saySides"({ sessionId, sides }) {
        const person = profile();
        if (!person) throw new DeskFault("not-set-up");
        if (!log.session(sessionId)) throw new DeskFault("not-found", { detail: sessionId });
        const pages = parts.saySides(log.saySides(sessionId, sides), person.name);
        changed();
        return { pages };
      },
      "scan.pages": ({ sessionId, last }) => log.pages(sessionId, last),
      "scan.openCamera"({ name, batchId, itemId }) {
        const { profiles } = setup.setup();
        const from = { kind: "camera" as const, deviceId: name, deviceName: name };
        const how = { documentClass: "administrative" as const, settings: profiles.administrative };
        return { sessionId: begin({ ...from, ...how, sides: "", batchId, itemId }).id };
      },
      async "scan.addShot"({ sessionId, digest }) {
        const session = log.session(sessionId);
        const size = isDigest(digest) ? await objects.size(digest) : undefined;
        if (session?.kind !== "camera") throw new DeskFault("not-found", { detail: sessionId });
        if (!isDigest(digest) || size === undefined)
          throw new DeskFault("object-missing", { detail: digest });
        const shot = { name: "", ending: ".jpg" as const, mark: "", place: session.saved };
        const page = recordPage(taking, session, { digest, size }, shot);
        taking.saved(session, page);
        return page;
      },
    },
    async resume() {
      const left = (await parts.leftBehind?.()) ?? [];
      if (closed) return;
      for (const session of log.unfinished()) {
        if (session.state === "feeding" && session.kind === "folder") feed(session, scannerOf("folder"));
        else if (session.state === "feeding") {
          // Left pages that find no room stay where their program put them, for the next start.
          if (session.kind === "naps2")
            await takePages(taking, session, each(left), session.saved).catch(parts.report);
          ends.say(session.id, { state: "interrupted", endedAt: at() });
        }
        void placing.run(session);
      }
      changed();
    },
    async close() {
      closed = true;
      for (const [key, one] of running) {
        // A folder that is watched when the app is closed is watched again when it is opened.
        const folder = key.startsWith("folder:");
        one.stop.abort();
        await one.ended;
        if (folder) ends.say(one.sessionId, { state: "feeding", endedAt: "" });
      }
      await placing.idle();
      ends.settle();
      log.close();
    },
  };
}

const fresh = {
  state: "feeding" as const,
  fault: "" as const,
  detail: "",
  endedAt: "",
  ...{ saved: 0, placed: 0, refused: 0 },
};

/** A watched folder tells nothing of how its scanner is set, nor a camera of what is laid under it. */
function sidesOfSettings(kind: DeviceKind, { source, duplex }: ScanSettings): StackSides {
  if (kind === "folder" || kind === "camera") return "";
  return duplex && source === "feeder" ? "both" : "one";
}

export function keyOf(kind: DeviceKind, id: string): string {
  return `${kind}:${id}`;
}

async function* each(pages: readonly FedPage[]): AsyncGenerator<FedPage> {
  yield* pages;
  await Promise.resolve();
}
