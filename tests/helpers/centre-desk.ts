import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { openConnection } from "#electron/connection.ts";
import { type Hub, openHub } from "#electron/hub/open-hub.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { openSync } from "#electron/province/open-sync.ts";
import type { Sync } from "#electron/province/sync.ts";
import { openSecrets } from "#electron/secrets/secrets.ts";
import { openSettings, provinceToken, type SettingsStore } from "#electron/settings.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

type Machine = {
  deviceId: string;
  scope: string;
  role?: Role;
  /** The province that it reaches itself. */
  province?: { address: string; token: string };
};

const timings = { soonMs: 10, idleMs: 60_000, backOffMs: () => 40, uploadIdleMs: 5000, silenceMs: 5000 };

type Opened = {
  settings: SettingsStore;
  objects: ObjectStore;
  journal: DeskJournal;
  sync: Sync;
  hub: Hub["handlers"];
  close(): Promise<void>;
};

export type CentreDesk = Opened & {
  folder: string;
  /** What nobody foresaw. */
  faults: unknown[];
  /** Waits until the status is as wanted; rejects with the last one after a minute. */
  until(wanted: (status: SyncStatus) => boolean): Promise<SyncStatus>;
  /** Turns the machine into the hub of its centre; answers where it listens. */
  serve(): Promise<string>;
  /** Pairs the machine with a hub, by the code that the hub shows. */
  pairWith(hub: CentreDesk): Promise<void>;
  /** Ends all of it and opens it again in the same folder, as a restart does. */
  restart(): Promise<void>;
  /** Stores random bytes. */
  store(size: number): Promise<Digest>;
};

/** All of one machine of a centre that sends and is sent to, with a real disk; a hub listens on the loopback alone. */
export async function openCentreDesk(machine: Machine): Promise<CentreDesk> {
  const { deviceId, scope, role = "capture-operator" } = machine;
  const folder = temporaryFolder();
  const now = () => Date.now();
  const faults: unknown[] = [];
  const report = (fault: unknown) => void faults.push(fault);
  const open = async (): Promise<Opened> => {
    const profile = { name: `Người của ${deviceId}`, role, scope };
    const settings = await openSettings(folder, () => ({
      ...{ deviceId, profile, practiceToken: "no-practice-province-here", ruleProfile: null },
      province: machine.province ? { address: machine.province.address } : null,
    }));
    const secrets = await openSecrets(folder, undefined);
    if (machine.province) await secrets.write(provinceToken, machine.province.token);
    const objects = await openObjectStore(join(folder, "objects"));
    const journal = openJournal(folder, { deviceId, now });
    const connection = openConnection({
      ...{ folder, resources: "", settings, secrets, startPractice: undefined, report },
      hub: () => hub.credentials(),
      changed() {
        sync.wake();
        hub.follow();
      },
    });
    const sync = openSync({
      ...{ folder, journal, objects, now, timings },
      credentials: () => connection.credentials(),
      scope: () => scope,
      emit: (name) => {
        if (name === "sync.changed") hub.sent();
      },
    });
    const hub = openHub({
      ...{ folder, settings, secrets, journal, objects, sync, now, report },
      rules: { given: () => undefined },
      network: { host: "127.0.0.1", addresses: [] },
      hasProvince: () => connection.credentials() !== undefined,
      moved: () => connection.renew(),
      changed: () => undefined,
    });
    connection.renew();
    sync.start();
    const close = async () => {
      await hub.close();
      await sync.stop();
      await connection.close();
      journal.close();
    };
    return { settings, objects, journal, sync, hub: hub.handlers, close };
  };
  const desk: CentreDesk = {
    folder,
    faults,
    ...(await open()),
    async until(wanted) {
      let status = await desk.sync.handlers["sync.status"]({});
      for (let tries = 0; tries < 3000 && !wanted(status); tries += 1) {
        await wait(20);
        status = await desk.sync.handlers["sync.status"]({});
      }
      if (!wanted(status)) throw new Error(`${deviceId}: the status stayed ${JSON.stringify(status)}`);
      return status;
    },
    async serve() {
      await desk.hub["hub.serve"]({ on: true });
      const [address = ""] = (await desk.hub["hub.read"]({})).serving.addresses;
      return address;
    },
    async pairWith(hub) {
      const { serving } = await hub.hub["hub.makeCode"]({});
      await desk.hub["hub.pair"]({ address: serving.addresses[0] ?? "", code: serving.code });
    },
    async restart() {
      await desk.close();
      Object.assign(desk, await open());
    },
    store: async (size) => (await desk.objects.put(randomBytes(size))).digest,
  };
  onTestFinished(() => desk.close());
  return desk;
}
