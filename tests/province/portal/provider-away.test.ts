import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { readProviderPlace, wayBack } from "#province/portal/oidc/provider-place.ts";
import { Refused } from "#province/routes/typed.ts";
import { readSettings } from "#province/settings.ts";
import { openProvider } from "#province/portal/oidc/ask-provider.ts";
import { clientId, clientSecret, startOidcServer, walkProvider } from "#tests/helpers/oidc-server.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { onEachStore } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";
import { browserOf } from "./provider-walk.ts";

const portal = new URL("http://127.0.0.1:8552");
const placeAt = (issuer: string) => ({
  ...{ issuer: new URL(issuer), clientId, clientSecret, portal },
  ...({ button: "", claim: "email", trusted: [] } as const),
});

describe("a provider", () => {
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "let in",
      (fault: unknown) => (fault instanceof Refused ? fault.code : fault),
    );

  test("that goes away while somebody signs in is told as away, then and to who begins after", async () => {
    const faults: unknown[] = [];
    const server = await startOidcServer([`${portal.origin}${wayBack}`], { one: { email: "x" } });
    const provider = openProvider(placeAt(server.issuer), (fault) => faults.push(fault));
    const { address, begun } = await provider.begin();
    const { search } = new URL(await walkProvider(address.href, "one"));
    await server.stop();
    expect(await codeOf(provider.finish(search, begun))).toBe("oidc-away");
    expect(await codeOf(provider.begin())).toBe("oidc-away");
    expect(faults).toHaveLength(2);
  });

  test("whose ID token bears another signature than its keys make lets nobody in", async () => {
    const account = { one: { email: "lan.nt@binhdinh.vn", email_verified: true } };
    for (const showsOtherKeys of [false, true]) {
      const faults: unknown[] = [];
      const server = await startOidcServer([`${portal.origin}${wayBack}`], account, { showsOtherKeys });
      const provider = openProvider(placeAt(server.issuer), (fault) => faults.push(fault));
      const { address, begun } = await provider.begin();
      const { search } = new URL(await walkProvider(address.href, "one"));
      expect(await codeOf(provider.finish(search, begun))).toBe(showsOtherKeys ? "oidc-answer" : "let in");
      expect(inspect(faults).includes("JWT signature"), inspect(faults)).toBe(showsOtherKeys);
      await server.stop();
    }
  });

  test("that answers with something else is not believed, and one that fails is away", async () => {
    const answers: [number, string][] = [
      [200, JSON.stringify({ issuer: "https://khac.vn" })],
      [200, "<p>Trang đăng nhập Wi-Fi</p>"],
      [500, "{}"],
    ];
    const server = createServer((_request, response) => {
      const [status, body] = answers.shift() ?? [404, ""];
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const provider = openProvider(placeAt(`http://127.0.0.1:${port}`), () => undefined);
    expect(await codeOf(provider.begin())).toBe("oidc-answer");
    expect(await codeOf(provider.begin())).toBe("oidc-answer");
    expect(await codeOf(provider.begin())).toBe("oidc-away");
    expect(await codeOf(provider.begin())).toBe("oidc-away");
    server.close();
  });
});

onEachStore(
  "a province whose provider is not there",
  (world) => {
    test("starts and goes on: signing in by it says so, and the passphrase lets in", async () => {
      const { passphrase } = await signedIn(world, { login: "lan.nt" });
      const browser = browserOf(world);
      expect((await browser.ask("GET", "/portal/oidc")).json()).toEqual({ on: true, button: "" });
      const begun = await browser.ask("POST", "/portal/oidc/begin");
      expect([begun.statusCode, begun.json()]).toMatchObject([503, { code: "oidc-away" }]);
      expect((await browser.ask("POST", "/portal/enter", { login: "lan.nt", passphrase })).statusCode).toBe(
        200,
      );
      expect((await browser.ask("GET", "/portal/me")).json()).toMatchObject({ login: "lan.nt" });
    });
  },
  // Nothing listens at the port of "discard".
  { provider: placeAt("http://127.0.0.1:9") },
);

onEachStore("a province without a provider", (world) => {
  test("shows nothing of one, and takes nothing", async () => {
    const browser = browserOf(world);
    expect((await browser.ask("GET", "/portal/oidc")).json()).toEqual({ on: false, button: "" });
    expect((await browser.ask("POST", "/portal/oidc/begin")).statusCode).toBe(404);
    expect((await browser.ask("GET", `${wayBack}?code=x&state=y`)).statusCode).toBe(404);
    expect((await browser.ask("POST", "/portal/oidc/code", { code: "000000" })).statusCode).toBe(404);
    const head = await signedIn(world, { role: "portal-administrator" });
    expect((await head.ask("GET", "/portal/identities")).body).toEqual({ on: false, identities: [] });
    const { reader } = await signedIn(world, { login: "lan.nt" });
    const note = { noted: "lan.nt", reason: "Thử ghi" };
    expect((await head.ask("POST", `/portal/readers/${reader.id}/identity`, note)).status).toBe(404);
  });
});

describe("the settings of a provider", () => {
  const said = {
    MUCLUC_OIDC_ISSUER: "https://dangnhap.example.vn",
    MUCLUC_OIDC_CLIENT_ID: "mucluc",
    MUCLUC_OIDC_CLIENT_SECRET: "mot-bi-mat",
    MUCLUC_PROVINCE_ADDRESS: "https://luutru.example.vn",
  };

  test("are read, the secret from a file too, and leave a practice province alone", () => {
    expect(readProviderPlace({})).toBeUndefined();
    expect(readSettings({ ...said, MUCLUC_PROVINCE_PRACTICE: "1" }).provider).toBeUndefined();
    expect(readSettings(said).provider).toMatchObject({
      clientSecret: "mot-bi-mat",
      claim: "email",
      trusted: [],
    });
    const file = join(temporaryFolder(), "secret");
    writeFileSync(file, "trong-tep\r\n");
    const more = {
      MUCLUC_OIDC_CLIENT_SECRET: "",
      MUCLUC_OIDC_CLIENT_SECRET_FILE: file,
      MUCLUC_OIDC_PORTAL: "https://tracuu.example.vn",
      MUCLUC_OIDC_CLAIM: "preferred_username",
      MUCLUC_OIDC_SECOND_FACTOR: "amr:mfa, acr:https://refeds.org/profile/mfa",
      MUCLUC_OIDC_BUTTON: " Tài khoản công vụ ",
    };
    expect(readProviderPlace({ ...said, ...more })).toMatchObject({
      ...{ clientSecret: "trong-tep", claim: "preferred_username", button: "Tài khoản công vụ" },
      ...{
        portal: new URL("https://tracuu.example.vn"),
        trusted: ["amr:mfa", "acr:https://refeds.org/profile/mfa"],
      },
    });
  });

  test("are refused where they cannot be meant, or would go openly", () => {
    for (const [name, value] of [
      ["MUCLUC_OIDC_ISSUER", "dangnhap"],
      ["MUCLUC_OIDC_ISSUER", "http://dangnhap.example.vn"],
      ["MUCLUC_OIDC_ISSUER", "https://ten:mat-khau@dangnhap.example.vn"],
      ["MUCLUC_PROVINCE_ADDRESS", ""],
      ["MUCLUC_OIDC_PORTAL", "http://luutru.example.vn"],
      ["MUCLUC_OIDC_PORTAL", "https://example.vn/luu-tru"],
      ["MUCLUC_OIDC_CLIENT_ID", ""],
      ["MUCLUC_OIDC_CLIENT_SECRET", " "],
      ["MUCLUC_OIDC_CLAIM", "name"],
      ["MUCLUC_OIDC_SECOND_FACTOR", "mfa"],
    ] as const)
      expect(() => readProviderPlace({ ...said, [name]: value }), name).toThrow("MUCLUC_");
    const own = { MUCLUC_OIDC_ISSUER: "http://127.0.0.1:9", MUCLUC_OIDC_PORTAL: "http://localhost:8552" };
    expect(readProviderPlace({ ...said, ...own })).toBeDefined();
  });
});
