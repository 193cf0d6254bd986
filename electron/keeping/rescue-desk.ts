import { join } from "node:path";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import type { Desk, DeskOptions } from "#electron/opened-desk.ts";
import { diagnosisHandlers } from "#electron/diagnosis/diagnosis-handlers.ts";
import type { ErrorLog } from "#electron/diagnosis/error-log.ts";
import type { AtRest } from "#electron/sealing/at-rest.ts";
import { version } from "#electron/version.ts";
import { openKeeping } from "./open-keeping.ts";
import { openRoom } from "./room.ts";

/**
 * What is left of a desk whose journal cannot be opened: the calls by which its data are repaired or restored. Every
 * other call is answered with the fault that says so, and nothing is written to the damaged data.
 */
export async function openRescueDesk(
  options: Pick<DeskOptions, "folder" | "host" | "report"> & {
    atRest: AtRest;
    log: ErrorLog;
    reopen: () => void;
  },
): Promise<Desk> {
  const { folder, report } = options;
  const listeners = new Set<(name: string, value: unknown) => void>();
  const changed = () => {
    for (const listener of listeners) listener("keeping.changed", {});
  };
  const room = await openRoom({ folder, pagesAtOnce: 1, changed });
  const { secrets, sealing, databases } = options.atRest;
  const objects = await openObjectStore(join(folder, "objects"), { sealing: sealing.current });
  const keeping = openKeeping({
    ...{
      folder,
      version,
      objects,
      secrets,
      sealing,
      databases,
      room,
      changed,
      report,
      journal: undefined,
      exchanged: false,
    },
    deviceId: () => "",
    atProvince: () => Promise.resolve(undefined),
    busy: () => true,
    now: () => Date.now(),
    reopen: options.reopen,
  });
  const damaged = () => {
    throw new DeskFault("journal-damaged", { lasting: false });
  };
  const diagnosis = diagnosisHandlers({
    ...{ folder, version, host: options.host, log: options.log, now: () => Date.now() },
    keeping: async () => await keeping.handlers["keeping.status"]({}),
  });
  const handlers = new Proxy({ ...keeping.handlers, ...diagnosis } as DeskHandlers, {
    get: (calls, name) => (Object.hasOwn(calls, name) ? Reflect.get(calls, name) : damaged) as unknown,
  });
  return {
    handlers,
    objects,
    provinceObject: () => Promise.resolve(undefined),
    // It shows no record, and its calls reach none.
    locked: () => false,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report,
    async close() {
      await keeping.stop();
      await room.stop();
    },
  };
}
