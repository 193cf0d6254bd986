import { type Static, Type } from "typebox";
import type { BatchState } from "#shared/archive/batch.ts";
import type { Item } from "#shared/archive/item.ts";
import { Choice, Count, Text } from "#shared/base/schema.ts";

/**
 * The signature last put on an item's rendition. The signed file is a rendition of its own, which begins with every
 * byte of the one it was put on (`of…`: that one's digest, size and report). It is one field, so that of two edits the
 * later stands whole.
 */
export const signatureSchema = Type.Object({
  /** The signed file; where the item's rendition is another, that was made after the signature and is not signed. */
  digest: Text(64),
  of: Text(64),
  ofSize: Count(4_000_000_000),
  ofReport: Text(64),
  /** PAdES B-B; B-T has the time of an authority too. */
  level: Choice(["b-b", "b-t"]),
  at: Text(30),
  /** Who was at work, and of the certificate that signed: whose it is, its issuer and its number. */
  by: Text(200),
  name: Text(200),
  issuer: Text(200),
  serial: Text(64),
});

export type Signature = Static<typeof signatureSchema>;

type Signable = Pick<Item, "renditionDigest" | "signature">;

/** Whether an item's rendition, as it is now, is signed. */
export function isSigned({ renditionDigest, signature }: Signable): boolean {
  return renditionDigest !== "" && signature?.digest === renditionDigest;
}

/**
 * The item with the rendition that a person accepted: a signature is put on it afterwards, alters nothing of it and is
 * none of its content. What compares an item with what was accepted compares this.
 */
export function withoutSignature(item: Item): Item {
  const { signature, ...bare } = item;
  if (!signature || signature.digest !== item.renditionDigest) return bare;
  const { of, ofSize, ofReport } = signature;
  return { ...bare, renditionDigest: of, renditionSize: ofSize, reportDigest: ofReport };
}

/** Why an item is not signed (now). */
export const unsignables = [
  "not-accepted",
  "gone-on",
  "held",
  "no-rendition",
  "being-made",
  "untouched",
  "signed",
  "away",
] as const;

export type Unsignable = (typeof unsignables)[number];

type Around = {
  /** The state of the batch that the item's file travels in; empty in none. */
  batch: BatchState | "";
  held: boolean;
  /** Whether the rendition is still to be made of what the records say now, and whether it is on this machine. */
  beingMade: boolean;
  here: boolean;
};

/** Why an item may not be signed; `undefined` means that it may. Signed is what was accepted, before it is packed. */
export function refuseSigning(item: Item, around: Around): Unsignable | undefined {
  if (isSigned(item)) return "signed";
  if (item.hold !== "" || around.held) return "held";
  if (["packed", "sent", "acknowledged"].includes(around.batch)) return "gone-on";
  if (around.batch !== "accepted") return "not-accepted";
  if (item.renditionDigest === "") return "no-rendition";
  if (item.renditionKind === "untouched") return "untouched";
  if (around.beingMade) return "being-made";
  return around.here ? undefined : "away";
}
