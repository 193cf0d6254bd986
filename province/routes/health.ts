import type { FastifyRequest } from "fastify";
import { isWatcher } from "#province/access/admit-watchers.ts";
import type { Health } from "#province/health/check-health.ts";
import { type App, type Province, Refused } from "./typed.ts";

/**
 * How the province is: `/health/live` while it answers at all, `/health` with 503 where it can take nothing in,
 * `/metrics` in the text of Prometheus. Figures are told to watchers alone, to others only what holds.
 */
export function addHealthRoutes(
  app: App,
  province: Province,
  health: () => Promise<Health>,
  token: string,
): void {
  const { database, metrics } = province;

  app.addHook("onResponse", (request, reply, done) => {
    metrics.answered({
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.raw.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });

  const mayKnow = (request: FastifyRequest) => isWatcher(request, token);

  app.get("/health/live", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ live: true }),
  );

  app.get("/health", async (request, reply) => {
    const { ready, checks, ...figures } = await health();
    void reply.code(ready ? 200 : 503).header("cache-control", "no-store");
    return { ready, checks, ...(mayKnow(request) ? figures : {}) };
  });

  app.get("/metrics", async (request, reply) => {
    if (!mayKnow(request)) throw new Refused(401, "unauthorized", "for who watches over this machine alone");
    const text = await metrics.write(await health(), database.pool?.());
    return reply.type(metrics.contentType).header("cache-control", "no-store").send(text);
  });
}
