import { afterAll, expect, test } from "vitest";
import { verifyAudit } from "#province/store/audit.ts";
import { wayBack, type ProviderPlace } from "#province/portal/oidc/provider-place.ts";
import { addReader } from "#province/portal/readers.ts";
import { noteIdentity } from "#province/portal/oidc/identities.ts";
import { byCommand } from "#province/store/note-act.ts";
import { readerCommand } from "#province/reader-command.ts";
import { onEachStore } from "#tests/province/world.ts";
import { type Account, clientId, clientSecret, startOidcServer } from "#tests/helpers/oidc-server.ts";
import { signedIn } from "./portal-reader.ts";
import { browserOf } from "./provider-walk.ts";

const portal = new URL("http://127.0.0.1:8552");
const accounts: Record<string, Account> = {};
const server = await startOidcServer([`http://127.0.0.1:8552${wayBack}`], accounts);
afterAll(() => server.stop());

const place: ProviderPlace = {
  ...{ issuer: new URL(server.issuer), clientId, clientSecret, portal },
  ...{ button: "Tài khoản công vụ", claim: "email", trusted: [] },
};
const lan = { email: "lan.nt@binhdinh.vn", email_verified: true };
const reason = "Theo danh sách của Sở Nội vụ";

onEachStore(
  "signing in by a provider",
  (world) => {
    const people = async (login: string, noted: string) => {
      const { reader, passphrase } = await addReader(
        world.database,
        { login, name: "Người đọc", office: "", role: "archivist", scope: "52" },
        world.clock.now,
      );
      await noteIdentity(world.database, reader, noted, { by: byCommand, reason }, world.clock.now);
      return { reader, passphrase };
    };
    const kept = () => world.database.query("select * from reader_identities order by reader_id");
    const actsOf = async (id: string) =>
      (
        await world.database.query("select changes->>'act' as act from audit where id = $1 order by seq", [
          id,
        ])
      ).map(({ act }) => act);
    const only = (account: Account) => {
      for (const sub of Object.keys(accounts)) Reflect.deleteProperty(accounts, sub);
      accounts["sub-1"] = account;
    };

    test("lets in whom an administrator noted, binds them, and asks no passphrase to be changed", async () => {
      only({ ...lan, email: "Lan.NT@binhdinh.vn" });
      const { reader } = await people("lan.nt", "lan.nt@binhdinh.vn");
      const browser = browserOf(world);
      expect((await browser.ask("GET", "/portal/oidc")).json()).toEqual({
        on: true,
        button: "Tài khoản công vụ",
      });
      const begun = await browser.ask("POST", "/portal/oidc/begin");
      const cookie = begun.cookies.find(({ name }) => name === "mucluc-portal-entry");
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/portal/oidc/", maxAge: 600 });
      const { searchParams } = new URL(begun.json<{ address: string }>().address);
      expect(searchParams.get("code_challenge_method")).toBe("S256");
      expect(await browser.enter("sub-1")).toBe("/tra-cuu/");
      expect(await browser.me()).toMatchObject({ login: "lan.nt", mustChange: false });
      expect((await browser.ask("POST", "/portal/search", search)).statusCode).toBe(200);
      expect(await kept()).toMatchObject([{ reader_id: reader.id, issuer: server.issuer, subject: "sub-1" }]);
      expect(await actsOf(reader.id)).toEqual(["identity-noted", "identity-bound"]);
      expect((await verifyAudit(world.database, "52")).brokenAt).toBeUndefined();
      const entered = await world.database.query("select detail from readings where act = 'entered'");
      expect(entered).toEqual([{ detail: "by the provider" }]);
      // Idle as every session.
      world.clock.now += 31 * 60_000;
      expect(await browser.me()).toMatchObject({ code: "not-signed-in" });
    });

    test("lets in an administrator of whom a command noted it, for nobody notes their own; and forgets it", async () => {
      only({ email: "quan.tv@binhdinh.vn", email_verified: true });
      const { reader } = await signedIn(world, { login: "quan.tv", role: "portal-administrator" });
      const now = () => world.clock.now;
      const command = (...words: string[]) =>
        readerCommand(world.database, ["--login", "quan.tv", ...words], now);
      expect(await browserOf(world).enter("sub-1")).toMatch(/oidc-unknown/);
      await expect(command("--identity", "quan.tv@binhdinh.vn")).rejects.toThrow(/say why/);
      await expect(command("--identity", "quản.tv", "--reason", reason)).rejects.toThrow(/without accents/);
      expect(await kept()).toEqual([]);
      const noted = await command("--identity", "quan.tv@binhdinh.vn", "--reason", reason);
      expect(noted).toEqual({ login: "quan.tv", identity: "quan.tv@binhdinh.vn" });
      expect(await browserOf(world).enter("sub-1")).toBe("/tra-cuu/");
      await command("--identity", "", "--reason", "Nghỉ hưu");
      expect(await browserOf(world).enter("sub-1")).toMatch(/oidc-unknown/);
      const acts = (await actsOf(reader.id)).filter((act) => String(act).startsWith("identity"));
      expect(acts).toEqual(["identity-noted", "identity-bound", "identity-noted"]);
    });

    test("goes on for the same account when its address changed, and not for another of that address", async () => {
      only(lan);
      await people("lan.nt", "lan.nt@binhdinh.vn");
      expect(await browserOf(world).enter("sub-1")).toBe("/tra-cuu/");
      accounts["sub-1"] = { email: "lan.moi@binhdinh.vn", email_verified: false };
      accounts["sub-2"] = lan;
      expect(await browserOf(world).enter("sub-1")).toBe("/tra-cuu/");
      const other = browserOf(world);
      expect(await other.enter("sub-2")).toBe("/tra-cuu/#/enter/oidc-other");
      expect(await other.me()).toMatchObject({ code: "not-signed-in" });
    });

    test("makes nobody: who is unknown, unverified or turned off is told so, and nothing is bound", async () => {
      only({ email: "la@binhdinh.vn", email_verified: true });
      const { reader } = await people("lan.nt", "lan.nt@binhdinh.vn");
      // The sign for kelvin becomes a small k where case is folded: it must be nobody's.
      await people("kien.tv", "kien.tv@binhdinh.vn");
      accounts["kelvin"] = { email: "\u212Aien.tv@binhdinh.vn", email_verified: true };
      accounts["unverified"] = { ...lan, email_verified: false };
      accounts["silent"] = { email: "lan.nt@binhdinh.vn" };
      accounts["right"] = lan;
      const enter = (sub: string) => browserOf(world).enter(sub);
      expect(await enter("sub-1")).toBe("/tra-cuu/#/enter/oidc-unknown");
      expect(await enter("kelvin")).toBe("/tra-cuu/#/enter/oidc-unknown");
      expect(await enter("unverified")).toBe("/tra-cuu/#/enter/oidc-unverified");
      expect(await enter("silent")).toBe("/tra-cuu/#/enter/oidc-unverified");
      await world.database.query("update readers set closed_at = 'x' where id = $1", [reader.id]);
      expect(await enter("right")).toBe("/tra-cuu/#/enter/oidc-closed");
      expect(await kept()).toMatchObject([{ subject: "" }, { subject: "" }]);
      expect(await world.database.query("select * from reader_sessions")).toEqual([]);
      expect(await world.database.query("select login from readers order by 1")).toHaveLength(2);
      await world.database.query("update readers set closed_at = '' where id = $1", [reader.id]);
      expect(await enter("right")).toBe("/tra-cuu/");
      await world.database.query("update readers set closed_at = 'x' where id = $1", [reader.id]);
      expect(await enter("right"), "bound, and turned off").toBe("/tra-cuu/#/enter/oidc-closed");
    });

    test("is taken once, in the browser that began it, within ten minutes", async () => {
      only(lan);
      await people("lan.nt", "lan.nt@binhdinh.vn");
      const browser = browserOf(world);
      const question = await browser.walk("sub-1");
      const other = browserOf(world);
      expect(await other.back(question), "no cookie").toBe("/tra-cuu/#/enter/oidc-state");
      await other.walk("sub-1");
      expect(await other.back(question), "another's state").toBe("/tra-cuu/#/enter/oidc-state");
      expect(await browser.back(question.replace(/state=[^&]+/, "state=x"))).toBe(
        "/tra-cuu/#/enter/oidc-state",
      );
      expect(await browser.back(question), "the right one still counts").toBe("/tra-cuu/");
      expect(await browser.back(question), "and once").toBe("/tra-cuu/#/enter/oidc-state");
      const late = browserOf(world);
      const old = await late.walk("sub-1");
      world.clock.now += 601_000;
      expect(await late.back(old)).toBe("/tra-cuu/#/enter/oidc-expired");
      expect(await late.back(old)).toBe("/tra-cuu/#/enter/oidc-state");
    });

    test("takes no code twice, no other nonce, no other verifier, and no answer of another issuer", async () => {
      only(lan);
      await people("lan.nt", "lan.nt@binhdinh.vn");
      const browser = browserOf(world);
      const codeIn = (question: string) => new URLSearchParams(question).get("code") ?? "";
      const used = await browser.walk("sub-1");
      expect(await browser.back(used)).toBe("/tra-cuu/");
      const next = await browser.walk("sub-1");
      const swapped = next.replace(codeIn(next), codeIn(used));
      expect(await browser.back(swapped), "a used code under a new state").toBe(
        "/tra-cuu/#/enter/oidc-answer",
      );
      const change = (name: string, value: string) => (address: string) => {
        const changed = new URL(address);
        changed.searchParams.set(name, value);
        return changed.href;
      };
      const fresh = browserOf(world);
      const otherNonce = await fresh.walk("sub-1", "in", change("nonce", "cua-nguoi-khac"));
      expect(await fresh.back(otherNonce)).toBe("/tra-cuu/#/enter/oidc-answer");
      const otherProof = await fresh.walk("sub-1", "in", change("code_challenge", "x".repeat(43)));
      expect(await fresh.back(otherProof)).toBe("/tra-cuu/#/enter/oidc-answer");
      const otherIssuer = await fresh.walk("sub-1");
      expect(await fresh.back(otherIssuer.replace(/iss=[^&]+/, "iss=https%3A%2F%2Fkhac.vn"))).toBe(
        "/tra-cuu/#/enter/oidc-answer",
      );
      expect(await fresh.me()).toMatchObject({ code: "not-signed-in" });
    });

    test("tells who turned back, and goes nowhere but to its own page", async () => {
      only(lan);
      const browser = browserOf(world);
      expect(await browser.back(await browser.walk("sub-1", "deny"))).toBe("/tra-cuu/#/enter/oidc-denied");
      const elsewhere = "?state=x&redirect=https://khac.vn&next=//khac.vn&return_to=https://khac.vn";
      expect(await browser.back(elsewhere)).toBe("/tra-cuu/#/enter/oidc-state");
      expect(await browser.back("?state=a&state=b&code=%00")).toBe("/tra-cuu/#/enter/oidc-state");
      const begun = await browser.ask("POST", "/portal/oidc/begin", undefined, {
        "sec-fetch-site": "cross-site",
      });
      expect(begun.statusCode, "begun by another site").toBe(403);
      expect(world.faults, "who turned back is no fault").toEqual([]);
    });

    test("is undone by an administrator with a reason: who is signed in by it is signed out, and bound anew", async () => {
      only(lan);
      const { reader } = await people("lan.nt", "lan.nt@binhdinh.vn");
      const head = await signedIn(world, { role: "portal-administrator" });
      const browser = browserOf(world);
      await browser.enter("sub-1");
      const url = `/portal/readers/${reader.id}/identity`;
      expect((await head.ask("POST", `${url}/unbound`, { reason: "" })).status).toBe(400);
      expect((await head.ask("POST", `${url}/unbound`, { reason })).status).toBe(200);
      expect(await browser.me()).toMatchObject({ code: "not-signed-in" });
      expect((await head.ask("POST", `${url}/unbound`, { reason })).body).toMatchObject({
        code: "identity-none",
      });
      accounts["sub-2"] = lan;
      expect(await browser.enter("sub-2"), "the next account of that address").toBe("/tra-cuu/");
      expect((await head.ask("POST", url, { noted: "khac@binhdinh.vn", reason })).status).toBe(200);
      expect(await browser.me()).toMatchObject({ code: "not-signed-in" });
      expect(await browserOf(world).enter("sub-2")).toBe("/tra-cuu/#/enter/oidc-unknown");
      expect((await head.ask("GET", "/portal/identities")).body).toEqual({
        on: true,
        identities: [{ readerId: reader.id, noted: "khac@binhdinh.vn", boundAt: "" }],
      });
      expect((await head.ask("POST", url, { noted: "", reason })).status).toBe(200);
      expect(await kept()).toEqual([]);
      const acts = ["identity-noted", "identity-bound", "identity-unbound", "identity-bound"];
      expect(await actsOf(reader.id)).toEqual([...acts, "identity-noted", "identity-noted"]);
    });

    test("is noted of one person alone, of others than oneself, within one's scope", async () => {
      const { reader } = await people("lan.nt", "lan.nt@binhdinh.vn");
      const head = await signedIn(world, { role: "portal-administrator" });
      const note = async (id: string, noted: string, by = head) =>
        (await by.ask("POST", `/portal/readers/${id}/identity`, { noted, reason })).body;
      expect(await note(head.reader.id, "toi@binhdinh.vn")).toMatchObject({ code: "own-identity" });
      const other = await signedIn(world, { login: "hai.tv" });
      expect(await note(other.reader.id, "LAN.NT@binhdinh.vn")).toMatchObject({ code: "identity-taken" });
      expect(await note(other.reader.id, "có dấu@binhdinh.vn")).not.toEqual({});
      const small = await signedIn(world, {
        ...{ login: "huyen", role: "portal-administrator", scope: "52.550" },
      });
      expect(await note(reader.id, "x@binhdinh.vn", small)).toMatchObject({ code: "not-found" });
      expect((await small.ask("GET", "/portal/identities")).body).toEqual({ on: true, identities: [] });
      expect(await kept()).toMatchObject([{ noted: "lan.nt@binhdinh.vn" }]);
    });
  },
  { provider: place },
);

const search = { words: "giao", filter: { kind: "items" }, from: 0, limit: 20, facets: false };
