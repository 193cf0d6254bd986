import { createPublicKey } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import type { HubAside, HubState } from "#shared/contract/hub.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Quarantine } from "#electron/journal/quarantine.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import type { Sync } from "#electron/province/sync.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import type { SettingsStore } from "#electron/settings.ts";
import { buildHub } from "./build-hub.ts";
import { certificateOf, makeHubKey, pinOf } from "./certificate.ts";
import { type Discovery, ownAddresses } from "./find-hubs.ts";
import { openHeldRows } from "./held-rows.ts";
import { openHubDatabase } from "./hub-database.ts";
import { hubPort } from "./hub-wire.ts";
import { openAsideList } from "./list-aside.ts";
import { openPairedDevices } from "./paired-devices.ts";
import { openPairingDesk } from "./pairing-desk.ts";
import { openReceivedObjects } from "./received-objects.ts";

/** The name of the hub's TLS key among the secrets. */
const hubKey = "hub-key";

export type ServingParts = {
  folder: string;
  settings: SettingsStore;
  secrets: Secrets;
  journal: Journal & Quarantine;
  objects: ObjectStore;
  rules: Pick<RuleKeeper, "given">;
  sync: Pick<Sync, "queueItems" | "countSent">;
  discovery: Discovery;
  /** The interface to listen on; all of this machine's by default. */
  host?: string;
  hasProvince: () => boolean;
  changed: () => void;
  now: () => number;
  report: (fault: unknown) => void;
};

/** This machine as the hub of its centre, while a person wants it to be. */
export type ServingHub = {
  state(): HubState["serving"];
  /** What paired machines sent and the journal does not hold. */
  aside(): Promise<HubAside>;
  /** Follows the settings: listens, or stops. */
  follow(): Promise<void>;
  turn(on: boolean): Promise<void>;
  makeCode(): Promise<void>;
  unpair(deviceId: string): void;
  /** What is sent on may be more than before: the paired machines ask for it. */
  sent(): void;
  close(): Promise<void>;
};

type Listening = { port: number; ring: () => void; stop: () => Promise<void> };

export function openServingHub(parts: ServingParts): ServingHub {
  const { settings, secrets, now } = parts;
  const database = openHubDatabase(parts.folder);
  const devices = openPairedDevices(database);
  const received = openReceivedObjects(database, parts.journal);
  const held = openHeldRows(database);
  const pairing = openPairingDesk(now);
  const ownId = () => settings.current().deviceId;
  const aside = openAsideList({ journal: parts.journal, held, devices, self: ownId });
  let listening: Listening | undefined;
  let problem = "";
  let lastSent = "";
  const wanted = () => settings.current().serving;
  const obstacle = (): HubState["serving"]["obstacle"] => {
    const { profile, hub } = settings.current();
    if (!profile) return "not-set-up";
    if (hub?.active) return "joined";
    return profile.role === "district-checker" ? "" : "role";
  };

  const listen = async (port: number): Promise<Listening> => {
    const kept = secrets.read(hubKey) ?? makeHubKey();
    await secrets.write(hubKey, kept);
    const self = () => {
      const { deviceId, profile } = settings.current();
      return { id: deviceId, name: hostname() || "Mục Lục", scope: profile?.scope ?? "-" };
    };
    const { app, ring } = await buildHub({
      ...parts,
      ...{ devices, pairing, received, held, self },
      uploads: join(parts.folder, "hub-uploads"),
      certificate: certificateOf(kept),
      arrived: (itemIds) => void parts.sync.queueItems(itemIds).catch(parts.report),
      forwarded({ scope }) {
        const { records, atProvince } = parts.journal.within(scope).counts();
        const digests = received.digestsOf(scope);
        return {
          records,
          recordsAtProvince: atProvince,
          objects: digests.length,
          objectsAtProvince: parts.sync.countSent(digests),
          hasProvince: parts.hasProvince(),
        };
      },
    });
    const host = parts.host ?? "0.0.0.0";
    let address: string;
    try {
      // Paired machines look for a hub that moved to another port, so one that is taken costs a minute.
      address = await app.listen({ host, port }).catch(() => app.listen({ host, port: 0 }));
    } catch (error) {
      await app.close();
      throw error;
    }
    const bound = Number(new URL(address).port);
    const { id, name } = self();
    const hush = parts.discovery.announce({ id, name, port: bound });
    return {
      port: bound,
      ring,
      async stop() {
        hush();
        await app.close();
      },
    };
  };
  const stop = async () => {
    const last = listening;
    listening = undefined;
    await last?.stop();
  };
  const follow = async () => {
    const on = wanted();
    if (!on || obstacle() !== "") {
      problem = "";
      await stop();
    } else if (!listening) {
      try {
        listening = await listen(on.port);
        problem = "";
        if (listening.port !== on.port) await settings.change({ serving: { port: listening.port } });
      } catch (error) {
        parts.report(error);
        problem = "hub-port";
      }
    }
    parts.changed();
  };
  let work: Promise<void> = Promise.resolve();
  const followInTurn = () => (work = work.then(follow));
  return {
    state() {
      const on = wanted();
      const key = secrets.read(hubKey);
      const hosts = parts.host === undefined ? ownAddresses() : [parts.host];
      const { code, expiresAt: codeExpiresAt, triesLeft, locked } = pairing.shown();
      return {
        on: on !== undefined && on !== null,
        obstacle: obstacle(),
        problem,
        addresses: listening ? hosts.map((host) => `${host}:${listening?.port ?? 0}`) : [],
        mark: key === undefined ? "" : keyMark(pinOf(createPublicKey(key))),
        ...{ code, codeExpiresAt, triesLeft, locked },
        machines: devices.list(),
      };
    },
    aside,
    follow: followInTurn,
    async turn(on) {
      if (on && obstacle() !== "") throw new DeskFault("bad-call", { detail: `no hub: ${obstacle()}` });
      if (!on) pairing.forget();
      await settings.change({ serving: on ? { port: parts.host === undefined ? hubPort : 0 } : null });
      await followInTurn();
    },
    async makeCode() {
      if (!listening) throw new DeskFault("bad-call", { detail: "not a hub" });
      await pairing.make();
      parts.changed();
    },
    unpair(deviceId) {
      if (!devices.revoke(deviceId, new Date(now()).toISOString()))
        throw new DeskFault("not-found", { detail: deviceId });
      parts.changed();
    },
    sent() {
      if (!listening) return;
      const text = JSON.stringify([
        parts.journal.within(settings.current().profile?.scope ?? "-").counts(),
        parts.sync.countSent(received.digestsOf(settings.current().profile?.scope ?? "-")),
      ]);
      if (text === lastSent) return;
      lastSent = text;
      listening.ring();
    },
    async close() {
      await work;
      await stop();
      database.close();
    },
  };
}
