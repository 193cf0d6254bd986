import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import type { PortalProvider, ProviderBegun } from "#shared/contract/portal-provider.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { type Begun, openProvider } from "#province/portal/oidc/ask-provider.ts";
import {
  endForCode,
  findForCode,
  keepBegun,
  keepForCode,
  takeBegun,
  underWayFor,
} from "#province/portal/oidc/entries.ts";
import { checkOwnCode } from "#province/portal/oidc/check-own-code.ts";
import { personOfIdentity } from "#province/portal/oidc/identities.ts";
import { type ProviderPlace, wayBack } from "#province/portal/oidc/provider-place.ts";
import type { Door } from "#province/portal/open-door.ts";
import { type EnteredBy, enteredAs, openSession } from "#province/portal/reader-sessions.ts";
import { findReader } from "#province/portal/readers.ts";
import { noteReading } from "#province/portal/readings.ts";
import type { Sealer } from "#province/portal/second-factor/seal-secret.ts";
import { type App, type Province, Refused } from "./typed.ts";

const code = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) });
const entryCookie = "mucluc-portal-entry";
const entryPath = "/portal/oidc/";

/**
 * Signing in by the province's provider: begun in a browser, brought back by it, and ended by a code of ours where the
 * person has a second factor that the provider's does not stand for. What goes wrong on the way back is told on the screen.
 */
export function addPortalProviderRoutes(
  app: App,
  { database, now, report }: Province,
  { sealer, door, place }: { sealer: Sealer; door: Door; place: ProviderPlace | undefined },
): void {
  const provider = place && openProvider(place, report);
  const ours = () => {
    if (!provider) throw new Refused(404, "not-found", "no provider to sign in by");
    return provider;
  };
  // Lax: it is to come along when the provider sends the browser back, and with nothing else from elsewhere.
  const mark = (reply: FastifyReply, token: string) =>
    reply.setCookie(entryCookie, token, {
      ...{ httpOnly: true, sameSite: "lax", secure: place?.portal.protocol === "https:", path: entryPath },
      maxAge: underWayFor / 1000,
    });
  const unmark = (reply: FastifyReply) => reply.clearCookie(entryCookie, { path: entryPath });
  const enter = async (reply: FastifyReply, reader: Reader, by: EnteredBy, detail: string) => {
    const token = await openSession(database, reader, now(), by);
    await noteReading(database, reader, "entered", now(), { detail });
    void unmark(reply);
    door.signIn(reply, token);
  };

  app.get("/portal/oidc", (): PortalProvider => ({
    on: provider !== undefined,
    button: place?.button ?? "",
  }));

  app.post("/portal/oidc/begin", async (_request, reply): Promise<ProviderBegun> => {
    const { address, begun } = await ours().begin();
    void mark(reply, await keepBegun(database, begun, now()));
    return { address: address.href };
  });

  /** Where the browser goes that was sent back with this question: a place of our own page, whatever it says. */
  const comeBack = async (reply: FastifyReply, question: string, begun: Begun): Promise<string> => {
    const identity = await ours().finish(question, begun);
    const reader = await personOfIdentity(database, identity, now());
    if (reader.secondFactor && !identity.hasSecond) {
      void mark(reply, await keepForCode(database, reader.id, now()));
      return "#/enter/code";
    }
    const [by, detail] = identity.hasSecond
      ? (["provider-second", "by the provider, which asked a second factor"] as const)
      : (["provider", "by the provider"] as const);
    await enter(reply, reader, by, detail);
    return "";
  };

  app.get(wayBack, async (request, reply) => {
    ours();
    const { search, searchParams } = new URL(request.url, "http://portal");
    let place: string;
    try {
      const token = request.cookies[entryCookie] ?? "";
      const begun = await takeBegun(database, token, searchParams.get("state") ?? "", now());
      place = await comeBack(reply, search, begun);
    } catch (fault) {
      if (!(fault instanceof Refused)) report(fault);
      place = `#/enter/${fault instanceof Refused ? fault.code : "other"}`;
    }
    return reply.header("cache-control", "no-store").redirect(`/tra-cuu/${place}`);
  });

  app.post("/portal/oidc/code", { schema: { body: code } }, async (request, reply) => {
    ours();
    const token = request.cookies[entryCookie] ?? "";
    const id = await findForCode(database, token, now());
    if (id === undefined) throw new Refused(401, "oidc-expired", "begun more than ten minutes ago");
    const reader = await findReader(database, id);
    if (!reader) throw new Refused(401, "oidc-closed", "shut out");
    await checkOwnCode(database, sealer, id, request.body.code, now());
    if (!(await endForCode(database, token))) throw new Refused(401, "oidc-state", "used before");
    await enter(reply, reader, "provider", "by the provider, and by a code");
    return door.told(enteredAs(reader, "provider"));
  });
}
