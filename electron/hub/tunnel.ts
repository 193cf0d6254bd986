import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { pinOf } from "./certificate.ts";

export type HubPlace = { host: string; port: number };

/**
 * A way to a hub through this machine's loopback: what goes in unencrypted here goes out over TLS to whoever holds the
 * pinned key, and to no one else. So all that speaks with a province speaks with a hub as it is.
 */
export type Tunnel = {
  address: string;
  /** The pin that is held to, or, where none was given, that of the first who answered. */
  pin(): string;
  /** True while the last who answered did not hold the pinned key. */
  stranger(): boolean;
  close(): Promise<void>;
};

type TunnelParts = {
  place: () => HubPlace;
  /** Nothing while pairing: then the first who answers is held to, and has yet to prove that it knows the code. */
  pin?: string;
  /** Nobody answered at the place. */
  missed?: () => void;
};

const patience = 8000;

export async function openTunnel(parts: TunnelParts): Promise<Tunnel> {
  let held = parts.pin ?? "";
  let strange = false;
  const open = new Set<Socket | TLSSocket>();
  const server = createServer((near) => {
    // It is the key that is believed, not a name or who vouches for it; nothing is sent before it was seen.
    const far = connect({ ...parts.place(), rejectUnauthorized: false, minVersion: "TLSv1.3" });
    const timer = setTimeout(() => far.destroy(new Error("no answer")), patience);
    let reached = false;
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        clearTimeout(timer);
        open.delete(one);
        other.destroy();
      });
    }
    far.on("error", () => {
      if (!reached) parts.missed?.();
    });
    far.on("secureConnect", () => {
      clearTimeout(timer);
      reached = true;
      const certificate = far.getPeerX509Certificate();
      const seen = certificate ? pinOf(certificate.publicKey) : "";
      if (held === "") held = seen;
      strange = seen === "" || seen !== held;
      if (strange) {
        far.destroy();
        return;
      }
      near.pipe(far);
      far.pipe(near);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`,
    pin: () => held,
    stranger: () => strange,
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}
