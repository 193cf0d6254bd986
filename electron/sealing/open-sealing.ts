import { join } from "node:path";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { DatabasesAtRest, DiskCipher, SealingReport } from "#shared/contract/keeping.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { OneTask } from "#electron/keeping/one-task.ts";
import { isKeyed } from "#electron/sqlite/folder-keys.ts";
import { readDiskCipher } from "./disk-cipher.ts";
import type { ObjectSealing } from "./object-key.ts";
import { openPresentSealing } from "./seal-present.ts";

export type SealingParts = {
  /** The desk's own folder. */
  folder: string;
  sealing: ObjectSealing;
  databases: DatabasesAtRest;
  objects: Pick<ObjectStore, "seal">;
  task: OneTask;
  recoveryKey: () => string;
  changed: () => void;
  /** Closes the desk and opens it anew; without it that comes with the next start. */
  reopen: (() => void) | undefined;
  report: (error: unknown) => void;
};

export type SealedObjects = {
  handlers: Pick<DeskHandlers, "keeping.sealObjects" | "keeping.openObjects">;
  report(): Promise<SealingReport>;
  /** Seals what still lies plain, and gives the province what it needs to open the key. */
  goOn(): Promise<void>;
};

/** The objects of this machine at rest: turning their sealing on, opening it, and sealing what was here before. */
export function openSealedObjects(parts: SealingParts): SealedObjects {
  const { folder, sealing, task, changed } = parts;
  const present = openPresentSealing(parts.objects, join(folder, "objects"));
  let disk: Promise<DiskCipher> | undefined;

  const goOn = async () => {
    if (sealing.state() !== "open") return;
    await sealing.keepFor(parts.recoveryKey());
    if ((await present.counts()).plain > 0) await task.run("seal", (watch) => present.sealAll(watch));
  };
  /**
   * Databases are encrypted while the desk is closed, objects while the person does other things; what is left of these
   * waits for the next turn.
   */
  const begin = () => {
    const reopens = parts.reopen !== undefined && !isKeyed(folder);
    if (reopens) parts.reopen?.();
    else if (!task.now()) void goOn().catch(parts.report).finally(changed);
    changed();
    return { reopens };
  };
  return {
    goOn,
    handlers: {
      async "keeping.sealObjects"({ passphrase }) {
        await sealing.turnOn(passphrase);
        return begin();
      },
      async "keeping.openObjects"({ passphrase }) {
        await sealing.open(passphrase);
        return begin();
      },
    },
    async report() {
      const state = sealing.state();
      const { keptBySystem } = sealing;
      const counts = state === "off" ? { sealed: 0, plain: 0 } : await present.counts();
      return {
        ...{ state, keptBySystem, recoverable: await sealing.recoverable(), ...counts },
        ...{ folder: sealing.folder, databases: parts.databases },
        disk: await (disk ??= readDiskCipher(folder)),
      };
    },
  };
}
