import cookie from "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import { mayRead, needsFactor, type Reader, type ReaderAct } from "#shared/portal/reader.ts";
import { wayBack } from "#province/portal/oidc/provider-place.ts";
import { findSession } from "#province/portal/reader-sessions.ts";
import { type App, Refused } from "#province/routes/typed.ts";
import type { Database } from "#province/store/database.ts";

/** What a reader does at a route of the portal; `entry` is open to those who are not signed in yet. */
export const readerRouteActs: Record<string, ReaderAct | "entry" | "signed-in"> = {
  "POST /portal/enter": "entry",
  "POST /portal/leave": "entry",
  "GET /portal/oidc": "entry",
  "POST /portal/oidc/begin": "entry",
  "GET /portal/oidc/back": "entry",
  "POST /portal/oidc/code": "entry",
  "GET /portal/me": "signed-in",
  "POST /portal/passphrase": "signed-in",
  "POST /portal/factor": "signed-in",
  "POST /portal/factor/confirmed": "signed-in",
  "POST /portal/factor/renewed": "signed-in",
  "POST /portal/factor/off": "signed-in",
  "POST /portal/search": "search",
  "GET /portal/meaning": "search",
  "POST /portal/meaning": "search",
  "GET /portal/files/:id": "search",
  "GET /portal/fonds/:id": "search",
  "GET /portal/fonds/:id/finding-aid": "search",
  "GET /portal/items/:id": "search",
  "GET /portal/items/:id/pages/:page": "search",
  "GET /portal/items/:id/pages/:page/hits": "search",
  "GET /portal/items/:id/pages/:page/tiles/info.json": "search",
  "GET /portal/items/:id/pages/:page/tiles/:region/:size/0/default.jpg": "search",
  "POST /portal/items/:id/copies": "ask-copy",
  "POST /portal/items/:id/walk-ins": "serve-copies",
  "GET /portal/copies": "see-copies",
  "GET /portal/copies/:id": "see-copies",
  "POST /portal/copies/:id/steps": "see-copies",
  "GET /portal/copies/:id/slip": "see-copies",
  "GET /portal/copies/:id/copy": "see-copies",
  "POST /portal/items/:id/links": "share-links",
  "GET /portal/links": "see-links",
  "POST /portal/links/:id/withdrawn": "see-links",
  "POST /portal/shared": "entry",
  "POST /portal/shared/opened": "entry",
  "GET /portal/shared/pages/:page": "entry",
  "GET /portal/readers": "keep-readers",
  "POST /portal/readers": "keep-readers",
  "POST /portal/readers/:id/closed": "keep-readers",
  "POST /portal/readers/:id/passphrase": "keep-readers",
  "POST /portal/readers/:id/factor-reset": "keep-readers",
  "GET /portal/identities": "keep-readers",
  "POST /portal/readers/:id/identity": "keep-readers",
  "POST /portal/readers/:id/identity/unbound": "keep-readers",
  "GET /portal/admin/health": "administer",
  "GET /portal/admin/aside": "administer",
  "GET /portal/admin/devices": "administer",
  "POST /portal/admin/devices/:id/revoked": "administer",
  "GET /portal/admin/partners": "administer",
  "POST /portal/admin/partners": "administer",
  "POST /portal/admin/partners/:id/revoked": "administer",
  "GET /portal/admin/packs": "administer",
  "GET /portal/admin/rules": "administer",
  "POST /portal/admin/rules": "administer",
  "GET /portal/admin/units": "administer",
  "POST /portal/admin/units": "administer",
  "POST /portal/admin/units/tried": "administer",
  "POST /portal/admin/units/withdrawn": "administer",
};

/** The act of a route of the portal; `HEAD` asks for what `GET` would answer. */
export function actOfReaderRoute(method: string, url: string): ReaderAct | "entry" | "signed-in" | undefined {
  return (
    readerRouteActs[`${method} ${url}`] ?? (method === "HEAD" ? readerRouteActs[`GET ${url}`] : undefined)
  );
}

export const readerCookie = "mucluc-portal";

const readers = new WeakMap<object, Reader>();

/** Who reads; every route but `entry` has one, or was answered 401 before. */
export function personOf(request: Pick<FastifyRequest, "raw">): Reader {
  const reader = readers.get(request.raw);
  if (!reader) throw new Refused(401, "not-signed-in", "sign in first");
  return reader;
}

/**
 * Lets a request to the portal on only with the cookie of a signed-in reader whose role may ask at the route, and from
 * the portal's own page. Whose passphrase was given by another may only change it, and who is to set up a second factor
 * do that.
 */
export async function admitReaders(
  app: App,
  database: Database,
  now: () => number,
  factorRequired: boolean,
): Promise<void> {
  await app.register(cookie);
  app.addHook("onRequest", async (request) => {
    const { url = "" } = request.routeOptions;
    if (!url.startsWith("/portal/")) return;
    const act = actOfReaderRoute(request.method, url);
    if (act === undefined) throw new Refused(404, "not-found", "no such route");
    // The provider sends its people back here; what they bring is held against what this browser began.
    if (url !== wayBack) refuseOthersPages(request);
    if (act === "entry") return;
    const reader = await findSession(database, request.cookies[readerCookie] ?? "", now());
    if (!reader) throw new Refused(401, "not-signed-in", "sign in first");
    readers.set(request.raw, reader);
    if (act === "signed-in") return;
    if (reader.mustChange)
      throw new Refused(403, "passphrase-given", "choose a passphrase of your own first");
    if (needsFactor(reader, factorRequired))
      throw new Refused(403, "factor-needed", "set up a second factor first");
    if (!mayRead(reader.role, act)) throw new Refused(403, "not-your-role", "your role does not do this");
  });
}

/** A page of another site must not ask in a reader's name: the cookie is strict, and browsers say where they ask from. */
function refuseOthersPages(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    throw new Refused(403, "another-site", "asked from another site");
}
