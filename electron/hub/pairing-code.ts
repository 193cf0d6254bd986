import { createHmac, scrypt, timingSafeEqual } from "node:crypto";
import { canonicalJson } from "#shared/base/canonical.ts";
import { makeSpokenCode, readSpokenCode } from "#shared/node/spoken-code.ts";

/** Stretching a code takes about 0.1 s and 32 MB: its 40 bits then outlast the ten minutes it is worth anything. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Groups of four characters in a pairing code. */
const groups = 2;

/** A code to read out to the person at the other machine. */
export function makePairingCode(): string {
  return makeSpokenCode(groups);
}

/** A code as a person typed it, in its one form; nothing where it cannot be one. */
export function readPairingCode(text: string): string | undefined {
  return readSpokenCode(text, groups);
}

/** The key that both who know the code make of it. */
export function stretchCode(code: string, salt: string): Promise<Buffer> {
  const read = readPairingCode(code) ?? "";
  return new Promise((resolve, reject) =>
    scrypt(read, Buffer.from(salt, "base64url"), 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    }),
  );
}

/**
 * What a side says to prove that it knows the code. `pin` names the key at the end of the line as that side sees it: a
 * proof that someone in between hands on names the wrong one.
 */
type Said = { side: "desk" | "hub"; pin: string; nonce: string } & Record<string, string>;

export function proofOf(key: Buffer, said: Said): string {
  return createHmac("sha256", key).update(canonicalJson(said)).digest("base64url");
}

/** True where the proof is that of the same words; takes as long for every other. */
export function isProof(key: Buffer, said: Said, proof: string): boolean {
  const expected = Buffer.from(proofOf(key, said));
  const given = Buffer.from(proof);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
