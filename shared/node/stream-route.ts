import type { FastifyRequest } from "fastify";
import type { App } from "#shared/node/typed-routes.ts";

const heartbeat = 20_000;

/** Listens to changes within what the asking device may see; answers how to stop. */
type Listen = (request: Pick<FastifyRequest, "raw">, ring: () => void) => () => void;

/** Server-sent events: `RESYNC` after each change within the device's scope, and a comment every 20 seconds. */
export function addStreamRoute(app: App, listen: Listen): void {
  const open = new Set<() => void>();

  app.get("/replication/stream", (request, reply) => {
    // A reader that takes nothing must not fill our memory; it finds out by pulling.
    const send = (text: string) => {
      if (raw.writableLength < 65_536) raw.write(text);
    };
    const { raw } = reply;
    const hush = listen(request, () => send("data: RESYNC\n\n"));
    reply.hijack();
    raw.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    raw.write(": open\n\n");
    const beat = setInterval(() => send(": here\n\n"), heartbeat);
    const end = () => {
      hush();
      clearInterval(beat);
      open.delete(end);
      raw.end();
    };
    open.add(end);
    raw.on("close", end);
    raw.on("error", end);
  });

  app.addHook("preClose", (done) => {
    for (const end of [...open]) end();
    done();
  });
}
