import { expect, test } from "vitest";
import { readerActs, readerRoles } from "#shared/portal/reader.ts";
import { readerRouteActs } from "#province/access/admit-readers.ts";
import { addReader } from "#province/portal/readers.ts";
import { onEachStore } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

const lan = { login: "lan.nt", name: "Nguyễn Thị Lan", office: "Lưu trữ lịch sử", scope: "52" } as const;

onEachStore("the portal's door", (world) => {
  const enter = (login: string, passphrase: string, more: Record<string, string> = {}) =>
    world.app.inject({
      method: "POST",
      url: "/portal/enter",
      payload: { login, passphrase },
      headers: { "x-test": "1", ...more },
    });

  test("lets a reader in with the passphrase handed over, and further only with one of their own", async () => {
    const { passphrase } = await addReader(world.database, { ...lan, role: "archivist" }, world.clock.now);
    const entered = await enter(" Lan.NT ", passphrase);
    expect(entered.statusCode).toBe(200);
    expect(entered.json()).toMatchObject({ name: "Nguyễn Thị Lan", mustChange: true });
    expect(entered.headers["set-cookie"]).toMatch(/HttpOnly.*SameSite=Strict/);
    const [cookie] = entered.cookies;
    const cookies = { "mucluc-portal": cookie?.value ?? "" };
    const ask = (method: "GET" | "POST", url: string, payload?: object) =>
      world.app.inject({ method, url, cookies, ...(payload && { payload }) });
    expect((await ask("GET", "/portal/me")).json()).toMatchObject({ login: "lan.nt" });
    expect((await ask("GET", "/portal/readers")).json()).toMatchObject({ code: "passphrase-given" });
    const short = await ask("POST", "/portal/passphrase", { old: passphrase, next: "ngắn" });
    expect(short.json()).toMatchObject({ code: "passphrase-short" });
    const next = "Mười con gà trống";
    expect((await ask("POST", "/portal/passphrase", { old: passphrase, next })).statusCode).toBe(200);
    // The change signed out the place where it was asked, and signed it in anew.
    expect((await ask("GET", "/portal/me")).statusCode).toBe(401);
    expect((await enter("lan.nt", passphrase)).statusCode).toBe(401);
    // Typed by an input method that writes marks apart.
    expect((await enter("lan.nt", next.normalize("NFD"))).json()).toMatchObject({ mustChange: false });
  });

  test("tells a stranger no more than a mistyped reader, and makes both wait after five tries", async () => {
    await addReader(world.database, { ...lan, role: "archivist" }, world.clock.now);
    const stranger = await enter("ai-do", "sai");
    for (let tries = 0; tries < 5; tries += 1)
      expect((await enter("lan.nt", "sai")).body).toBe(stranger.body);
    const wait = await enter("lan.nt", "sai");
    expect([wait.statusCode, wait.json()]).toMatchObject([429, { code: "try-later" }]);
    world.clock.now += 61_000;
    expect((await enter("lan.nt", "sai")).statusCode).toBe(401);
    world.clock.now += 61_000;
    // The second wait is twice as long.
    expect((await enter("lan.nt", "sai")).statusCode).toBe(429);
  });

  test("counts tries that come at once", async () => {
    await addReader(world.database, { ...lan, role: "archivist" }, world.clock.now);
    await Promise.all(Array.from({ length: 6 }, () => enter("lan.nt", "sai")));
    expect((await enter("lan.nt", "sai")).statusCode).toBe(429);
  });

  test("forgets who left, was shut out, sat idle for half an hour or worked for half a day", async () => {
    const reader = await signedIn(world);
    const me = async () => (await reader.ask("GET", "/portal/me")).status;
    for (let minutes = 0; minutes < 11 * 60; minutes += 25) {
      world.clock.now += 25 * 60_000;
      expect(await me()).toBe(200);
    }
    world.clock.now += 100 * 60_000;
    expect(await me()).toBe(401);
    const idle = await signedIn(world, { login: "khac" });
    world.clock.now += 31 * 60_000;
    expect((await idle.ask("GET", "/portal/me")).status).toBe(401);
    const shut = await signedIn(world, { login: "ba" });
    const head = await signedIn(world, { role: "portal-administrator" });
    expect(
      (
        await head.ask("POST", `/portal/readers/${shut.reader.id}/closed`, {
          closed: true,
          reason: "Thôi việc",
        })
      ).status,
    ).toBe(200);
    expect((await shut.ask("GET", "/portal/me")).status).toBe(401);
    expect((await enter("ba", shut.passphrase)).statusCode).toBe(401);
    expect(
      (
        await head.ask("POST", `/portal/readers/${head.reader.id}/closed`, {
          closed: true,
          reason: "Thôi việc",
        })
      ).body,
    ).toMatchObject({ code: "own-entry" });
    await head.ask("POST", "/portal/leave");
    expect((await head.ask("GET", "/portal/me")).status).toBe(401);
  });

  test("answers each role the routes of its acts, a machine none, and no page of another site", async () => {
    const token = await world.enrol("may", "52", "administrator");
    for (const role of readerRoles) {
      const reader = await signedIn(world, { role });
      for (const [route, act] of Object.entries(readerRouteActs)) {
        if (act === "entry") continue;
        const [method, url] = route.split(" ") as ["GET" | "POST", string];
        const address = url.replace(/:\w+/g, "khong-co");
        const { body } = await reader.ask(method, address);
        const allowed: readonly string[] = act === "signed-in" ? readerRoles : readerActs[act];
        const isRefused = JSON.stringify(body).includes("not-your-role");
        expect(isRefused, `${role} ${route}`).toBe(!allowed.includes(role));
        expect((await world.ask(token, method, address)).status, `a machine at ${route}`).toBe(401);
      }
    }
    const site = await enter("lan.nt", "x", { "sec-fetch-site": "cross-site" });
    expect(site.json()).toMatchObject({ code: "another-site" });
  });

  test("keeps what readers did in a table that takes no change", async () => {
    const head = await signedIn(world, { role: "portal-administrator" });
    const added = await head.ask("POST", "/portal/readers", {
      ...lan,
      role: "commune-reader",
      scope: "52.21952",
      reason: "Theo công văn số 12",
    });
    expect(added.body).toMatchObject({ passphrase: expect.stringMatching(/^(.{4}-){4}.{3}$/) as string });
    expect(
      (await head.ask("POST", "/portal/readers", { ...lan, role: "archivist", reason: "Xin lại" })).body,
    ).toMatchObject({
      code: "login-taken",
    });
    const rows = await world.database.query("select act, detail from readings order by number");
    expect(rows).toEqual([{ act: "changed-reader", detail: "added lan.nt, commune-reader, 52.21952" }]);
    await expect(world.database.query("delete from readings")).rejects.toThrow("only ever added to");
  });
});
