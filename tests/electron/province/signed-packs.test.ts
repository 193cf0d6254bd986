import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { type KeyPair, makeSigningKeys, signText } from "#shared/node/keys.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { packDigest, packNames, packText, type SignedPack } from "#shared/rules/signed-pack.ts";
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
    Promise.resolve(path === `/rules?known=${digest}` ? { digest, ...more } : { digest, rules, ...more });
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
const renamed = ([rules, words]: SignedPack[]): SignedPack[] =>
  rules && words
    ? [
        { ...rules, name: "words" },
        { ...words, name: "rules" },
      ]
    : [];

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
