import type { App } from "#province/routes/typed.ts";
import { Refused, setDevice } from "#province/routes/typed.ts";
import type { Database } from "#province/store/database.ts";
import { findDevice } from "./device.ts";
import { countRequests, type Rate } from "#shared/node/rate.ts";

/** Requests a minute: of one enrolled device, and of one address that carries no valid token. */
export const usualRate: Rate = { device: 6000, stranger: 60 };

/** Open to strangers, at a stranger's rate: who the province is, and the door by which a machine is let in. */
const openRoutes = new Set(["/hello", "/enrol"]);

/** Lets a request on only with the token of an enrolled device, at a bounded rate; but for the open routes. */
export function admitDevices(app: App, database: Database, now: () => number, rate: Rate): void {
  const counts = countRequests(rate);
  app.addHook("onRequest", async (request, reply) => {
    const admit = (key: string, kind: keyof Rate) => {
      const wait = counts.add(key, kind, now());
      if (wait === 0) return;
      void reply.header("retry-after", String(Math.ceil(wait / 1000)));
      throw new Refused(429, "too-many-requests", "try again later");
    };
    if (openRoutes.has(request.routeOptions.url ?? "")) {
      // Greetings are cheap and many; guesses at secrets are what is to be slow.
      if (request.method === "POST") admit(`stranger ${request.ip}`, "stranger");
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
  });
}
