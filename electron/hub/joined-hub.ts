import { hostname } from "node:os";
import type { Profile } from "#shared/archive/profile.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { HubState } from "#shared/contract/hub.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import type { Credentials } from "#electron/province/province-wire.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import type { SettingsStore } from "#electron/settings.ts";
import { askToBePaired } from "./ask-to-be-paired.ts";
import type { Discovery } from "./find-hubs.ts";
import { hubPort } from "./hub-wire.ts";
import { type HubPlace, openTunnel, type Tunnel } from "./tunnel.ts";

/** The name of the hub's token among the secrets. */
const hubToken = "hub-token";

/** How long a hub that is not where it was is looked for, in milliseconds, and how often at most. */
const lookFor = 3000;
const lookEvery = 60_000;

type Parts = {
  settings: SettingsStore;
  secrets: Secrets;
  discovery: Discovery;
  now: () => number;
  /** What this machine sends to may be another. */
  changed: () => void;
};

/** The hub that this machine is paired with, if it is. */
export type JoinedHub = {
  state(): HubState["joined"];
  /** How to speak with the hub; nothing where there is none, or it is not to be used. */
  credentials(): Promise<Credentials | undefined>;
  pair(address: string, code: string): Promise<void>;
  use(active: boolean): Promise<void>;
  leave(): Promise<void>;
  close(): Promise<void>;
};

export function openJoinedHub(parts: Parts): JoinedHub {
  const { settings, secrets, discovery } = parts;
  let tunnel: { pin: string; way: Tunnel } | undefined;
  let lookedAt = 0;
  const hub = () => settings.current().hub;
  const isOther = (profile: Profile | null) =>
    profile?.scope !== hub()?.scope || profile?.role !== hub()?.role;
  /** A hub whose address changed is found again by its id; who it is, its key proves. */
  const look = async () => {
    const known = hub();
    if (!known || parts.now() - lookedAt < lookEvery) return;
    lookedAt = parts.now();
    const found = (await discovery.look(lookFor)).find(({ id }) => id === known.id);
    const now = hub();
    if (!found || now?.id !== found.id || (now.host === found.host && now.port === found.port)) return;
    await settings.change({ hub: { ...now, host: found.host, port: found.port } });
    parts.changed();
  };
  const shut = async () => {
    const last = tunnel;
    tunnel = undefined;
    await last?.way.close();
  };
  return {
    state() {
      const known = hub();
      if (!known) return null;
      const { name, pairedAt, active, host, port, pin } = known;
      const otherUnit = isOther(settings.current().profile);
      return { name, address: `${host}:${port}`, mark: keyMark(pin), pairedAt, active, otherUnit };
    },
    async credentials() {
      const known = hub();
      const token = secrets.read(hubToken);
      if (!known?.active || token === undefined || isOther(settings.current().profile)) {
        await shut();
        return undefined;
      }
      const { id, name, pin } = known;
      if (tunnel?.pin !== pin) {
        await shut();
        const place = (): HubPlace => hub() ?? known;
        tunnel = {
          pin,
          way: await openTunnel({ place, pin, missed: () => void look().catch(() => undefined) }),
        };
      }
      const { way } = tunnel;
      return { address: way.address, token, hub: { id, name, stranger: () => way.stranger() } };
    },
    async pair(address, code) {
      const { profile, deviceId } = settings.current();
      if (!profile) throw new DeskFault("not-set-up");
      const place = readPlace(address);
      if (!place) throw new DeskFault("hub-address", { detail: address });
      const self = { deviceId, name: hostname(), profile };
      const { token, ...known } = await askToBePaired(place, code, self);
      await secrets.write(hubToken, token);
      const pairedAt = new Date(parts.now()).toISOString();
      const { scope, role } = profile;
      await settings.change({ hub: { ...known, ...place, scope, role, pairedAt, active: true } });
      parts.changed();
    },
    async use(active) {
      const known = hub();
      if (!known) throw new DeskFault("not-found", { detail: "no hub" });
      await settings.change({ hub: { ...known, active } });
      parts.changed();
    },
    async leave() {
      await settings.change({ hub: null });
      await secrets.remove(hubToken);
      parts.changed();
    },
    close: shut,
  };
}

/** The host and port of a typed address; the usual port where none is typed. */
export function readPlace(typed: string): HubPlace | undefined {
  const url = URL.parse(`https://${typed.trim().replace(/^[a-z]+:\/\//i, "")}`);
  if (!url || url.hostname === "" || url.pathname !== "/" || url.username !== "" || url.search !== "")
    return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { host, port: url.port === "" ? hubPort : Number(url.port) };
}
