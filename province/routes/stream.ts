import { type App, deviceOf, type Province } from "./typed.ts";

const heartbeat = 20_000;

/** Server-sent events: `RESYNC` after each commit within the device's scope, and a comment every 20 seconds. */
export function addStreamRoute(app: App, province: Province): void {
  const open = new Set<() => void>();

  app.get("/replication/stream", (request, reply) => {
    const device = deviceOf(request);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    raw.write(": open\n\n");
    // A reader that takes nothing must not fill our memory; it finds out by pulling.
    const send = (text: string) => {
      if (raw.writableLength < 65_536) raw.write(text);
    };
    const hush = province.bell.listen(device.scope, () => send("data: RESYNC\n\n"));
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
