import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { type App } from "#shared/node/typed-routes.ts";
import type { HubAside } from "#shared/contract/hub.ts";
import { buildHub } from "#electron/hub/build-hub.ts";
import { certificateOf, makeHubKey } from "#electron/hub/certificate.ts";
import { openHeldRows } from "#electron/hub/held-rows.ts";
import { openAsideList } from "#electron/hub/list-aside.ts";
import { openHubDatabase } from "#electron/hub/hub-database.ts";
import { openPairedDevices } from "#electron/hub/paired-devices.ts";
import { openPairingDesk } from "#electron/hub/pairing-desk.ts";
import { openReceivedObjects } from "#electron/hub/received-objects.ts";
import { closedWhenBroken } from "#electron/keeping/closed-when-broken.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import { blankPack } from "#tests/helpers/sample-steps.ts";
import { asksOf, start, tuyPhuoc, type World } from "#tests/province/world.ts";

/** A hub for one test: a real journal and object store, machines paired by name, a clock that only `now` moves. */
export type HubWorld = Omit<World, "database"> & {
  journal: DeskJournal;
  aside: () => Promise<HubAside>;
  /** What the hub has of the province's rules. */
  give(rules: ReturnType<RuleKeeper["given"]>): void;
  /** Whether the chain of its journal is known to be broken. */
  standing(isBroken: boolean): void;
};

type Opened = {
  app: App;
  journal: DeskJournal;
  standing: (isBroken: boolean) => void;
  aside: () => Promise<HubAside>;
  waiting: World["waiting"];
  pair: (name: string, scope: string, role: string) => string;
};

/** Runs tests on a hub of the district of Tuy Phước. */
export function onHub(title: string, tests: (world: HubWorld) => void): void {
  describe(title, () => tests(prepare()));
}

function prepare(): HubWorld {
  let folder = "";
  let given: ReturnType<RuleKeeper["given"]>;
  let opened: (Opened & { close: () => Promise<void> }) | undefined;
  const clock = { now: start };
  const faults: unknown[] = [];
  const key = makeHubKey();
  const now = () => clock.now;
  const running = () => {
    if (!opened) throw new Error("the hub is not open");
    return opened;
  };
  const open = async () => {
    const { journal, standing } = closedWhenBroken(openJournal(folder, { deviceId: "hub", now }));
    const database = openHubDatabase(folder);
    const devices = openPairedDevices(database);
    const held = openHeldRows(database);
    const { app } = await buildHub({
      ...{ journal, devices, now, certificate: certificateOf(key) },
      objects: await openObjectStore(join(folder, "objects")),
      uploads: join(folder, "uploads"),
      pairing: openPairingDesk(now),
      received: openReceivedObjects(database, journal),
      held,
      self: () => ({ id: "hub", name: "Máy trung tâm", scope: tuyPhuoc }),
      rules: { given: () => given },
      forwarded: () => ({
        records: 0,
        recordsAtProvince: 0,
        objects: 0,
        objectsAtProvince: 0,
        hasProvince: false,
      }),
      arrived: () => undefined,
      changed: () => undefined,
      report: (fault) => faults.push(fault),
    });
    await app.ready();
    opened = {
      app,
      journal,
      standing,
      aside: openAsideList({ journal, held, devices, self: () => "hub" }),
      waiting: () =>
        Promise.resolve(
          database
            .prepare(
              `SELECT collection, id, device_id, parent_collection, parent_id FROM held
               ORDER BY collection, id, device_id`,
            )
            .all(),
        ),
      pair(name, scope, role) {
        const token = `token-of-${name}-0123456789`;
        const device = { deviceId: name, name, person: "Người thử", scope, role: role as "sorter" };
        devices.pair(device, token, new Date(clock.now).toISOString());
        return token;
      },
      async close() {
        await app.close();
        database.close();
        journal.close();
      },
    };
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "mucluc-hub-"));
    clock.now = start;
    faults.length = 0;
    given = undefined;
    await open();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    get app() {
      return running().app;
    },
    get journal() {
      return running().journal;
    },
    get folder() {
      return folder;
    },
    clock,
    standing: (isBroken) => running().standing(isBroken),
    faults,
    enrol: (name, scope, role = "district-checker") => Promise.resolve(running().pair(name, scope, role)),
    aside: () => running().aside(),
    waiting: () => running().waiting(),
    refusedRows: () => Promise.resolve(running().journal.quarantined()),
    ...asksOf(() => running().app),
    giveSteps(lists) {
      const [batchSteps, ...stepLists] = lists;
      const pack = { ...blankPack, ...(batchSteps ? { batchSteps } : {}) };
      given = { digest: "", rules: { pack, terms: [], stepLists } };
      return Promise.resolve();
    },
    give(rules) {
      given = rules;
    },
    async restart() {
      await opened?.close();
      await open();
    },
  };
}
