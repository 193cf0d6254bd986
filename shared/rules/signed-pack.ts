import { type Static, Type } from "typebox";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { Choice } from "#shared/base/schema.ts";
import { signatureTextSchema } from "#shared/keys/key-text.ts";
import type { ProvinceRules } from "./pack.ts";
import { isTooOld, latestOf, programPattern } from "./pack-needs.ts";

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
  /**
   * The least version of the program that understands it, signed with this very content (`needsText`). Provinces of
   * earlier versions name none, and machines of earlier versions read over it.
   */
  needs: Type.Optional(
    Type.Object({ program: Type.String({ pattern: programPattern }), signature: signatureTextSchema }),
  ),
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
function packsFor(signed: readonly SignedPack[], units: "yes" | undefined): SignedPack[] {
  return signed.filter(({ name }) => name !== "units" || units === "yes");
}

/** The least version of the program that understands all that is signed; empty where none is named. */
export function programNeeded(signed: readonly SignedPack[] = []): string {
  return latestOf(signed.flatMap(({ needs }) => (needs ? [needs.program] : [])));
}

/**
 * What whoever asks is told: the rules where its program understands them and it has not got them yet. One that is too old
 * gets none, so that it goes on by those it has: it is told what they need where it knows of that, and else that
 * nothing changed.
 */
export function answerRules<Rules>(
  { known = "", units, needs }: RulesQuestion,
  program: unknown,
  { digest, rules, signed }: { digest: string; rules: Rules; signed?: readonly SignedPack[] | undefined },
): { digest: string; rules?: Rules; signed?: SignedPack[] } {
  const own = signed && { signed: packsFor(signed, units) };
  if (typeof program === "string" && isTooOld(program, programNeeded(signed)))
    return needs === "yes" ? { digest, ...own } : { digest: known };
  return { digest, ...(known === digest ? {} : { rules }), ...own };
}

const applied = Type.Optional(Type.String({ pattern: "^(0|[1-9][0-9]{0,8})$" }));

/**
 * What a machine asks with that knows all parts: what it has, and which pack of rules and amendment of units it applies,
 * 0 where none. Provinces and hubs of earlier versions read over what they do not know.
 */
export const rulesQuestionSchema = Type.Object({
  known: Type.Optional(Type.String({ maxLength: 64 })),
  units: Type.Optional(Type.Literal("yes")),
  /** It knows that packs need a version of the program. */
  needs: Type.Optional(Type.Literal("yes")),
  pack: applied,
  amended: applied,
});

export type RulesQuestion = Static<typeof rulesQuestionSchema>;

/** Which rules and tables of units are in force somewhere: the pack's number and the last amendment's, 0 where none. */
export type RulesEdition = { pack: number; amended: number };

export function editionOf({ pack, units = [] }: Pick<ProvinceRules, "pack" | "units">): RulesEdition {
  return { pack: pack?.version ?? 0, amended: units.at(-1)?.number ?? 0 };
}

/**
 * What a machine says that it applies. One of an earlier version does not say: where it has just what is handed out, it
 * has those numbers, the units alone not where it does not ask for them; else nothing is known.
 */
export function appliedBy(
  { known, units, pack, amended }: RulesQuestion,
  handed: RulesEdition & { digest: string },
): { pack?: number; amended?: number } {
  if (pack !== undefined && amended !== undefined) return { pack: Number(pack), amended: Number(amended) };
  if (known !== handed.digest) return {};
  return { pack: handed.pack, ...(units === "yes" && { amended: handed.amended }) };
}

/** The text that the province signs: with the name, so that no part passes as the other, and with the edition. */
export function packText({ name, edition, digest }: Pick<SignedPack, "name" | "edition" | "digest">): string {
  return canonicalJson({ name, edition, digest });
}

/** The text that the province signs of what a part needs: it holds of this content alone. */
export function needsText(
  { name, edition, digest }: Pick<SignedPack, "name" | "edition" | "digest">,
  program: string,
): string {
  return canonicalJson({ name, edition, digest, program });
}
