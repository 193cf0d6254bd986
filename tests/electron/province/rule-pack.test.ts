import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { bundledRules, type RulePack, stepListIn } from "#shared/rules/pack.ts";
import type { ProvinceWire } from "#electron/province/province-wire.ts";
import { askRules, openRuleKeeper } from "#electron/province/rule-pack.ts";
import { sampleSteps } from "#tests/helpers/sample-steps.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const now = () => Date.UTC(2025, 6, 1);
const { "TT05-2025": tt05 } = bundledRules.profiles;
const stricter = {
  ...tt05,
  version: 2,
  items: { ...tt05.items, signer: { needed: "submission" as const, limit: 50 } },
};

const pack: RulePack = {
  version: 4,
  issuedAt: "2025-06-30T01:00:00.000Z",
  issuedBy: "Trần Văn Tỉnh",
  defaultProfile: "TT02-2019",
  open: false,
  profiles: [stricter],
};

/** A province that answers `/rules` with this, under the digest of it or another. */
function answering(
  rules: unknown,
  digest = digestOfText(canonicalJson(rules)) as string,
): Pick<ProvinceWire, "ask"> {
  // The wire has checked the answer's own shape; these have it.
  const ask: unknown = (path: string) =>
    Promise.resolve(path === `/rules?known=${digest}` ? { digest } : { digest, rules });
  return { ask: ask as ProvinceWire["ask"] };
}

const given = { pack, terms: [{ list: "issuer" as const, label: "UBND xã Cát Hanh", into: "" }] };

