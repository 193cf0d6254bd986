import { join } from "node:path";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import type { Desk } from "#electron/opened-desk.ts";
import type { ObjectSealing } from "./object-key.ts";

/**
 * What a desk is while its databases are encrypted and their key is not here: it takes the passphrase, and then opens
 * anew. Every other call is answered with the fault that says so, and whether the key's own file is missing.
 */
export async function openLockedDesk(
  { folder, sealing, report }: { folder: string; sealing: ObjectSealing; report: (error: unknown) => void },
  reopen: () => void,
): Promise<Desk> {
  const objects = await openObjectStore(join(folder, "objects"), { sealing: sealing.current });
  const locked = () => {
    const code = sealing.state() === "locked" ? "desk-locked" : "object-key-damaged";
    throw new DeskFault(code, { lasting: false, detail: sealing.folder });
  };
  const calls: Pick<DeskHandlers, "keeping.openObjects"> = {
    async "keeping.openObjects"({ passphrase }) {
      if (sealing.state() !== "locked") locked();
      await sealing.open(passphrase);
      reopen();
      return { reopens: true };
    },
  };
  const handlers = new Proxy(calls as DeskHandlers, {
    get: (known, name) => (Object.hasOwn(known, name) ? Reflect.get(known, name) : locked) as unknown,
  });
  return {
    handlers,
    objects,
    provinceObject: () => Promise.resolve(undefined),
    locked: () => true,
    onEvent: () => () => undefined,
    report,
    close: () => Promise.resolve(),
  };
}
