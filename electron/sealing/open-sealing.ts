import { join } from "node:path";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { DiskCipher, SealingReport } from "#shared/contract/keeping.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { OneTask } from "#electron/keeping/one-task.ts";
import { readDiskCipher } from "./disk-cipher.ts";
import type { ObjectSealing } from "./object-key.ts";
import { openPresentSealing } from "./seal-present.ts";

export type SealingParts = {
  /** The desk's own folder. */
  folder: string;
  sealing: ObjectSealing;
  objects: Pick<ObjectStore, "seal">;
  task: OneTask;
  recoveryKey: () => string;
  changed: () => void;
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
  /** Goes on while the person does other things; what is left waits for the next turn. */
  const begin = () => {
    if (!task.now()) void goOn().catch(parts.report).finally(changed);
    changed();
  };
  return {
    goOn,
    handlers: {
      async "keeping.sealObjects"({ passphrase }) {
        await sealing.turnOn(passphrase);
        begin();
        return {};
      },
      async "keeping.openObjects"({ passphrase }) {
        await sealing.open(passphrase);
        begin();
        return {};
      },
    },
    async report() {
      const state = sealing.state();
      const { keptBySystem } = sealing;
      const counts = state === "off" ? { sealed: 0, plain: 0 } : await present.counts();
      return {
        ...{ state, keptBySystem, recoverable: await sealing.recoverable(), ...counts },
        folder: sealing.folder,
        disk: await (disk ??= readDiskCipher(folder)),
      };
    },
  };
}