describe("the rules of the province on a desk", () => {
  it("are told back: what is here and which numbers are applied, at once where others came", async () => {
    const keeper = await openRuleKeeper({ folder: temporaryFolder(), now });
    const change = { kind: "rename" as const, scope: "52.21952", name: "Xã Tuy Phước A" };
    const amendment = { number: 1, at: "2025-08-01T00:00:00.000Z", by: "Trần Văn Quản", change };
    const units = [{ ...amendment, act: "Nghị quyết số 1", reason: "Sửa cho đúng" }];
    const asked: string[] = [];
    const telling = (rules: object): Pick<ProvinceWire, "ask"> => {
      const { ask } = answering(rules);
      return { ask: (path, ...more) => (asked.push(path), ask(path, ...more)) };
    };
    const digestOf = (rules: object) => digestOfText(canonicalJson(rules));
    await askRules(keeper, telling(given));
    await askRules(keeper, telling({ ...given, units }));
    await askRules(keeper, telling({ ...given, units }));
    const all = digestOf({ ...given, units });
    expect(asked).toEqual([
      "/rules?known=&units=yes&pack=0&amended=0&needs=yes",
      `/rules?known=${digestOf(given)}&units=yes&pack=4&amended=0&needs=yes`,
      `/rules?known=${digestOf(given)}&units=yes&pack=4&amended=0&needs=yes`,
      `/rules?known=${all}&units=yes&pack=4&amended=1&needs=yes`,
      `/rules?known=${all}&units=yes&pack=4&amended=1&needs=yes`,
    ]);
    // What cannot be read is not applied, and not said to be.
    asked.length = 0;
    await askRules(keeper, telling({ pack: { version: 9 }, terms: [] }));
    expect(asked.at(-1)).toBe(`/rules?known=${all}&units=yes&pack=4&amended=1&needs=yes`);
  });

  it("are in force at once, and are still there after a start without a network", async () => {
    const folder = temporaryFolder();
    const keeper = await openRuleKeeper({ folder, now });
    expect(keeper.rules()).toMatchObject({ version: 0, open: true, data: bundledRules });
    expect(await askRules(keeper, answering(given))).toBe(true);
    const wanted = { version: 4, open: false, defaultProfile: "TT02-2019", issuedBy: "Trần Văn Tỉnh" };
    expect(keeper.rules()).toMatchObject({ ...wanted, refused: "", receivedAt: "2025-07-01T00:00:00.000Z" });
    expect(keeper.rules().data.profiles["TT05-2025"]).toEqual(stricter);
    expect(await askRules(keeper, answering(given)), "the same again is no news").toBe(false);

    const again = await openRuleKeeper({ folder, now });
    expect(again.rules()).toEqual(keeper.rules());
    expect(again.terms()).toEqual(given.terms);
    const away = { ask: () => Promise.reject(new WireFault("unreachable", "away")) };
    expect(await askRules(again, away)).toBe(false);
    expect(again.rules()).toMatchObject(wanted);
  });

  it.each<[string, unknown, string?]>([
    ["no pack", { pack: { version: 5 }, terms: [] }],
    ["nothing", null],
    ["a text", "rules"],
    ["no lists", { pack }],
    [
      "a profile of fields that no record has",
      { ...given, pack: { ...pack, profiles: [withField("evil")] } },
    ],
    ["a profile twice", { ...given, pack: { ...pack, profiles: [tt05, tt05] } }],
    ["a limit below one", { ...given, pack: { ...pack, profiles: [withField("signer", { limit: 0 })] } }],
    ["a pattern that is none", { ...given, pack: { ...pack, priorities: withPattern("(") } }],
    ["a pattern without end", { ...given, pack: { ...pack, priorities: withPattern("a".repeat(5000)) } }],
    ["more than a pack has", { ...given, pack: { ...pack, script: "…" } }],
    ["a list not known", { pack, terms: [{ list: "passwords", label: "x", into: "" }] }],
    ["another's digest", { ...given, pack: { ...pack, version: 9 } }, "0".repeat(64)],
  ])(
    "that are %s are refused, and those before stay, here and after a start",
    async (_case, rules, digest) => {
      const folder = temporaryFolder();
      const keeper = await openRuleKeeper({ folder, now });
      await askRules(keeper, answering(given));
      const before = keeper.rules();
      const stored = readFileSync(join(folder, "province-rules.json"), "utf8");
      await askRules(keeper, answering(rules, digest));
      const { refused, refusal, ...held } = keeper.rules();
      expect(refused).not.toBe("");
      expect(refusal).toBe("unreadable");
      expect({ ...held, refused: "", refusal: "" }).toEqual(before);
      expect(readFileSync(join(folder, "province-rules.json"), "utf8")).toBe(stored);
      expect((await openRuleKeeper({ folder, now })).rules()).toEqual(before);
      // Once the province has set it right, it is right here.
      expect(await askRules(keeper, answering({ ...given, pack: { ...pack, version: 5 } }))).toBe(true);
      expect(keeper.rules()).toMatchObject({ version: 5, refused: "" });
    },
  );

  it.each(["", "{", "[]", '{"digest":"","receivedAt":"","rules":{}}'])(
    "that cannot be read on the disk (%j) give way to the app's own",
    async (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, "province-rules.json"), text);
      const keeper = await openRuleKeeper({ folder, now });
      expect(keeper.rules()).toMatchObject({ version: 0, data: bundledRules });
      expect(await askRules(keeper, answering(given))).toBe(true);
    },
  );

  it("tell the list of steps of each version that was handed out, after a start too, and of no other", async () => {
    const folder = temporaryFolder();
    const keeper = await openRuleKeeper({ folder, now });
    const lists = [sampleSteps(4), sampleSteps(3)];
    const rules = { ...given, pack: { ...pack, batchSteps: sampleSteps(5) }, stepLists: lists };
    expect(await askRules(keeper, answering(rules))).toBe(true);
    for (const one of [keeper, await openRuleKeeper({ folder, now })]) {
      const known = [1, 2, 3, 4, 5, 6].map((version) => stepListIn(one.given()?.rules, version)?.source);
      expect(known).toEqual([
        bundledRules.batchSteps.source,
        undefined,
        ...[3, 4, 5].map((version) => sampleSteps(version).source),
        undefined,
      ]);
    }
  });

  it("do not go back to an older version of a data file than the app's own", async () => {
    const keeper = await openRuleKeeper({ folder: temporaryFolder(), now });
    const old = { ...bundledRules.retention, version: 0, schedules: [] };
    await askRules(keeper, answering({ ...given, pack: { ...pack, retention: old } }));
    expect(keeper.rules().data.retention).toEqual(bundledRules.retention);
  });
});

function withField(field: string, rule: object = {}) {
  return { ...tt05, version: 3, items: { ...tt05.items, [field]: rule } };
}

function withPattern(title: string) {
  const [first] = bundledRules.priorities.groups;
  return { ...bundledRules.priorities, version: 9, groups: [{ ...first, title }] };
}
