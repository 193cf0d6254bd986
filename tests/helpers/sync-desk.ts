import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { SyncStatus } from "#shared/contract/session.ts";
import type { Digest } from "#shared/base/digest.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { openSync } from "#electron/province/open-sync.ts";
import type { Sync, SyncParts } from "#electron/province/sync.ts";
import type { Credentials } from "#electron/province/province-wire.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

export type SyncDesk = {
  folder: string;
  journal: DeskJournal;
  objects: ObjectStore;
  sync: Sync;
  /** Changes whose records the desk replicates; nothing for a province officer. */
  work(scope: string | undefined): void;
  /** Changes what the desk talks to. */
  connect(credentials: Credentials | undefined): void;
  status(): Promise<SyncStatus>;
  /** Waits until the status is as wanted; rejects with the last one after thirty seconds. */
  until(wanted: (status: SyncStatus) => boolean): Promise<SyncStatus>;
  /** Ends the desk's sync and journal, and opens them again in the same folder, as a restart does; `between` may copy it. */
  restart(between?: () => void): Promise<void>;
  /** Stores random bytes. */
  store(size: number): Promise<Digest>;
};

/** A desk's journal, objects and sync, with a real disk and short waits. Closed when the test is over. */
export async function openSyncDesk(
  credentials: Credentials | undefined,
  more: Partial<Pick<SyncParts, "limits" | "parcels" | "rules">> & {
    uploadIdleMs?: number;
    deviceId?: string;
    /** Where its data are already. */
    folder?: string;
  } = {},
): Promise<SyncDesk> {
  const { uploadIdleMs = 5000, deviceId = "desk-1", folder = temporaryFolder(), ...rest } = more;
  const objects = await openObjectStore(join(folder, "objects"));
  const timings = { soonMs: 10, idleMs: 60_000, backOffMs: () => 40, uploadIdleMs, silenceMs: 5000 };
  const held: { credentials: Credentials | undefined; scope: string | undefined } = {
    credentials,
    scope: "52",
  };
  const open = () => {
    const now = () => Date.now();
    const journal = openJournal(folder, { deviceId, now });
    const parts = { folder, journal, objects, emit: () => undefined, now, timings, ...rest };
    const sync = openSync({ ...parts, credentials: () => held.credentials, scope: () => held.scope });
    sync.start();
    return { journal, sync };
  };
  const close = async () => {
    await desk.sync.stop();
    desk.journal.close();
  };
  const desk: SyncDesk = {
    folder,
    objects,
    work(scope) {
      held.scope = scope;
      desk.sync.wake();
    },
    connect(next) {
      held.credentials = next;
      desk.sync.wake();
    },
    status: async () => desk.sync.handlers["sync.status"]({}),
    async until(wanted) {
      let status = await desk.status();
      for (let tries = 0; tries < 1500 && !wanted(status); tries += 1) {
        await wait(20);
        status = await desk.status();
      }
      if (!wanted(status)) throw new Error(`the status stayed ${JSON.stringify(status)}`);
      return status;
    },
    async restart(between) {
      await close();
      between?.();
      Object.assign(desk, open());
    },
    store: async (size) => (await objects.put(randomBytes(size))).digest,
    ...open(),
  };
  onTestFinished(close);
  return desk;
}
