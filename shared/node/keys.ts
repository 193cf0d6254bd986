import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from "node:crypto";
import { type SignaturePurpose, textToSign } from "#shared/keys/key-text.ts";

/** A key pair as texts of 32 bytes each (base64url); the private one leaves its machine never. */
export type KeyPair = { publicKey: string; privateKey: string };

type Curve = "Ed25519" | "X25519";

/** A pair to sign with. */
export function makeSigningKeys(): KeyPair {
  return pairOf(generateKeyPairSync("ed25519").privateKey);
}

/** A pair that others seal things for. */
export function makeSealingKeys(): KeyPair {
  return pairOf(generateKeyPairSync("x25519").privateKey);
}

/** Signs a text (Ed25519) for one purpose. */
export function signText(purpose: SignaturePurpose, text: string, keys: KeyPair): string {
  return signBytes(null, Buffer.from(textToSign(purpose, text)), privateOf("Ed25519", keys)).toString(
    "base64url",
  );
}

/** True where the holder of the key signed this text for this purpose; false for anything that is no key. */
export function verifyText(
  purpose: SignaturePurpose,
  text: string,
  signature: string,
  publicKey: string,
): boolean {
  try {
    return verifyBytes(
      null,
      Buffer.from(textToSign(purpose, text)),
      publicOf("Ed25519", publicKey),
      Buffer.from(signature, "base64url"),
    );
  } catch {
    return false;
  }
}

/** The secret that two holders share (X25519): of one's own pair and the other's public key. */
export function agreeSecret(own: KeyPair, other: string): Buffer {
  return diffieHellman({ privateKey: privateOf("X25519", own), publicKey: publicOf("X25519", other) });
}

function pairOf(key: KeyObject): KeyPair {
  const { x, d } = key.export({ format: "jwk" });
  if (typeof x !== "string" || typeof d !== "string") throw new Error("the key has no text");
  return { publicKey: x, privateKey: d };
}

function privateOf(crv: Curve, { publicKey, privateKey }: KeyPair): KeyObject {
  return createPrivateKey({ key: { kty: "OKP", crv, x: publicKey, d: privateKey }, format: "jwk" });
}

function publicOf(crv: Curve, publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv, x: publicKey }, format: "jwk" });
}
