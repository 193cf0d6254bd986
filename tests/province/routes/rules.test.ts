import { expect, test } from "vitest";
import type { PortalPacks } from "#shared/contract/portal-admin.ts";
import { verifyText } from "#shared/node/keys.ts";
import type { Hello } from "#shared/replication/wire.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { needsText, packDigest, packText, type SignedPack } from "#shared/rules/signed-pack.ts";
import { setPack } from "#tests/helpers/set-pack.ts";
import { setRules } from "#province/set-rules.ts";
import { sampleSteps } from "#tests/helpers/sample-steps.ts";
import { signedIn } from "#tests/province/portal/portal-reader.ts";
import { onEachStore, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("the rules of a province", (world) => {
  const rulesOf = async (token: string) => {
    const { body } = await world.ask(token, "GET", "/rules");
    return (body as { rules: ProvinceRules }).rules;
  };

  test("hand out the lists of steps before the present one too, each version once", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    expect((await rulesOf(token)).stepLists).toBeUndefined();
    await world.giveSteps([sampleSteps(4), sampleSteps(3), sampleSteps(2)]);
    // The rest of a pack may change under the same list.
    await setPack(world.database, { open: false }, "Sở Nội vụ", world.clock.now);
    const rules = await rulesOf(token);
    expect(rules.pack).toMatchObject({ version: 4, open: false, batchSteps: { version: 4 } });
    expect(rules.stepLists).toEqual([sampleSteps(3), sampleSteps(2)]);
  });

  test("are signed in parts by the key that the greeting tells; each change and each start gives a later edition", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const greeted = (await world.ask("", "GET", "/hello")).body as Hello;
    const ask = async (known = "") => {
      const { body } = await world.ask(token, "GET", `/rules?known=${known}&units=yes`);
      const answer = body as { digest: string; rules?: ProvinceRules; signed: SignedPack[] };
      const [rules, words] = answer.signed;
      for (const one of answer.signed)
        expect(verifyText("pack", packText(one), one.signature, greeted.keys?.signing ?? "")).toBe(true);
      if (!rules || !words) throw new Error("not signed");
      return { ...answer, of: { rules: rules.edition, words: words.edition } };
    };
    await world.giveSteps([sampleSteps(2)]);
    const first = await ask();
    expect(first.signed).toMatchObject([
      { name: "rules", digest: first.rules && packDigest(first.rules, "rules") },
      { name: "words", digest: first.rules && packDigest(first.rules, "words") },
      { name: "units", digest: first.rules && packDigest(first.rules, "units") },
    ]);
    expect(first.of).toEqual({ rules: world.clock.now, words: world.clock.now });
    const known = await ask(first.digest);
    expect([known.rules, known.signed]).toEqual([undefined, first.signed]);
    // The clock of a machine may go back: what is handed out does not become older by it.
    world.clock.now -= 5000;
    await world.giveSteps([sampleSteps(3)]);
    const second = await ask();
    expect(second.of).toEqual({ rules: first.of.rules + 1, words: first.of.words });
    // As after a restore: the content of before, at a province that starts anew.
    await world.database.query("delete from rule_packs where version = 2");
    world.clock.now += 60_000;
    await world.restart();
    const third = await ask();
    expect(third.digest).toBe(first.digest);
    expect(third.of.rules).toBeGreaterThan(second.of.rules);
    expect(third.of.words).toBeGreaterThan(second.of.words);
  });

  test("let no list change under its version, for steps name it; the same again is taken", async () => {
    await world.giveSteps([sampleSteps(3), sampleSteps(2)]);
    const set = (list: ReturnType<typeof sampleSteps>) =>
      setPack(world.database, { batchSteps: list }, "Sở Nội vụ", world.clock.now);
    await expect(set(sampleSteps(2, [{ step: "preparing", omitted: true }]))).rejects.toThrow(/version 2/);
    await expect(set(sampleSteps(3))).resolves.toMatchObject({ version: 3, batchSteps: { version: 3 } });
  });

  test("are set by the command with a reason alone, which stands in the province's audit with what was set", async () => {
    const give = (...words: string[]) =>
      setRules(world.database, words, { resources: "resources" }, () => world.clock.now);
    await expect(give("--closed", "--by", "Sở Nội vụ")).rejects.toThrow(/--reason/);
    await expect(give("--closed", "--reason", "     ")).rejects.toThrow(/--reason/);
    expect(await world.database.query("select 1 as one from rule_packs")).toEqual([]);
    const wanted = ["--closed", "--by", "Sở Nội vụ", "--reason", "Theo hướng dẫn số 5"];
    expect(await give(...wanted)).toMatchObject({ rules: 1, open: false });
    expect(await give()).toMatchObject({ rules: 1, issuedBy: "Sở Nội vụ" });
    const noted = await world.database.query(
      "select district, device_id, collection, id, changes from audit",
    );
    expect(noted).toEqual([
      {
        ...{ district: "52", device_id: "command", collection: "rules", id: "1" },
        changes: { act: "published", reason: "Theo hướng dẫn số 5", name: "Sở Nội vụ", parts: "open" },
      },
    ]);
  });

  test("name with each part which version of the program it needs, signed with that very content", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    await world.giveSteps([sampleSteps(2)]);
    const { keys } = (await world.ask("", "GET", "/hello")).body as Hello;
    const { signed } = (await world.ask(token, "GET", "/rules?units=yes")).body as { signed: SignedPack[] };
    expect(signed.map(({ needs }) => needs?.program)).toEqual(["0.1.0", "0.1.0", "0.1.0"]);
    for (const one of signed) {
      const { program = "", signature = "" } = one.needs ?? {};
      const holds = (text: string) => verifyText("pack-needs", text, signature, keys?.signing ?? "");
      expect(holds(needsText(one, program))).toBe(true);
      expect(holds(needsText({ ...one, edition: one.edition + 1 }, program))).toBe(false);
    }
  });

  test("are kept from a program that is too old for them: told which it needs where it knows of that", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    await world.giveSteps([sampleSteps(2)]);
    await world.database.query("update rule_packs set needs = '0.3.0'");
    const ask = async (version: string, question: string) => {
      const headers = { authorization: `Bearer ${token}`, "x-mucluc-version": version };
      return (await world.app.inject({ url: `/rules?${question}`, headers })).json<{
        digest: string;
        rules?: ProvinceRules;
        signed?: SignedPack[];
      }>();
    };
    const all = await ask("0.3.0", "units=yes&needs=yes");
    expect([all.rules?.pack?.version, all.signed?.map(({ needs }) => needs?.program)]).toEqual([
      1,
      ["0.3.0", "0.1.0", "0.1.0"],
    ]);
    // One of before goes on by what it has, whatever that is.
    expect(await ask("0.2.9", "known=abc&units=yes")).toEqual({ digest: "abc" });
    expect(await ask("0.2.9", "")).toEqual({ digest: "" });
    expect(await ask("0.2.9", "known=abc&units=yes&needs=yes")).toEqual({
      digest: all.digest,
      signed: all.signed,
    });
    for (const version of ["0.3.1", "1.0.0", "", "không rõ"])
      expect((await ask(version, "needs=yes")).rules, version).toBeDefined();
  });

  test("ask for a later program by an officer's word, until it is taken back, and for none that is not there", async () => {
    const give = (...words: string[]) =>
      setRules(
        world.database,
        ["--reason", "Theo hướng dẫn số 5", ...words],
        { resources: "resources" },
        () => world.clock.now,
      );
    await expect(give("--needs", "0.1.1")).rejects.toThrow(/own version is 0\.1\.0/);
    await expect(give("--needs", "mới nhất")).rejects.toThrow(/needs/);
    expect(await world.database.query("select 1 as one from rule_packs")).toEqual([]);
    expect(await give("--needs", "0.1.0")).toMatchObject({ rules: 1, needs: "0.1.0" });
    // What a later program asked for stays with the packs after it.
    await world.database.query("update rule_packs set needs = '0.4.0'");
    expect(await give("--closed")).toMatchObject({ rules: 2, needs: "0.4.0" });
    const head = await signedIn(world, { role: "portal-administrator" });
    const listed = async () => {
      const { packs } = (await head.ask("GET", "/portal/admin/packs")).body as PortalPacks;
      return packs.map(({ version, needs }) => [version, needs]);
    };
    expect(await listed()).toEqual([
      [2, "0.4.0"],
      [1, "0.4.0"],
    ]);
    expect(await give("--needs", "none")).toMatchObject({ rules: 3, open: false, needs: "0.1.0" });
    expect((await listed())[0]).toEqual([3, "0.1.0"]);
    const noted = await world.database.query("select changes from audit order by seq");
    expect(noted.map(({ changes }) => changes)).toMatchObject([
      { parts: "needs", needs: "0.1.0" },
      { parts: "open" },
      { parts: "needs", needs: "" },
    ]);
  });
});
