import type { FastifyRequest } from "fastify";
import { countRequests, type Rate } from "#shared/node/rate.ts";
import { noteReading } from "#province/portal/readings.ts";
import { type App, Refused } from "#province/routes/typed.ts";
import type { Database } from "#province/store/database.ts";
import { findPartner, type Partner, readerOfPartner } from "./partner.ts";
import type { Reader } from "./reader.ts";

/** Who is answered at a route of sharing: `anyone`, for what is open to all, or `partner` with a token alone. */
export const partnerRoutes: Record<string, "anyone" | "partner"> = {
  "GET /oai": "anyone",
  "POST /oai": "anyone",
  "GET /oai/ead.xsd": "anyone",
  "GET /api/openapi.json": "anyone",
  "GET /api/v1/items": "partner",
  "GET /api/v1/items/:id": "partner",
  "GET /api/v1/items/:id/pdf": "partner",
  "GET /api/v1/search": "partner",
  "GET /api/v1/files": "partner",
  "GET /api/v1/files/:id": "partner",
  "GET /api/v1/fonds": "partner",
  "GET /api/v1/fonds/:id/finding-aid": "partner",
  "GET /api/v1/export": "partner",
};

/** Requests a minute: of one partner, and of one address without a token. */
export const usualPartnerRate: Rate = { device: 600, stranger: 60 };

/** Who is answered at a route; nothing where it is none of sharing. */
export function partnerRoute(method: string, url: string): "anyone" | "partner" | undefined {
  return partnerRoutes[`${method} ${url}`] ?? (method === "HEAD" ? partnerRoutes[`GET ${url}`] : undefined);
}

const partners = new WeakMap<object, Partner>();

/** Which partner asks; nothing for who bears no token. */
export function partnerOf(request: Pick<FastifyRequest, "raw">): Partner | undefined {
  return partners.get(request.raw);
}

/** The reader that the asking partner is; throws where none asks. */
export function sharedReader(request: Pick<FastifyRequest, "raw">): Reader {
  const partner = partnerOf(request);
  if (!partner) throw new Refused(401, "unauthorized", "no partner has this token");
  return readerOfPartner(partner);
}

/**
 * Lets requests on at the routes of sharing, at a bounded rate: with a partner's token (Bearer, or the password of
 * Basic, which is what harvesters know), else only where anyone is answered. What a partner asked is noted for good.
 */
export function admitPartners(app: App, database: Database, now: () => number, rate: Rate): void {
  const counts = countRequests(rate);
  app.addHook("onRequest", async (request, reply) => {
    const { url = "" } = request.routeOptions;
    const who = partnerRoute(request.method, url);
    if (who === undefined) return;
    const admit = (key: string, kind: keyof Rate) => {
      const wait = counts.add(key, kind, now());
      if (wait === 0) return;
      void reply.header("retry-after", String(Math.ceil(wait / 1000)));
      // What OAI-PMH 2.0 (3.1.2.2) has for it; every other client knows 429.
      throw new Refused(url === "/oai" ? 503 : 429, "too-many-requests", "try again later");
    };
    const token = tokenIn(request.headers.authorization ?? "");
    if (token === undefined && who === "anyone") {
      admit(`anyone ${request.ip}`, "stranger");
      return;
    }
    const partner = token === undefined ? undefined : await findPartner(database, token);
    if (!partner) {
      admit(`stranger ${request.ip}`, "stranger");
      void reply.header("www-authenticate", 'Basic realm="mucluc", charset="UTF-8"');
      throw new Refused(401, "unauthorized", "no partner has this token");
    }
    admit(partner.id, "device");
    partners.set(request.raw, partner);
  });
  app.addHook("preHandler", async (request) => {
    const partner = partnerOf(request);
    if (!partner) return;
    const form = request.body instanceof URLSearchParams ? `?${request.body.toString()}` : "";
    await noteReading(database, partner, "shared", now(), {
      detail: `${request.method} ${request.url}${form}`,
    });
  });
}

function tokenIn(authorization: string): string | undefined {
  const [, bearer] = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(authorization) ?? [];
  if (bearer !== undefined) return bearer;
  const [, basic] = /^Basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(authorization) ?? [];
  if (basic === undefined) return authorization === "" ? undefined : "";
  const pair = Buffer.from(basic, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}
