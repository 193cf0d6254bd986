import { randomBytes, timingSafeEqual } from "node:crypto";
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Desk } from "#electron/opened-desk.ts";
import { answer } from "#electron/answer.ts";
import { respond } from "#electron/host/respond.ts";

export type LoopbackServer = {
  app: FastifyInstance;
  /** An address that lets one browser in, once. */
  invite: () => string;
};

const cookieName = "mucluc";
/** Largest call, in bytes: 2,000 records of a push fit. */
const callLimit = 16 * 1024 * 1024;

/**
 * The loopback host: the page and the desk's calls over HTTP on 127.0.0.1. Requests must name this host, come from
 * this page, and carry the cookie that a one-time token of `invite` was exchanged for. `key` lets a second start
 * of the app ask this one for an invitation.
 */
export function buildLoopbackServer(
  desk: Desk,
  screen: string,
  port: () => number,
  key: string,
): LoopbackServer {
  const app = Fastify({ bodyLimit: callLimit, forceCloseConnections: true });
  const tokens = new Set<string>();
  const entered = new Set<string>();
  const page = {
    screen,
    objects: desk.objects,
    provinceObject: (digest: string) => desk.provinceObject(digest),
    locked: () => desk.locked(),
  };
  const origin = () => `http://127.0.0.1:${port()}`;
  const invite = () => {
    const token = randomBytes(24).toString("base64url");
    tokens.add(token);
    return `${origin()}/#token=${token}`;
  };

  void app.register(cookie);
  app.addHook("onRequest", async (request, reply) => {
    const refused = refuse(request, origin());
    if (refused) await reply.code(403).send({ refused });
  });
  const mustHaveEntered = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!entered.has(request.cookies[cookieName] ?? ""))
      await reply.code(401).send({ refused: "enter first" });
  };

  app.post<{ Body: { token?: unknown } }>("/enter", async (request, reply) => {
    const token = String(request.body.token);
    if (!tokens.delete(token))
      return reply.code(401).send({ refused: "the token is not known, or was used" });
    const session = randomBytes(24).toString("base64url");
    entered.add(session);
    return reply.setCookie(cookieName, session, { httpOnly: true, sameSite: "strict", path: "/" }).send({});
  });
  app.post<{ Body: { key?: unknown } }>("/invite", async (request, reply) =>
    sameSecret(String(request.body.key), key)
      ? reply.send({ address: invite() })
      : reply.code(401).send({ refused: "the key is wrong" }),
  );
  app.post<{ Params: { name: string } }>("/call/:name", { preHandler: mustHaveEntered }, async (request) =>
    answer(desk.handlers, request.params.name, request.body, desk.report),
  );
  app.get("/events", { preHandler: mustHaveEntered }, (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    reply.raw.write(": open\n\n");
    const stop = desk.onEvent((name, value) =>
      reply.raw.write(`data: ${JSON.stringify({ name, value })}\n\n`),
    );
    request.raw.once("close", stop);
  });

  void app.register(async (bytes) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser("*", (_request, _payload, done) => done(null));
    bytes.route({
      method: ["GET", "HEAD", "POST"],
      url: "/*",
      bodyLimit: Number.MAX_SAFE_INTEGER,
      handler: async (request, reply) => {
        const open = request.method === "GET" && !/^\/(object|province-object)\//.test(request.url);
        if (!open && !entered.has(request.cookies[cookieName] ?? "")) {
          return reply.code(401).send({ refused: "enter first" });
        }
        return reply.send(await respond(page, toWebRequest(request, origin())));
      },
    });
    await Promise.resolve();
  });
  return { app, invite };
}

/** Why a request is not from this page, by its Host, Origin and Sec-Fetch-Site headers; `undefined` if it is. */
function refuse(request: FastifyRequest, origin: string): string | undefined {
  if (`http://${request.headers.host ?? ""}` !== origin) return "another host";
  if (request.headers.origin !== undefined && request.headers.origin !== origin) return "another origin";
  const site = request.headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return undefined;
  return "another site";
}

function toWebRequest(request: FastifyRequest, origin: string): Request {
  const headers = new Headers();
  const range = request.headers.range;
  if (range) headers.set("range", range);
  const url = new URL(request.url, origin);
  if (request.method !== "POST") return new Request(url, { method: request.method, headers });
  const init = { method: "POST", headers, body: request.raw, duplex: "half" };
  return new Request(url, init as unknown as RequestInit);
}

function sameSecret(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}
