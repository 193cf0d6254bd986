import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { expect, it } from "vitest";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { type KeyPair, makeSigningKeys, signText, verifyText } from "#shared/node/keys.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { needsText, packDigest, packNames, packText, type SignedPack } from "#shared/rules/signed-pack.ts";
import type { ProvinceWire } from "#electron/province/province-wire.ts";
import { askRules, openRuleKeeper } from "#electron/province/rule-pack.ts";
import { blankPack } from "#tests/helpers/sample-steps.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const province = makeSigningKeys();
const now = () => Date.UTC(2025, 6, 1);
const rulesOf = (version: number): ProvinceRules => ({ pack: { ...blankPack, version }, terms: [] });

function sign(
  rules: ProvinceRules,
  edition: number,
  program?: string,
  keys: KeyPair = province,
): SignedPack[] {
  return packNames.map((name) => {
    const one = { name, edition, digest: packDigest(rules, name) };
    const signed = { ...one, signature: signText("pack", packText(one), keys) };
    if (program === undefined) return signed;
    return {
      ...signed,
      needs: { program, signature: signText("pack-needs", needsText(one, program), keys) },
    };
  });
}

/** A province that gives all of it to whoever asks, as a hub of an earlier version does. */
function giving(rules: unknown, signed?: SignedPack[]): Pick<ProvinceWire, "ask"> {
  const digest = digestOfText(canonicalJson(rules));
  const ask: unknown = () => Promise.resolve({ digest, rules, ...(signed && { signed }) });
  return { ask: ask as ProvinceWire["ask"] };
}

/** A machine whose program is of version 0.2.0, with rules of the province in force. */
async function openDesk(pinned = true) {
  const folder = temporaryFolder();
  const key = () => (pinned ? province.publicKey : undefined);
  const open = (program: string) => openRuleKeeper({ folder, now, key, program });
  const keeper = await open("0.2.0");
  await askRules(keeper, giving(rulesOf(1), sign(rulesOf(1), 10, "0.2.0")));
  expect(keeper.rules()).toMatchObject({ version: 1, refusal: "", proven: pinned });
  return { folder, keeper, open };
}

it.each([true, false])(
  "a program that is too old keeps the rules it has, says which it needs, and takes them once it is new (key pinned: %s)",
  async (pinned) => {
    const { folder, keeper, open } = await openDesk(pinned);
    const stored = readFileSync(join(folder, "province-rules.json"), "utf8");
    const later = giving(rulesOf(2), sign(rulesOf(2), 20, "0.3.0"));
    expect(await askRules(keeper, later), "it is told on the screen").toBe(true);
    expect(keeper.rules()).toMatchObject({ version: 1, refusal: "program", refused: "0.3.0" });
    expect(keeper.given()?.rules.pack?.version).toBe(1);
    expect(readFileSync(join(folder, "province-rules.json"), "utf8")).toBe(stored);
    expect(await askRules(keeper, later), "the same again is no news").toBe(false);
    const again = await open("0.2.0");
    expect(again.rules()).toMatchObject({ version: 1, proven: pinned });
    const updated = await open("0.3.0");
    expect(await askRules(updated, later)).toBe(true);
    expect(updated.rules()).toMatchObject({ version: 2, refusal: "", refused: "", proven: pinned });
  },
);

it("is told so where it could not read them, and where the province kept them back", async () => {
  const { keeper } = await openDesk();
  const strange = { pack: { ...blankPack, version: 2, weather: "rain" }, terms: [] };
  const signed = sign(strange, 20, "0.3.0");
  await askRules(keeper, giving(strange, signed));
  expect(keeper.rules()).toMatchObject({ version: 1, refusal: "program", refused: "0.3.0" });
  await askRules(keeper, giving(rulesOf(1), sign(rulesOf(1), 21, "0.2.0")));
  expect(keeper.rules()).toMatchObject({ version: 1, refusal: "" });
  const { digest } = { digest: digestOfText(canonicalJson(strange)) };
  const kept: unknown = () => Promise.resolve({ digest, signed });
  await askRules(keeper, { ask: kept as ProvinceWire["ask"] });
  expect(keeper.rules()).toMatchObject({ version: 1, refusal: "program", refused: "0.3.0" });
});

it("goes on as before where no version is named", async () => {
  const { keeper } = await openDesk();
  await askRules(keeper, giving(rulesOf(2), sign(rulesOf(2), 20)));
  expect(keeper.rules()).toMatchObject({ version: 2, refusal: "", proven: true });
});

it.each<[string, SignedPack[]]>([
  ["by another key", withNeeds(sign(rulesOf(2), 20), sign(rulesOf(2), 20, "0.1.0", makeSigningKeys()))],
  [
    "by another key, of a later version",
    withNeeds(sign(rulesOf(2), 20), sign(rulesOf(2), 20, "0.9.0", makeSigningKeys())),
  ],
  ["for another content", withNeeds(sign(rulesOf(2), 20), sign(rulesOf(3), 20, "0.1.0"))],
  ["for another edition", withNeeds(sign(rulesOf(2), 20), sign(rulesOf(2), 19, "0.1.0"))],
  [
    "for a later version",
    sign(rulesOf(2), 20, "0.3.0").map((one) => ({
      ...one,
      needs: { program: "0.1.0", signature: one.needs?.signature ?? "" },
    })),
  ],
])(
  "a need that was signed %s lets no rules in, and shuts none off in the province's name",
  async (_of, signed) => {
    const { keeper } = await openDesk();
    await askRules(keeper, giving(rulesOf(2), signed));
    expect(keeper.rules()).toMatchObject({ version: 1, refusal: "forged", refused: "" });
  },
);

/** Signatures of a content with what others were said to need. */
function withNeeds(signed: SignedPack[], others: SignedPack[]): SignedPack[] {
  return signed.map((one, at) => ({ ...one, ...(others[at]?.needs && { needs: others[at].needs }) }));
}

/** What a part's signature was before it named any need: machines in the field check by it. */
const before = Type.Object({
  name: Type.Enum(["rules", "words", "units"]),
  edition: Type.Integer({ minimum: 1 }),
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  signature: Type.String(),
});

it("is read over by machines that know of no need: the answer is of their form, and its signatures hold", () => {
  for (const one of sign(rulesOf(2), 20, "0.3.0")) {
    expect(Check(before, one)).toBe(true);
    const { name, edition, digest, signature } = one;
    const text = canonicalJson({ name, edition, digest });
    expect(verifyText("pack", text, signature, province.publicKey)).toBe(true);
    expect(digest).toBe(packDigest(rulesOf(2), name));
  }
});
