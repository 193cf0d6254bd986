import type { App } from "#province/routes/typed.ts";
import { Refused, setDevice } from "#province/routes/typed.ts";
import type { Database } from "#province/store/database.ts";
import { findDevice } from "./device.ts";
import { noteSeen } from "./note-seen.ts";
import { actOfRoute, mayAsk } from "./route-acts.ts";
import { countRequests, type Rate } from "#shared/node/rate.ts";

/** Requests a minute: of one enrolled device, and of one address that carries no valid token. */
export const usualRate: Rate = { device: 6000, stranger: 60 };

/** Where strangers come into the portal: a passphrase, a code or a link is tried, or a sign-in begun that is kept for a while. */
const guessedAt = new Set([
  "/portal/enter",
  "/portal/oidc/begin",
  "/portal/oidc/code",
  "/portal/shared",
  "/portal/shared/opened",
]);

/**
 * Lets a request on only with the token of an enrolled device whose role may ask at the route, at a bounded rate; but
 * for the open routes, at a stranger's rate. A route that the table of acts does not know cannot be added.
 */
export function admitDevices(app: App, database: Database, now: () => number, rate: Rate): void {
  const counts = countRequests(rate);
  const seen = noteSeen(database, now);
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) {
      if (actOfRoute(one, url) === undefined) throw new Error(`no act in routeActs for ${one} ${url}`);
    }
  });
  app.addHook("onRequest", async (request, reply) => {
    const admit = (key: string, kind: keyof Rate) => {
      const wait = counts.add(key, kind, now());
      if (wait === 0) return;
      void reply.header("retry-after", String(Math.ceil(wait / 1000)));
      throw new Refused(429, "too-many-requests", "try again later");
    };
    const { url = "" } = request.routeOptions;
    const act = actOfRoute(request.method, url);
    if (act === "partner") return;
    if (act === "watcher") {
      admit(`watcher ${request.ip}`, "device");
      return;
    }
    if (act === "open" || act === "reader") {
      // Greetings are cheap and many, and readers of one office share an address; guesses at secrets are to be slow.
      const isGuess = act === "open" ? request.method === "POST" : guessedAt.has(url);
      if (isGuess) admit(`stranger ${request.ip}`, "stranger");
      return;
    }
    const [, token] = /^Bearer ([\x21-\x7e]{1,500})$/.exec(request.headers.authorization ?? "") ?? [];
    const device = token === undefined ? undefined : await findDevice(database, token);
    if (!device) {
      admit(`stranger ${request.ip}`, "stranger");
      throw new Refused(401, "unauthorized", "no device is enrolled with this token");
    }
    admit(`device ${device.deviceId}`, "device");
    setDevice(request.raw, device);
    const { "x-mucluc-version": version, "x-mucluc-clock": clock } = request.headers;
    await seen(device, { version, clock, method: request.method });
    if (url !== "" && !mayAsk(device.role, request.method, url))
      throw new Refused(403, "not-your-role", "the role of this machine does not do this");
  });
}
