import { networkInterfaces } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { Bonjour } from "bonjour-service";
import { hubService } from "./hub-wire.ts";

/** A hub that said on the network that it is there; who it is, only pairing proves. */
export type FoundHub = { id: string; name: string; host: string; port: number };

/** Hubs by multicast DNS. A network that has none of it gives nothing and breaks nothing. */
export type Discovery = {
  /** Says that this hub is there, until it is told to stop. */
  announce(hub: { id: string; name: string; port: number }): () => void;
  /** The hubs that answer within a time, in milliseconds. */
  look(ms: number): Promise<FoundHub[]>;
};

/** `addresses`: of this machine, whose networks are used; by default all that lead out of it, as they are each time. */
export function openDiscovery(addresses: () => readonly string[] = ownAddresses): Discovery {
  return {
    announce({ id, name, port }) {
      const voices = voicesOn(addresses());
      for (const voice of voices) {
        // The id is this machine's alone; and its own voices on other networks would answer a probe.
        voice.publish({
          name: id,
          type: hubService,
          port,
          txt: { id, name },
          probe: false,
          disableIPv6: true,
        });
      }
      return () => {
        for (const voice of voices) voice.unpublishAll(() => voice.destroy());
      };
    },
    async look(ms) {
      const found = new Map<string, FoundHub>();
      const voices = voicesOn(addresses());
      for (const voice of voices) {
        voice.find({ type: hubService }, ({ txt, port, referer }) => {
          const said: unknown = txt;
          const [id, name] = [textOf(said, "id"), textOf(said, "name")];
          if (id !== "" && referer) found.set(id, { id, name, host: referer.address, port });
        });
      }
      await wait(ms);
      for (const voice of voices) voice.destroy();
      return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    },
  };
}

/** The IPv4 addresses of this machine on its networks. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((all = []) =>
    all.flatMap(({ address, family, internal }) => (family === "IPv4" && !internal ? [address] : [])),
  );
}

/** One for each network: left to itself the system would speak on one of them. */
function voicesOn(addresses: readonly string[]): Bonjour[] {
  return addresses.flatMap((address) => {
    try {
      const options = { port: 5353, interface: address, bind: "0.0.0.0" };
      return [new Bonjour(options, () => undefined)];
    } catch {
      return [];
    }
  });
}

function textOf(said: unknown, name: string): string {
  const value: unknown = said !== null && typeof said === "object" ? Reflect.get(said, name) : undefined;
  return typeof value === "string" ? value.slice(0, 200) : "";
}
