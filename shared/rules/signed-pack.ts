import { type Static, Type } from "typebox";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { Choice } from "#shared/base/schema.ts";
import { signatureTextSchema } from "#shared/keys/key-text.ts";
import type { ProvinceRules } from "./pack.ts";

/** What a province hands out, each part signed by itself: its rules with their profiles, and its lists of words. */
export const packNames = ["rules", "words"] as const;

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
export function packDigest({ pack, stepLists = [], terms }: ProvinceRules, name: PackName): string {
  return digestOfText(canonicalJson(name === "words" ? terms : { pack, stepLists }));
}

/** The text that the province signs: with the name, so that no part passes as the other, and with the edition. */
export function packText({ name, edition, digest }: Omit<SignedPack, "signature">): string {
  return canonicalJson({ name, edition, digest });
}
