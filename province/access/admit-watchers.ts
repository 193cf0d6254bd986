import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { hashOfSecret } from "./device.ts";

/** Routes for who watches over the province's machine: `anyone`, or a `watcher` alone. */
export const watcherRoutes: Record<string, "anyone" | "watcher"> = {
  "GET /health": "anyone",
  "GET /health/live": "anyone",
  "GET /metrics": "watcher",
};

/** Who is answered at a route; nothing where it is none of those who watch. */
export function watcherRoute(method: string, url: string): "anyone" | "watcher" | undefined {
  return watcherRoutes[`${method} ${url}`] ?? (method === "HEAD" ? watcherRoutes[`GET ${url}`] : undefined);
}

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * Whether a watcher asks: who has the token, where one was set, else who asks on this very machine. A request that came
 * through a proxy is nobody's on this machine, though its connection is.
 */
export function isWatcher(request: FastifyRequest, token: string): boolean {
  if (token !== "") {
    const [, given = ""] = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(request.headers.authorization ?? "") ?? [];
    return timingSafeEqual(Buffer.from(hashOfSecret(given)), Buffer.from(hashOfSecret(token)));
  }
  const { headers, socket } = request;
  const wasPassedOn = ["x-forwarded-for", "x-real-ip", "forwarded", "via"].some((name) => name in headers);
  const host = URL.parse(`http://${headers.host ?? ""}`)?.hostname ?? "";
  const isLocalName = host === "localhost" || host === "127.0.0.1" || host === "[::1]";
  return !wasPassedOn && isLocalName && loopback.has(socket.remoteAddress ?? "");
}
