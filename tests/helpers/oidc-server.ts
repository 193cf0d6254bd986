import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";

/** An account at the provider: what it says of its owner, and how they signed in there. */
export type Account = {
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
  amr?: string[];
  acr?: string;
};

export const clientId = "mucluc";
export const clientSecret = "mot-bi-mat-du-dai-cua-cong-tra-cuu";

/**
 * A real OpenID provider (oidc-provider) on loopback, with a page of ours that signs in whoever is named: only what a
 * person would type there is stood in for. `accounts` may be changed while it runs; a key of them is a `sub`. One that shows
 * other keys than it signs with stands for whoever answers in its place.
 */
export async function startOidcServer(
  redirects: readonly string[],
  accounts: Record<string, Account>,
  { showsOtherKeys = false } = {},
) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirects] }],
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["preferred_username"] },
    acrValues: ["http://vidu.vn/hai-lop"],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    jwks: { keys: [drawKey()] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ["mot khoa cua may chu thu"] },
    interactions: { url: (_context, { uid }) => `/vao/${uid}` },
    findAccount: (_context, sub) => {
      const account = accounts[sub];
      if (!account) return undefined;
      const { email, email_verified, preferred_username } = account;
      return { accountId: sub, claims: () => ({ sub, email, email_verified, preferred_username }) };
    },
    // What the portal asks for was agreed to by its administrators: nobody is asked again.
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (showsOtherKeys && request.url === "/jwks") {
      const { kty, n, e, kid, alg } = drawKey();
      response.setHeader("content-type", "application/jwk-set+json");
      response.end(JSON.stringify({ keys: [{ kty, n, e, kid, alg, use: "sig" }] }));
      return;
    }
    if (!request.url?.startsWith("/vao/")) return void callback(request, response);
    if (request.method === "GET") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(page);
      return;
    }
    const said = new URLSearchParams(await text(request));
    const sub = said.get("sub") ?? "";
    const { amr, acr } = accounts[sub] ?? {};
    const login = { accountId: sub, ...(amr && { amr }), ...(acr && { acr }) };
    await provider.interactionFinished(
      request,
      response,
      said.has("deny") ? { error: "access_denied" } : { login },
    );
  };
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)));
  });
  return {
    issuer,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A key of one name: another of it is found by that name, and fits no signature. */
function drawKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: "khoa-1", alg: "RS256", use: "sig" };
}

const page = `<!doctype html><html lang="vi"><title>Đăng nhập của tỉnh</title><form method="post">
<label>Tài khoản <input name="sub"></label><button>Tiếp tục</button><button name="deny" value="1">Hủy</button></form>`;

/** Goes the way of a browser at the provider, as `sub` or turning back; answers where it is sent in the end. */
export async function walkProvider(address: string, sub: string, way: "in" | "deny" = "in"): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (to: string, body?: URLSearchParams): Promise<string> => {
    const answer = await fetch(to, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(body && { method: "POST", body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`${answer.status} at ${to}: ${await answer.text()}`);
    return new URL(next, to).href;
  };
  const asked = await go(address);
  // An address that is refused outright is sent back at once.
  if (!asked.includes("/vao/")) return asked;
  const said = new URLSearchParams({ sub, ...(way === "deny" && { deny: "1" }) });
  return go(await go(asked, said));
}
