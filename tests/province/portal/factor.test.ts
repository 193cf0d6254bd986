import { describe, expect, test } from "vitest";
import { readerCommand } from "#province/reader-command.ts";
import { openProvinceKeys } from "#province/access/keys.ts";
import { sealerOf } from "#province/portal/second-factor/seal-secret.ts";
import { stepAt, stepOfCode, totpCode, writeBase32 } from "#province/portal/second-factor/totp.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { readBase32 } from "#tests/helpers/read-base32.ts";
import { onEachStore } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

const rfcSecret = Buffer.from("12345678901234567890");

describe("a code of the moment", () => {
  test.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("is that of RFC 6238 at %i s", (second, code) => {
    expect(totpCode(rfcSecret, stepAt(second * 1000), 8)).toBe(code);
  });

  test("holds one step before and after its own, and no further", () => {
    const now = 1_700_000_010_000;
    const found = [-2, -1, 0, 1, 2].map((by) =>
      stepOfCode(rfcSecret, totpCode(rfcSecret, stepAt(now) + by), now),
    );
    expect(found).toEqual([undefined, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, undefined]);
    expect(stepOfCode(rfcSecret, "12345", now)).toBeUndefined();
  });

  test("has a secret that apps can read (RFC 4648)", () => {
    expect(writeBase32(rfcSecret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(writeBase32(Buffer.from("foo"))).toBe("MZXW6");
  });
});

onEachStore(
  "a second factor",
  (world) => {
    const enter = async (login: string, passphrase: string, code?: string) => {
      const answer = await world.app.inject({
        method: "POST",
        url: "/portal/enter",
        payload: { login, passphrase, ...(code !== undefined && { code }) },
      });
      return [answer.statusCode, answer.json<{ code?: string }>().code] as const;
    };
    const codeAt = (secret: string, by = 0) => totpCode(readBase32(secret), stepAt(world.clock.now) + by);
    const enrolled = async (login: string, role: "archivist" | "portal-administrator" = "archivist") => {
      const person = await signedIn(world, { login, role });
      const begun = (await person.ask("POST", "/portal/factor", { passphrase: person.passphrase })).body as {
        secret: string;
        address: string;
      };
      const { body } = await person.ask("POST", "/portal/factor/confirmed", { code: codeAt(begun.secret) });
      return { ...person, ...begun, recovery: (body as { recovery: string[] }).recovery };
    };

    test("is asked for once it was confirmed, each code once, within one step", async () => {
      const person = await signedIn(world, { login: "lan.nt" });
      const wrong = await person.ask("POST", "/portal/factor", { passphrase: "sai" });
      expect(wrong.status).toBe(401);
      const begun = (await person.ask("POST", "/portal/factor", { passphrase: person.passphrase })).body as {
        secret: string;
        address: string;
      };
      expect(begun.address).toContain(`secret=${begun.secret}&issuer=M%E1%BB%A5c%20L%E1%BB%A5c`);
      expect((await enter("lan.nt", person.passphrase))[0], "begun is not confirmed").toBe(200);
      const confirm = (code: string) => person.ask("POST", "/portal/factor/confirmed", { code });
      expect((await confirm(codeAt(begun.secret, 4))).body).toMatchObject({ code: "code-wrong" });
      const { recovery } = (await confirm(codeAt(begun.secret))).body as { recovery: string[] };
      expect(new Set(recovery).size).toBe(10);
      expect((await person.ask("GET", "/portal/me")).body).toMatchObject({ secondFactor: true });

      expect(await enter("lan.nt", person.passphrase)).toEqual([401, "code-needed"]);
      expect(await enter("lan.nt", person.passphrase, codeAt(begun.secret)), "used to confirm").toEqual([
        401,
        "code-wrong",
      ]);
      world.clock.now += 30_000;
      const code = codeAt(begun.secret);
      expect(await enter("lan.nt", person.passphrase, `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual([
        200,
        undefined,
      ]);
      expect(await enter("lan.nt", person.passphrase, code), "once").toEqual([401, "code-wrong"]);
      expect(await enter("lan.nt", person.passphrase, codeAt(begun.secret, -1)), "nor before").toEqual([
        401,
        "code-wrong",
      ]);
      const again = await person.ask("POST", "/portal/factor", { passphrase: person.passphrase });
      expect(again.body, "nobody puts another in its place").toMatchObject({ code: "factor-on" });
    });

    test("makes who knows the passphrase and guesses codes wait as who guesses passphrases", async () => {
      const person = await enrolled("lan.nt");
      world.clock.now += 60_000;
      for (let tries = 0; tries < 5; tries += 1) {
        expect(await enter("lan.nt", person.passphrase), "asking does not begin anew").toEqual([
          401,
          "code-needed",
        ]);
        expect(await enter("lan.nt", person.passphrase, "000000")).toEqual([401, "code-wrong"]);
      }
      expect(await enter("lan.nt", person.passphrase, codeAt(person.secret))).toEqual([429, "try-later"]);
      world.clock.now += 61_000;
      expect((await enter("lan.nt", person.passphrase, codeAt(person.secret)))[0]).toBe(200);
    });

    test("is stood in for by each recovery code once, of which the database holds none", async () => {
      const person = await enrolled("lan.nt");
      const other = await enrolled("hai.tv");
      const [first = "", second = ""] = person.recovery;
      expect(await enter("hai.tv", other.passphrase, first), "another's").toEqual([401, "code-wrong"]);
      expect((await enter("lan.nt", person.passphrase, first.toUpperCase().replaceAll("-", " ")))[0]).toBe(
        200,
      );
      expect(await enter("lan.nt", person.passphrase, first)).toEqual([401, "code-wrong"]);
      expect((await enter("lan.nt", person.passphrase, second))[0]).toBe(200);
      const kept = JSON.stringify(await world.database.query("select * from second_factors"));
      for (const told of [...person.recovery, person.secret]) {
        expect(kept).not.toContain(told);
        expect(kept).not.toContain(told.replaceAll("-", ""));
      }
    });

    test("is sealed for its person by the province's key: no row passes for another's", async () => {
      const sealer = sealerOf(await openProvinceKeys(world.folder));
      const sealed = sealer.seal(rfcSecret, "reader-1");
      expect(sealer.open(sealed, "reader-1")).toEqual(rfcSecret);
      expect(() => sealer.open(sealed, "reader-2")).toThrow();
    });

    test("is asked of administrators before anything else, where the province requires it", async () => {
      const head = await signedIn(world, { login: "quan.tv", role: "portal-administrator" });
      expect((await head.ask("GET", "/portal/me")).body).toMatchObject({ mustProve: true });
      expect((await head.ask("GET", "/portal/readers")).body).toMatchObject({ code: "factor-needed" });
      expect((await head.ask("GET", "/portal/admin/health")).status).toBe(403);
      const reader = await signedIn(world, { login: "lan.nt" });
      expect((await reader.ask("GET", "/portal/me")).body).not.toHaveProperty("mustProve");
      const begun = (await head.ask("POST", "/portal/factor", { passphrase: head.passphrase })).body as {
        secret: string;
      };
      await head.ask("POST", "/portal/factor/confirmed", { code: codeAt(begun.secret) });
      expect((await head.ask("GET", "/portal/readers")).status).toBe(200);
    });

    const actsOf = async (id: string) =>
      (
        await world.database.query(
          "select changes->>'act' as act from audit where id = $1 and device_id = $1 order by seq",
          [id],
        )
      ).map(({ act }) => act);

    test("is moved to another phone by who holds the one in use, which counts until the new one is shown", async () => {
      const person = await enrolled("lan.nt");
      const { passphrase, recovery } = person;
      const renew = (code: string, with_ = passphrase) =>
        person.ask("POST", "/portal/factor/renewed", { passphrase: with_, code });
      const confirm = (code: string) => person.ask("POST", "/portal/factor/confirmed", { code });
      expect((await confirm(codeAt(person.secret, 1))).body, "nothing was begun").toMatchObject({
        code: "factor-on",
      });
      expect((await renew("000000")).body).toMatchObject({ code: "code-wrong" });
      expect((await renew(codeAt(person.secret, 1), "sai mật khẩu")).body).toMatchObject({
        code: "passphrase-wrong",
      });
      const begun = (await renew(codeAt(person.secret, 1))).body as { secret: string };
      expect(begun.secret).not.toBe(person.secret);
      world.clock.now += 60_000;
      expect((await enter("lan.nt", passphrase, codeAt(begun.secret)))[1]).toBe("code-wrong");
      expect((await enter("lan.nt", passphrase, codeAt(person.secret)))[0]).toBe(200);
      expect((await confirm(codeAt(person.secret, 1))).body).toMatchObject({ code: "code-wrong" });
      const told = (await confirm(codeAt(begun.secret))).body as { recovery: string[] };
      expect(new Set([...told.recovery, ...recovery]).size).toBe(20);
      world.clock.now += 60_000;
      expect((await enter("lan.nt", passphrase, codeAt(person.secret)))[1], "the old phone").toBe(
        "code-wrong",
      );
      expect((await enter("lan.nt", passphrase, recovery[0]))[1], "its recovery codes").toBe("code-wrong");
      expect((await enter("lan.nt", passphrase, codeAt(begun.secret)))[0]).toBe(200);
      // Who lost the phone moves by a recovery code.
      expect((await renew(told.recovery[0] ?? "")).status).toBe(200);
      expect(await actsOf(person.reader.id)).toEqual(["factor-on", "factor-renewed"]);
      expect((await verifyAudit(world.database, "52")).brokenAt).toBeUndefined();
    });

    test("is turned off by who holds it, but not by those of whom the province asks it; wrong codes wait", async () => {
      const off = (person: Awaited<ReturnType<typeof enrolled>>, code: string) => {
        const { passphrase } = person;
        return person.ask("POST", "/portal/factor/off", { passphrase, code });
      };
      const head = await enrolled("quan.tv", "portal-administrator");
      expect((await head.ask("GET", "/portal/me")).body).toMatchObject({ mustKeep: true });
      expect((await off(head, codeAt(head.secret, 1))).body).toMatchObject({ code: "factor-required" });
      const person = await enrolled("lan.nt");
      expect((await person.ask("GET", "/portal/me")).body).not.toHaveProperty("mustKeep");
      for (let tries = 0; tries < 5; tries += 1)
        expect((await off(person, "000000")).body).toMatchObject({ code: "code-wrong" });
      expect((await off(person, codeAt(person.secret, 1))).body).toMatchObject({ code: "try-later" });
      world.clock.now += 61_000;
      expect((await enter("lan.nt", person.passphrase))[1]).toBe("code-needed");
      expect((await off(person, codeAt(person.secret))).status).toBe(200);
      expect((await person.ask("GET", "/portal/me")).body).toMatchObject({ secondFactor: false });
      expect((await enter("lan.nt", person.passphrase))[0]).toBe(200);
      expect((await off(person, codeAt(person.secret))).body).toMatchObject({ code: "factor-none" });
      expect(await actsOf(person.reader.id)).toEqual(["factor-on", "factor-off"]);
      expect(await actsOf(head.reader.id)).toEqual(["factor-on"]);
      const other = await signedIn(world, { login: "hai.tv" });
      const none = { passphrase: other.passphrase, code: "000000" };
      for (const way of ["off", "renewed"])
        expect((await other.ask("POST", `/portal/factor/${way}`, none)).body).toMatchObject({
          code: "factor-none",
        });
    });

    test("is taken away by an administrator of the scope, with a reason that stays; nobody takes their own", async () => {
      const head = await enrolled("quan.tv", "portal-administrator");
      const person = await enrolled("lan.nt");
      const reset = (id: string, reason: string) =>
        head.ask("POST", `/portal/readers/${id}/factor-reset`, { reason });
      expect((await reset(person.reader.id, "")).status).toBe(400);
      expect((await reset(head.reader.id, "Mất điện thoại")).body).toMatchObject({ code: "own-entry" });
      expect(
        (await person.ask("POST", `/portal/readers/${head.reader.id}/factor-reset`, { reason: "xxxxx" }))
          .status,
      ).toBe(403);
      expect((await reset(person.reader.id, "Mất điện thoại")).status).toBe(200);
      expect((await person.ask("GET", "/portal/me")).status, "signed out").toBe(401);
      expect((await enter("lan.nt", person.passphrase))[0]).toBe(200);
      const noted = await world.database.query(
        "select changes->>'act' as act, changes->>'reason' as reason from audit where id = $1",
        [person.reader.id],
      );
      expect(noted).toEqual([
        { act: "factor-on", reason: null },
        { act: "factor-reset", reason: "Mất điện thoại" },
      ]);
      const words = ["--login", "quan.tv", "--reset-factor", "--reason"];
      const now = () => world.clock.now;
      await expect(readerCommand(world.database, [...words, ""], now)).rejects.toThrow(/say why/);
      expect(await readerCommand(world.database, [...words, "Điện thoại hỏng"], now)).toMatchObject({
        reset: true,
      });
      expect((await verifyAudit(world.database, "52")).brokenAt).toBeUndefined();
    });
  },
  { secondFactor: true },
);
