import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { type KeyPair, makeSigningKeys, signText } from "#shared/node/keys.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { packDigest, packNames, packText, type SignedPack } from "#shared/rules/signed-pack.ts";
import type { UnitAmendment } from "#shared/rules/unit-amendment.ts";
import type { ProvinceWire } from "#electron/province/province-wire.ts";
import { askRules, openRuleKeeper } from "#electron/province/rule-pack.ts";
import { blankPack } from "#tests/helpers/sample-steps.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const province = makeSigningKeys();
const now = () => Date.UTC(2025, 6, 1);
const rulesOf = (version: number, label = "UBND xã Cát Hanh"): ProvinceRules => ({
  pack: { ...blankPack, version },
  terms: [{ list: "issuer", label, into: "" }],
});
const digestOf = (rules: ProvinceRules) => digestOfText(canonicalJson(rules)) as string;

function sign(rules: ProvinceRules, edition: number, keys: KeyPair = province): SignedPack[] {
  return packNames.map((name) => {
    const one = { name, edition, digest: packDigest(rules, name) };
    return { ...one, signature: signText("pack", packText(one), keys) };
  });
}

/** A province (or a hub) that answers these rules, and their digest alone to who has them. */
function answering(rules: ProvinceRules, signed: SignedPack[] | undefined): Pick<ProvinceWire, "ask"> {
  const digest = digestOf(rules);
  const more = signed && { signed };
  const ask: unknown = (path: string) =>
    Promise.resolve(
      path.startsWith(`/rules?known=${digest}&units=yes&`) ? { digest, ...more } : { digest, rules, ...more },
    );
  return { ask: ask as ProvinceWire["ask"] };
}

async function openPinned(key: string | undefined = province.publicKey) {
  const folder = temporaryFolder();
  const options = { folder, now, key: () => key };
  return { folder, keeper: await openRuleKeeper(options), again: () => openRuleKeeper(options) };
}

it("takes what the pinned key signed, says so, and hands it on with its signatures as they came", async () => {
  const { keeper, again } = await openPinned();
  const signed = sign(rulesOf(2), 20);
  expect(await askRules(keeper, answering(rulesOf(2), signed))).toBe(true);
  for (const one of [keeper, await again()]) {
    expect(one.rules()).toMatchObject({ version: 2, proven: true, refusal: "" });
    expect(one.given()).toEqual({ digest: digestOf(rulesOf(2)), rules: rulesOf(2), signed });
  }
});

