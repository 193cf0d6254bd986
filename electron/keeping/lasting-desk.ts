import { Readable } from "node:stream";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { openErrorLog } from "#electron/diagnosis/error-log.ts";
import { logCalls } from "#electron/diagnosis/log-calls.ts";
import { openDesk } from "#electron/desk.ts";
import type { Desk, DeskOptions } from "#electron/opened-desk.ts";
import { isDamaged } from "#electron/journal/damage.ts";
import { openAtRest, readyDatabases } from "#electron/sealing/at-rest.ts";
import { openLockedDesk } from "#electron/sealing/locked-desk.ts";
import { released } from "#electron/sqlite/released.ts";
import { openRescueDesk } from "./rescue-desk.ts";
import { swapAsPlanned } from "./swap-data.ts";

/**
 * A desk that can be closed and opened anew beneath its host: data that were restored or repaired take their place in
 * between, and calls wait until it is open. Where the journal is damaged it opens as a desk for rescue.
 */
export async function openLastingDesk(
  options: Omit<DeskOptions, "reopen" | "exchanged" | "log" | "atRest">,
): Promise<Desk> {
  const listeners = new Set<(name: string, value: unknown) => void>();
  const tell = (name: string, value: unknown) => {
    for (const listener of listeners) listener(name, value);
  };
  const log = openErrorLog(options.folder, () => Date.now());
  const report = (error: unknown) => {
    log.note("", error);
    options.report(error);
  };
  const atRest = await openAtRest(options.folder, options.vault);
  let opening: Promise<Desk>;
  let present: Desk | undefined;
  let closed = false;

  const open = async (): Promise<Desk> => {
    const exchanged = (await swapAsPlanned(options.folder)) !== undefined;
    const desk = await openAsItLies(exchanged);
    desk.onEvent(tell);
    present = desk;
    return desk;
  };
  const openAsItLies = async (exchanged: boolean): Promise<Desk> => {
    const { folder } = options;
    const progress = (done: number, total: number) => tell("keeping.encrypting", { done, total });
    const databases = await readyDatabases(folder, atRest.sealing, { report, progress });
    if (databases === "locked") {
      return openLockedDesk({ folder, sealing: atRest.sealing, report: options.report }, reopen);
    }
    const parts = { ...options, report, log, reopen, atRest: { ...atRest, databases } };
    try {
      return await openDesk({ ...parts, exchanged });
    } catch (error) {
      if (!isDamaged(error)) throw error;
      report(error);
      await released();
      return openRescueDesk(parts);
    }
  };
  const reopen = () => {
    if (closed) return;
    const former = opening;
    present = undefined;
    // Whoever asked is still being answered.
    opening = new Promise((resolve) => setTimeout(resolve, 50))
      .then(async () => (await former).close())
      .then(() => atRest.sealing.forgetWorks())
      .then(released)
      .then(open);
    opening.then(() => tell("desk.reopened", {}), report);
  };
  opening = open();
  await opening;

  const handlers = new Proxy({} as DeskHandlers, {
    get: (_none, name) => async (input: unknown) => {
      const desk = await opening;
      const call = desk.handlers[name as keyof DeskHandlers] as (input: unknown) => unknown;
      return call(input);
    },
  });
  // Where objects are does not change with the desk; whether they are sealed, and open, may.
  const first = (await opening).objects;
  async function* bytesOf(...of: Parameters<ObjectStore["read"]>) {
    yield* (await opening).objects.read(...of) as AsyncIterable<Buffer>;
  }
  const objects: ObjectStore = {
    path: (digest) => first.path(digest),
    has: (digest) => first.has(digest),
    read: (digest, range) => Readable.from(bytesOf(digest, range), { objectMode: false }),
    bytes: async (digest, range) => (await opening).objects.bytes(digest, range),
    opened: async (digest, work) => (await opening).objects.opened(digest, work),
    seal: async (digest) => (await opening).objects.seal(digest),
    put: async (source, limits) => (await opening).objects.put(source, limits),
    size: async (digest) => (await opening).objects.size(digest),
    destroy: async (digest) => (await opening).objects.destroy(digest),
  };
  return {
    handlers: logCalls(handlers, log),
    objects,
    locked: () => present?.locked() ?? true,
    provinceObject: async (digest) => (await opening).provinceObject(digest),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report: options.report,
    async close() {
      closed = true;
      await (await opening).close();
    },
  };
}
