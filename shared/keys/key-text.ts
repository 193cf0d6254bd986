import { type Static, Type } from "typebox";
import { digestOfText } from "#shared/base/digest.ts";

/** A key of 32 bytes as text: base64url without padding. */
export const keyTextSchema = Type.String({ pattern: "^[A-Za-z0-9_-]{43}$", minLength: 43, maxLength: 43 });

/** An Ed25519 signature as text. */
export const signatureTextSchema = Type.String({
  pattern: "^[A-Za-z0-9_-]{86}$",
  minLength: 86,
  maxLength: 86,
});

/** The two public keys of a device or a province: one by which it signs, one to which things are sealed for it. */
export const publicKeysSchema = Type.Object({ signing: keyTextSchema, sealing: keyTextSchema });

export type PublicKeys = Static<typeof publicKeysSchema>;

/** What a signature is for; a signature for one purpose is none for another. */
export type SignaturePurpose =
  | "hello"
  | "enrolment"
  | "machine"
  | "pack-needs"
  | "receipt"
  | "parcel"
  | "parcel-receipt"
  | "parcel-arrival"
  | "hub"
  | "pack"
  | "report"
  | "update"
  | "audit";

/** The text that is signed, so that the same words said for another purpose do not verify. */
export function textToSign(purpose: SignaturePurpose, text: string): string {
  return `mucluc ${purpose}\n${text}`;
}

/** A key for two people to compare by eye or by telephone: 64 bits of its SHA-256 in four groups. */
export function keyMark(key: string): string {
  return digestOfText(key).slice(0, 16).match(/.{4}/g)?.join(" ") ?? "";
}
