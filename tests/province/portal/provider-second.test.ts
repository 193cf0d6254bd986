import { afterAll, expect, test } from "vitest";
import { noteIdentity } from "#province/portal/oidc/identities.ts";
import { type ProviderPlace, wayBack } from "#province/portal/oidc/provider-place.ts";
import { stepAt, totpCode } from "#province/portal/second-factor/totp.ts";
import { byCommand } from "#province/store/note-act.ts";
import { type Account, clientId, clientSecret, startOidcServer } from "#tests/helpers/oidc-server.ts";
import { readBase32 } from "#tests/helpers/read-base32.ts";
import { onEachStore, type World } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";
import { browserOf } from "./provider-walk.ts";

const accounts: Record<string, Account> = {
  plain: { preferred_username: "lan.nt" },
  strong: { preferred_username: "lan.nt", amr: ["pwd", "mfa"] },
  level: { preferred_username: "lan.nt", acr: "http://vidu.vn/hai-lop" },
  nameless: { email: "lan.nt@binhdinh.vn", email_verified: true },
};
const portal = "https://luutru.example.vn";
const server = await startOidcServer([`${portal}${wayBack}`], accounts);
afterAll(() => server.stop());

const place = (trusted: readonly string[]): ProviderPlace => ({
  ...{ issuer: new URL(server.issuer), clientId, clientSecret, portal: new URL(portal) },
  ...{ button: "", claim: "preferred_username", trusted },
});

/** Somebody who is noted, with a second factor of ours where wanted: its secret. */
async function noted(world: World, role: "archivist" | "portal-administrator", withFactor: boolean) {
  const person = await signedIn(world, { login: "lan.nt", role });
  await noteIdentity(
    world.database,
    person.reader,
    "lan.nt",
    { by: byCommand, reason: "Thử" },
    world.clock.now,
  );
  if (!withFactor) return { ...person, secret: "" };
  const { passphrase } = person;
  const { secret } = (await person.ask("POST", "/portal/factor", { passphrase })).body as { secret: string };
  const code = totpCode(readBase32(secret), stepAt(world.clock.now));
  expect((await person.ask("POST", "/portal/factor/confirmed", { code })).status).toBe(200);
  world.clock.now += 60_000;
  return { ...person, secret };
}

onEachStore(
  "a second factor after a provider that is trusted with none",
  (world) => {
    const codeOf = (secret: string) => totpCode(readBase32(secret), stepAt(world.clock.now));
    const give = async (browser: ReturnType<typeof browserOf>, code: string) => {
      const { statusCode, body } = await browser.ask("POST", "/portal/oidc/code", { code });
      return [statusCode, (JSON.parse(body) as { code?: string }).code] as const;
    };

    test("is asked though the provider asked one: nobody is in before, and it counts once", async () => {
      const { secret } = await noted(world, "archivist", true);
      const browser = browserOf(world);
      expect(await browser.enter("strong")).toBe("/tra-cuu/#/enter/code");
      expect(await browser.me()).toMatchObject({ code: "not-signed-in" });
      const stranger = browserOf(world);
      expect(await give(stranger, codeOf(secret)), "in another browser").toEqual([401, "oidc-expired"]);
      expect(await give(browser, "000000")).toEqual([401, "code-wrong"]);
      const cookies = { ...browser.cookies };
      expect(await give(browser, codeOf(secret))).toEqual([200, undefined]);
      expect(await browser.me()).toMatchObject({ login: "lan.nt" });
      world.clock.now += 60_000;
      Object.assign(stranger.cookies, cookies);
      expect(await give(stranger, codeOf(secret)), "once").toEqual([401, "oidc-expired"]);
    });

    test("waits after wrong codes as it does with a passphrase, and is over after ten minutes", async () => {
      const { secret, passphrase } = await noted(world, "archivist", true);
      const browser = browserOf(world);
      await browser.enter("plain");
      for (let tries = 0; tries < 5; tries += 1) await give(browser, "000000");
      expect(await give(browser, codeOf(secret))).toEqual([429, "try-later"]);
      const payload = { login: "lan.nt", passphrase, code: codeOf(secret) };
      expect((await browser.ask("POST", "/portal/enter", payload)).statusCode, "and there too").toBe(429);
      world.clock.now += 601_000;
      expect(await give(browser, codeOf(secret))).toEqual([401, "oidc-expired"]);
    });

    test("lets nobody in who was turned off before they gave it", async () => {
      const { secret, reader } = await noted(world, "archivist", true);
      const browser = browserOf(world);
      await browser.enter("plain");
      await world.database.query("update readers set closed_at = 'x' where id = $1", [reader.id]);
      expect(await give(browser, codeOf(secret))).toEqual([401, "oidc-closed"]);
    });

    test("is to be set up by administrators where the province asks it, whatever the provider asked", async () => {
      await noted(world, "portal-administrator", false);
      const browser = browserOf(world);
      expect(await browser.enter("strong")).toBe("/tra-cuu/");
      expect(await browser.me()).toMatchObject({ mustProve: true });
      expect((await browser.ask("GET", "/portal/readers")).json()).toMatchObject({ code: "factor-needed" });
    });

    test("comes after a name that is given: an account without one is nobody's", async () => {
      await noted(world, "archivist", false);
      expect(await browserOf(world).enter("nameless")).toBe("/tra-cuu/#/enter/oidc-unverified");
    });
  },
  { provider: place([]), secondFactor: true },
);

onEachStore(
  "a second factor of a provider that is trusted with it",
  (world) => {
    test("stands for ours where the ID token names it, and only there", async () => {
      await noted(world, "portal-administrator", true);
      const browser = browserOf(world);
      const begun = await browser.ask("POST", "/portal/oidc/begin");
      expect(begun.headers["set-cookie"], "the portal is reached by TLS").toContain("Secure");
      const { address } = begun.json<{ address: string }>();
      expect(new URL(address).searchParams.get("acr_values")).toBe("http://vidu.vn/hai-lop");
      expect(await browser.enter("plain")).toBe("/tra-cuu/#/enter/code");
      await world.database.query("update reader_identities set subject = ''");
      expect(await browser.enter("level")).toBe("/tra-cuu/");
      await world.database.query("update reader_identities set subject = ''");
      expect(await browser.enter("strong")).toBe("/tra-cuu/");
      expect(await browser.me()).toMatchObject({ login: "lan.nt", mustKeep: true });
      expect(await browser.ask("GET", "/portal/readers")).toMatchObject({ statusCode: 200 });
      const entered = await world.database.query("select detail from readings where act = 'entered'");
      expect(entered[1]).toEqual({ detail: "by the provider, which asked a second factor" });
    });

    test("is enough for an administrator of whom the province asks one, at that entry alone", async () => {
      const { reader, passphrase } = await noted(world, "portal-administrator", false);
      const browser = browserOf(world);
      expect(await browser.enter("strong")).toBe("/tra-cuu/");
      expect(await browser.me()).not.toHaveProperty("mustProve");
      expect((await browser.ask("GET", "/portal/readers")).statusCode).toBe(200);
      const payload = { login: reader.login, passphrase };
      expect((await browser.ask("POST", "/portal/enter", payload)).json()).toMatchObject({ mustProve: true });
      expect((await browser.ask("GET", "/portal/readers")).statusCode).toBe(403);
    });
  },
  { provider: place(["amr:mfa", "acr:http://vidu.vn/hai-lop"]), secondFactor: true },
);
