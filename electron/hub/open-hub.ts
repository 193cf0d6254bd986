import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { hubCalls } from "#shared/contract/hub.ts";
import type { Credentials } from "#electron/province/province-wire.ts";
import { openDiscovery } from "./find-hubs.ts";
import { openJoinedHub } from "./joined-hub.ts";
import { openServingHub, type ServingParts } from "./serve-hub.ts";

/** How long the network is asked for hubs, in milliseconds. */
const lookFor = 3000;

/** The hub of a centre: this machine may be it, or be paired with it. */
export type Hub = {
  handlers: Pick<DeskHandlers, keyof typeof hubCalls>;
  /** How to speak with the hub that this machine sends through; nothing where it sends to the province itself. */
  credentials(): Promise<Credentials | undefined>;
  /** This machine's unit or role may be another: listens, or stops. */
  follow(): void;
  /** More may have been sent on to the province: the paired machines hear of it. */
  sent(): void;
  close(): Promise<void>;
};

/** Where a hub listens and is looked for: by default all networks that this machine is on. */
export type HubNetwork = { host: string; addresses: readonly string[] };

type Parts = Omit<ServingParts, "discovery" | "host"> & {
  network: HubNetwork | undefined;
  /** What this machine sends to may be another. */
  moved: () => void;
};

export function openHub(parts: Parts): Hub {
  const { network, moved } = parts;
  const discovery = openDiscovery(network && (() => network.addresses));
  const serving = openServingHub({ ...parts, discovery, ...(network && { host: network.host }) });
  const joined = openJoinedHub({ ...parts, discovery, changed: moved });
  const read = () => ({ serving: serving.state(), joined: joined.state() });
  const handlers: Hub["handlers"] = {
    "hub.read": read,
    "hub.aside": () => serving.aside(),
    async "hub.serve"({ on }) {
      await serving.turn(on);
      return read();
    },
    async "hub.makeCode"() {
      await serving.makeCode();
      return read();
    },
    "hub.unpair"({ deviceId }) {
      serving.unpair(deviceId);
      return read();
    },
    async "hub.find"() {
      const found = await discovery.look(lookFor);
      return { hubs: found.map(({ id, name, host, port }) => ({ id, name, address: `${host}:${port}` })) };
    },
    async "hub.pair"({ address, code }) {
      if (serving.state().on) throw new DeskFault("bad-call", { detail: "this machine is a hub itself" });
      await joined.pair(address, code);
      return read();
    },
    async "hub.use"({ active }) {
      if (active && serving.state().on)
        throw new DeskFault("bad-call", { detail: "this machine is a hub itself" });
      await joined.use(active);
      return read();
    },
    async "hub.leave"() {
      await joined.leave();
      return read();
    },
  };
  return {
    handlers,
    credentials: () => joined.credentials(),
    follow: () => void serving.follow(),
    sent: () => serving.sent(),
    async close() {
      await serving.close();
      await joined.close();
    },
  };
}
