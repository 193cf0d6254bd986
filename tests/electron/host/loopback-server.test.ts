import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import type { Desk } from "#electron/opened-desk.ts";
import { buildLoopbackServer, type LoopbackServer } from "#electron/host/loopback-server.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let opened: LoopbackServer | undefined;

afterEach(async () => {
  await opened?.app.close();
});

async function open() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "screen"));
  writeFileSync(join(folder, "screen", "index.html"), "<title>Mục Lục</title>");
  const desk: Desk = {
    handlers: { "jobs.pause": () => ({}) } as unknown as DeskHandlers,
    objects: await openObjectStore(join(folder, "objects")),
    provinceObject: () => Promise.resolve(undefined),
    locked: () => false,
    onEvent: () => () => undefined,
    report: () => undefined,
    close: () => Promise.resolve(),
  };
  let port = 0;
  opened = buildLoopbackServer(desk, join(folder, "screen"), () => port, "the-key");
  const base = await opened.app.listen({ host: "127.0.0.1", port: 0 });
  port = Number(new URL(base).port);
  return { base, server: opened };
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

function tokenOf(address: string): string {
  return /#token=(.+)$/.exec(address)?.[1] ?? "";
}

it("lets a page in by a token that works once, and answers its calls by the cookie", async () => {
  const { base, server } = await open();
  const token = tokenOf(server.invite());
  const entered = await post(`${base}/enter`, { token });
  expect(entered.status).toBe(200);
  const cookie = entered.headers.getSetCookie()[0] ?? "";
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Strict");
  expect((await post(`${base}/enter`, { token })).status).toBe(401);
  const call = await post(
    `${base}/call/jobs.pause`,
    { paused: true },
    { cookie: cookie.split(";")[0] ?? "" },
  );
  expect(await call.json()).toEqual({ ok: true, value: {} });
});

it("answers neither calls nor bytes nor events without the cookie", async () => {
  const { base } = await open();
  expect((await fetch(base)).status).toBe(200);
  expect((await post(`${base}/call/jobs.pause`, { paused: true })).status).toBe(401);
  expect((await fetch(`${base}/events`)).status).toBe(401);
  expect((await fetch(`${base}/object`, { method: "POST", body: "x" })).status).toBe(401);
  expect((await fetch(`${base}/object/${"0".repeat(64)}`)).status).toBe(401);
  expect((await fetch(`${base}/province-object/${"0".repeat(64)}`)).status).toBe(401);
});

it.each([
  ["another origin", { origin: "https://example.org" }],
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a page of another port", { "sec-fetch-site": "same-site" }],
])("refuses a request from %s even with a token", async (_name, headers: Record<string, string>) => {
  const { base, server } = await open();
  const response = await post(`${base}/enter`, { token: tokenOf(server.invite()) }, headers);
  expect(response.status).toBe(403);
});

it("refuses a request to another host name (DNS rebinding)", async () => {
  const { server } = await open();
  const response = await server.app.inject({ method: "GET", url: "/", headers: { host: "evil.example:80" } });
  expect(response.statusCode).toBe(403);
});

it("invites again only by the key", async () => {
  const { base } = await open();
  expect((await post(`${base}/invite`, { key: "guess" })).status).toBe(401);
  const invited = (await (await post(`${base}/invite`, { key: "the-key" })).json()) as { address: string };
  expect((await post(`${base}/enter`, { token: tokenOf(invited.address) })).status).toBe(200);
});