const flip = (signature: string) => `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
const other = rulesOf(3, "UBND xã Lạ");
const renamed = ([rules, words, units]: SignedPack[]): SignedPack[] =>
  rules && words && units ? [{ ...rules, name: "words" }, { ...words, name: "rules" }, units] : [];

it.each<[string, SignedPack[] | undefined, string]>([
  ["signed by nobody", undefined, "unsigned"],
  ["signed by another key", sign(other, 30, makeSigningKeys()), "forged"],
  [
    "of a flipped byte in a signature",
    sign(other, 30).map((one) => ({ ...one, signature: flip(one.signature) })),
    "forged",
  ],
  ["of other content than was signed", sign(rulesOf(2), 30), "forged"],
  [
    "of other rules beside the true words",
    sign({ ...other, pack: { ...blankPack, version: 9 } }, 30),
    "forged",
  ],
  ["of other words beside the true rules", sign({ ...other, terms: [] }, 30), "forged"],
  ["signed in part", sign(other, 30).slice(0, 1), "forged"],
  ["each signed under the other's name", renamed(sign(other, 30)), "forged"],
  [
    "given a later edition than was signed",
    sign(other, 10).map((one) => ({ ...one, edition: 30 })),
    "forged",
  ],
  ["older than what is here", sign(other, 19), "older"],
  ["of the same edition, and others", sign(other, 20), "older"],
])(
  "what is %s is not applied: what is in force stays, here and after a start",
  async (_case, signed, refusal) => {
    const { folder, keeper, again } = await openPinned();
    await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), 20)));
    const before = { ...keeper.rules() };
    const stored = readFileSync(join(folder, "province-rules.json"), "utf8");
    expect(await askRules(keeper, answering(other, signed)), "the screen is told").toBe(true);
    expect(keeper.rules()).toEqual({ ...before, refusal });
    expect(keeper.terms()).toEqual(rulesOf(2).terms);
    expect(keeper.given()?.rules).toEqual(rulesOf(2));
    expect(readFileSync(join(folder, "province-rules.json"), "utf8")).toBe(stored);
    expect((await again()).rules()).toEqual(before);
    await askRules(keeper, answering(other, sign(other, 31)));
    expect(keeper.rules()).toMatchObject({ version: 3, refusal: "", proven: true });
  },
);

it("what was taken before the province signed stays in force, and is proven once it does", async () => {
  const folder = temporaryFolder();
  const unenrolled = await openRuleKeeper({ folder, now });
  await askRules(unenrolled, answering(rulesOf(2), undefined));
  expect(unenrolled.rules()).toMatchObject({ version: 2, proven: false, refusal: "" });
  const keeper = await openRuleKeeper({ folder, now, key: () => province.publicKey });
  expect(keeper.rules()).toMatchObject({ version: 2, proven: false, refusal: "" });
  expect(await askRules(keeper, answering(rulesOf(2), undefined)), "an older province").toBe(false);
  expect(keeper.rules()).toMatchObject({ version: 2, refusal: "" });
  expect(await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), 20)))).toBe(true);
  expect(keeper.rules()).toMatchObject({ version: 2, proven: true });
  await askRules(keeper, answering(rulesOf(1), sign(rulesOf(1), 19)));
  expect(keeper.rules()).toMatchObject({ version: 2, refusal: "older" });
});

it("the same content signed anew bounds what comes after it; of two editions the later one is kept", async () => {
  const { keeper } = await openPinned();
  for (const edition of [20, 40, 30])
    await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), edition)));
  expect(keeper.given()?.signed).toEqual(sign(rulesOf(2), 40));
  await askRules(keeper, answering(other, sign(other, 35)));
  expect(keeper.rules()).toMatchObject({ version: 2, refusal: "older" });
});

it("a province after another is believed by its own key, whatever edition the former gave", async () => {
  const folder = temporaryFolder();
  const former = makeSigningKeys();
  const before = await openRuleKeeper({ folder, now, key: () => former.publicKey });
  await askRules(before, answering(rulesOf(7), sign(rulesOf(7), 900, former)));
  const keeper = await openRuleKeeper({ folder, now, key: () => province.publicKey });
  expect(keeper.rules()).toMatchObject({ version: 7, proven: false });
  await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), 20)));
  expect(keeper.rules()).toMatchObject({ version: 2, proven: true, refusal: "" });
});

it("signed rules that were altered on the disk give way to the app's own", async () => {
  const { folder, keeper, again } = await openPinned();
  await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), 20)));
  const path = join(folder, "province-rules.json");
  const kept = JSON.parse(readFileSync(path, "utf8")) as object;
  writeFileSync(path, JSON.stringify({ ...kept, rules: other, digest: digestOf(other) }));
  expect((await again()).rules()).toMatchObject({ version: 0 });
});

const amendment: UnitAmendment = {
  ...{ number: 1, at: "2025-08-01T00:00:00.000Z", by: "Trần Văn Quản" },
  ...{ act: "Nghị quyết số 12", reason: "Đính chính" },
  change: { kind: "rename", scope: "52.550.21976", name: "Xã Phước Lộc A" },
};
const amended: ProvinceRules = { ...rulesOf(2), units: [amendment] };

it("puts amendments of units in force that the key signed, tells of them, and keeps them over a start", async () => {
  const folder = temporaryFolder();
  const told: number[] = [];
  const options = { folder, now, key: () => province.publicKey };
  const amend = (list: readonly UnitAmendment[]) => void told.push(list.length);
  const keeper = await openRuleKeeper({ ...options, amend });
  await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), 20)));
  expect(await askRules(keeper, answering(amended, sign(amended, 21)))).toBe(true);
  expect(keeper.rules()).toMatchObject({ units: 1, proven: true, refusal: "" });
  await openRuleKeeper({ ...options, amend });
  expect(told).toEqual([0, 0, 1, 1]);
});

it.each<[string, ProvinceRules, SignedPack[], string]>([
  ["that nobody signed", amended, sign(amended, 30).slice(0, 2), "unsigned"],
  [
    "of another content",
    { ...amended, units: [{ ...amendment, by: "Người khác" }] },
    sign(amended, 30),
    "forged",
  ],
  ["signed by another key", amended, sign(amended, 30, makeSigningKeys()), "forged"],
])("amendments of units %s are not put in force", async (_case, rules, signed, refusal) => {
  const { keeper } = await openPinned();
  await askRules(keeper, answering(rules, signed));
  expect(keeper.rules()).toMatchObject({ version: 0, refusal });
});

it("amendments are not taken back by leaving them out: only by what was signed later, as after a restore", async () => {
  const { keeper } = await openPinned();
  await askRules(keeper, answering(amended, sign(amended, 21)));
  for (const signed of [sign(rulesOf(2), 21).slice(0, 2), sign(rulesOf(2), 20)]) {
    await askRules(keeper, answering(rulesOf(2), signed));
    expect(keeper.rules()).toMatchObject({ units: 1, refusal: "older" });
  }
  await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), 40)));
  expect(keeper.rules()).toMatchObject({ refusal: "", proven: true });
  expect(keeper.rules().units).toBeUndefined();
});

it("a province of an earlier version, which signs two parts, is believed where nothing is amended", async () => {
  const { keeper } = await openPinned();
  await askRules(keeper, answering(rulesOf(2), sign(rulesOf(2), 20).slice(0, 2)));
  expect(keeper.rules()).toMatchObject({ version: 2, proven: true, refusal: "" });
});
