import { expect } from "vitest";
import { noteIdentity } from "#province/portal/oidc/identities.ts";
import type { ProviderPlace } from "#province/portal/oidc/provider-place.ts";
import { wayBack } from "#province/portal/oidc/provider-place.ts";
import { stepAt, totpCode } from "#province/portal/second-factor/totp.ts";
import { byCommand } from "#province/store/note-act.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { type Account, clientId, clientSecret, startOidcServer } from "#tests/helpers/oidc-server.ts";
import { readBase32 } from "#tests/helpers/read-base32.ts";
import type { World } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";
import { browserOf } from "./provider-walk.ts";

type One = <Value>(values: readonly Value[]) => Value;
type Person = { reader: Reader; token: string };

/** Whom the provider vouches for, and where the screen is to stand once they come back. */
type Known = { sub: string; lands: string; reader: Reader | undefined };

const domain = "binhdinh.vn";
const accounts: Record<string, Account> = {};

/** The provider of the fuzz, and where the portal is told that it stands. */
export async function startProviderOfOutsiders(): Promise<{
  place: ProviderPlace;
  stop: () => Promise<void>;
}> {
  const server = await startOidcServer([`http://127.0.0.1:8552${wayBack}`], accounts);
  const place: ProviderPlace = {
    ...{ issuer: new URL(server.issuer), clientId, clientSecret, portal: new URL("http://127.0.0.1:8552") },
    ...{ button: "", claim: "email", trusted: [] },
  };
  return { place, stop: () => server.stop() };
}

/** People that the provider knows: some noted here, one turned off, one with a second factor of ours, one of nobody's. */
export async function fillProvider(world: World, places: readonly string[]): Promise<Known[]> {
  const known: Known[] = [];
  const add = async (sub: string, scope: string, lands: string, email_verified = true) => {
    accounts[sub] = { email: `${sub}@${domain}`, email_verified };
    const role = scope.split(".").length === 2 && scope !== "52.550" ? "commune-reader" : "archivist";
    const person = await signedIn(world, { login: sub, role, scope });
    const why = { by: byCommand, reason: "Thử xem" };
    await noteIdentity(world.database, person.reader, `${sub}@${domain}`, why, world.clock.now);
    known.push({ sub, lands, reader: lands === "" ? person.reader : undefined });
    return person;
  };
  for (const [at, scope] of places.entries()) await add(`vao-${at}`, scope, "");
  await add("chua-xac-nhan", "52", "#/enter/oidc-unverified", false);
  const closed = await add("da-nghi", "52", "#/enter/oidc-closed");
  await world.database.query("update readers set closed_at = 'x' where id = $1", [closed.reader.id]);
  const twice = await add("hai-lop", "52", "#/enter/code");
  const { secret } = (await twice.ask("POST", "/portal/factor", { passphrase: twice.passphrase })).body as {
    secret: string;
  };
  const code = totpCode(readBase32(secret), stepAt(world.clock.now));
  expect((await twice.ask("POST", "/portal/factor/confirmed", { code })).status).toBe(200);
  accounts["nguoi-la"] = { email: `nguoi-la@${domain}`, email_verified: true };
  known.push({ sub: "nguoi-la", lands: "#/enter/oidc-unknown", reader: undefined });
  // Drawn more often than each of the others: of it a code is still asked.
  const asked = known.filter(({ sub }) => sub === "hai-lop");
  return [...known, ...Array.from({ length: 5 }, () => asked).flat()];
}

/**
 * Tries ways through the provider in the browser of somebody who is signed in, or of nobody: by hand, who they are
 * after it. Whoever the provider does not vouch for in this very browser is who they were, and nobody else. Answers
 * as whom they came in, where they did.
 */
export function providerTries(world: World, known: readonly Known[]) {
  /** What others left open: their browsers' cookies, and questions that came back to none of them. */
  const left: { cookies: Record<string, string>; question: string }[] = [];
  return async (one: One, person: Person | undefined, told: string) => {
    const browser = browserOf(world);
    if (person) browser.cookies["mucluc-portal"] = person.token;
    const isStill = async (reader: Reader | undefined) => {
      const { login, code } = await browser.me();
      expect([login ?? code, told]).toEqual([reader?.login ?? "not-signed-in", told]);
    };
    const giveCode = async ({ ask }: typeof browser) => {
      const { statusCode, body } = await ask("POST", "/portal/oidc/code", {
        code: one(["000000", "123456"]),
      });
      expect([401, 429], `${told}: ${statusCode} ${body}`).toContain(statusCode);
    };
    const way = one(["told", "guessed", "taken", "code", "left", "walked", "walked"] as const);
    const other = left.length > 0 ? one(left) : undefined;
    if (way === "told") {
      expect((await browser.ask("GET", "/portal/oidc")).json()).toEqual({ on: true, button: "" });
    } else if (way === "guessed") {
      await browser.ask("POST", "/portal/oidc/begin");
      const question = one(["", "?state=", "?code=x&state=x", "?error=access_denied", "?code=x"]);
      expect([await browser.back(question), told]).toEqual(["/tra-cuu/#/enter/oidc-state", told]);
    } else if (way === "taken" && other) {
      // A question that was sent back to another's browser, shown in one's own.
      await browser.ask("POST", "/portal/oidc/begin");
      expect([await browser.back(other.question), told]).toEqual(["/tra-cuu/#/enter/oidc-state", told]);
    } else if (way === "code") {
      const entry = one(["x", other?.cookies["mucluc-portal-entry"] ?? "y"]);
      browser.cookies["mucluc-portal-entry"] = entry;
      await giveCode(browser);
    } else if (way === "left") {
      const { sub } = one(known);
      left.push({ question: await browser.walk(sub), cookies: browser.cookies });
      if (left.length > 20) left.shift();
    } else if (way === "walked") {
      const { sub, lands, reader } = one(known);
      expect([await browser.enter(sub), told]).toEqual([`/tra-cuu/${lands}`, told]);
      await isStill(reader ?? person?.reader);
      if (lands.endsWith("/code")) {
        left.push({ question: "", cookies: { ...browser.cookies } });
        await giveCode(browser);
        await isStill(person?.reader);
      }
      return reader && { reader, ask: browser.ask };
    }
    await isStill(person?.reader);
    return undefined;
  };
}
