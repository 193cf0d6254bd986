import { type Static, Type } from "typebox";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { Choice } from "#shared/base/schema.ts";
import { signatureTextSchema } from "#shared/keys/key-text.ts";
import type { ProvinceRules } from "./pack.ts";

/**
 * What a province hands out, each part signed by itself: its rules with their profiles, its lists of words, and its
 * amendments of the tables of units.
 */
export const packNames = ["rules", "words", "units"] as const;

export type PackName = (typeof packNames)[number];

/** The province's signed word that a part of this name has this content since this edition. */
export const signedPackSchema = Type.Object({
  name: Choice(packNames),
  /** Grows with each change of the content and each start of the province; its milliseconds where clocks are right. */
  edition: Type.Integer({ minimum: 1 }),
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  signature: signatureTextSchema,
});

export type SignedPack = Static<typeof signedPackSchema>;

/** The SHA-256 of the canonical JSON of one part of what is handed out. */
export function packDigest(
  { pack, stepLists = [], terms, units = [] }: ProvinceRules,
  name: PackName,
): string {
  const content = { rules: { pack, stepLists }, words: terms, units }[name];
  return digestOfText(canonicalJson(content));
}

/**
 * The signatures that whoever asks can read: machines of earlier versions know of two parts, and refuse an answer with
 * more. They carry the third without applying it.
 */
export function packsFor(signed: readonly SignedPack[], units: "yes" | undefined): SignedPack[] {
  return signed.filter(({ name }) => name !== "units" || units === "yes");
}

/** What a machine asks with that knows all parts; provinces and hubs of earlier versions read it over. */
export const rulesQuestionSchema = Type.Object({
  known: Type.Optional(Type.String({ maxLength: 64 })),
  units: Type.Optional(Type.Literal("yes")),
});

/** The text that the province signs: with the name, so that no part passes as the other, and with the edition. */
export function packText({ name, edition, digest }: Omit<SignedPack, "signature">): string {
  return canonicalJson({ name, edition, digest });
}
