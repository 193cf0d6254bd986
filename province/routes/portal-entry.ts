import { Type } from "typebox";
import { changePassphrase, checkPassphrase } from "#province/portal/readers.ts";
import { closeSession, openSession } from "#province/portal/reader-sessions.ts";
import { noteReading } from "#province/portal/readings.ts";
import { readerCookie, personOf } from "#province/access/admit-readers.ts";
import type { Door } from "#province/portal/open-door.ts";
import type { Sealer } from "#province/portal/second-factor/seal-secret.ts";
import { useCode } from "#province/portal/second-factor/second-factors.ts";
import type { App, Province } from "./typed.ts";

const passphrase = Type.String({ minLength: 1, maxLength: 200 });
const entry = Type.Object({
  login: Type.String({ minLength: 1, maxLength: 40 }),
  passphrase,
  code: Type.Optional(Type.String({ maxLength: 40 })),
});
const change = Type.Object({ old: passphrase, next: passphrase });

/** The portal's door: signing in and out, who one is, and one's own passphrase. */
export function addPortalEntryRoutes(
  app: App,
  { database, now }: Province,
  sealer: Sealer,
  { told, signIn }: Door,
): void {
  app.post("/portal/enter", { schema: { body: entry } }, async (request, reply) => {
    const { login, passphrase, code = "" } = request.body;
    const second = (id: string) => useCode(database, sealer, id, code, now());
    const reader = await checkPassphrase(database, login.trim().toLowerCase(), passphrase, now(), second);
    const token = await openSession(database, reader, now());
    await noteReading(database, reader, "entered", now());
    signIn(reply, token);
    return told(reader);
  });

  app.post("/portal/leave", async (request, reply) => {
    await closeSession(database, request.cookies[readerCookie] ?? "");
    void reply.clearCookie(readerCookie, { path: "/portal/" });
    return {};
  });

  app.get("/portal/me", (request) => Promise.resolve(told(personOf(request))));

  app.post("/portal/passphrase", { schema: { body: change } }, async (request, reply) => {
    const reader = personOf(request);
    await changePassphrase(database, reader, request.body, now());
    signIn(reply, await openSession(database, reader, now()));
    return told({ ...reader, mustChange: false });
  });
}
