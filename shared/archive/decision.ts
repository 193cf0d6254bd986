import { type Static, Type } from "typebox";
import { blockingLacks } from "#shared/archive/check.ts";
import { type Lack, lackCodes } from "#shared/archive/lack.ts";
import { Choice, Count, Text } from "#shared/base/schema.ts";

/** What was accepted: a digest over all content of the batch, and by file, so that what differs can be named. */
export const sealSchema = Type.Object({
  /** SHA-256; empty while the batch is not accepted. */
  digest: Text(64),
  /** The first 32 digits of each file's own. */
  files: Type.Array(Type.Object({ id: Text(40), digest: Text(32) }), { maxItems: 20_000 }),
});

export type Seal = Static<typeof sealSchema>;

export const noSeal: Seal = { digest: "", files: [] };

/** The decision on a batch (đủ, thiếu): the figures of the matrix at that moment, what lacked, and why it may. */
export const decisionSchema = Type.Object({
  figures: Type.Array(
    Type.Object({
      /** One of the stages of the matrix. */
      stage: Text(20),
      files: Count(999_999),
      items: Count(9_999_999),
      pages: Count(99_999_999),
    }),
    { maxItems: 20 },
  ),
  /** Each kind of what lacked, how often, and why it is accepted all the same; too much needs no reason. */
  lacks: Type.Array(Type.Object({ code: Choice(lackCodes), count: Count(9_999_999), why: Text(500) }), {
    maxItems: lackCodes.length,
  }),
  /** Of an acceptance: the digest of what was accepted, and how many records that is. */
  digest: Text(64),
  records: Count(99_999_999),
});

export type Decision = Static<typeof decisionSchema>;

/** Why each kind of what lacks is accepted. */
export type Reasons = Partial<Record<Lack["code"], string>>;

/** Every kind of what lacks, with how often it does, in the order of the codes. */
export function countLacks(lacks: readonly Lack[]): { code: Lack["code"]; count: number }[] {
  return lackCodes
    .map((code) => ({ code, count: lacks.filter((lack) => lack.code === code).length }))
    .filter(({ count }) => count > 0);
}

/** Whether a decision found the batch whole (đủ): nothing lacked, but perhaps something was too much. */
export function isWhole({ lacks }: Pick<Decision, "lacks">): boolean {
  return blockingLacks(lacks).length === 0;
}

/** The reasons of a decision in one text, each once. */
export function reasonsOf(reasons: Reasons): string {
  const said = Object.values(reasons).map((why) => why.normalize("NFC").trim());
  return [...new Set(said)].filter((why) => why !== "").join("; ");
}
