import { randomBytes } from "node:crypto";
import { isProof, makePairingCode, proofOf, stretchCode } from "./pairing-code.ts";

/** What a machine says of itself when it asks to be paired. */
export type Asking = {
  deviceId: string;
  name: string;
  person: string;
  scope: string;
  role: string;
  nonce: string;
  proof: string;
};

/** How an attempt ended: with the hub's own proof, or why not. */
export type Attempt = { taken: true; proof: string } | { taken: false; why: "no-code" | "wrong" | "locked" };

/** The one code of the moment: used once, for ten minutes, and for so many tries. */
export type PairingDesk = {
  /** Makes a code that takes the place of any before it. */
  make(): Promise<void>;
  forget(): void;
  /** The salt to stretch a code with; empty while there is no code. */
  salt(): string;
  /** What the hub's own person sees. */
  shown(): { code: string; expiresAt: string; triesLeft: number; locked: boolean };
  /** Counts the try before it looks: answers how it ended. */
  attempt(asking: Asking, pin: string, token: string): Attempt;
};

export const codeLasts = 10 * 60_000;
export const mostTries = 5;

type Code = { text: string; salt: string; key: Buffer; expiresAt: number; triesLeft: number };

export function openPairingDesk(now: () => number): PairingDesk {
  let code: Code | undefined;
  let locked = false;
  const current = () => {
    if (code && code.expiresAt <= now()) code = undefined;
    return code;
  };
  return {
    async make() {
      const text = makePairingCode();
      const salt = randomBytes(16).toString("base64url");
      const key = await stretchCode(text, salt);
      code = { text, salt, key, expiresAt: now() + codeLasts, triesLeft: mostTries };
      locked = false;
    },
    forget() {
      code = undefined;
      locked = false;
    },
    salt: () => current()?.salt ?? "",
    shown() {
      const standing = current();
      return {
        code: standing?.text ?? "",
        expiresAt: standing ? new Date(standing.expiresAt).toISOString() : "",
        triesLeft: standing?.triesLeft ?? 0,
        locked,
      };
    },
    attempt(asking, pin, token) {
      const standing = current();
      if (!standing) return { taken: false, why: locked ? "locked" : "no-code" };
      standing.triesLeft -= 1;
      if (standing.triesLeft <= 0) {
        code = undefined;
        locked = true;
      }
      const { proof, ...words } = asking;
      if (!isProof(standing.key, { ...words, side: "desk", pin }, proof)) {
        return { taken: false, why: locked ? "locked" : "wrong" };
      }
      code = undefined;
      locked = false;
      return {
        taken: true,
        proof: proofOf(standing.key, { side: "hub", pin, nonce: asking.nonce, token }),
      };
    },
  };
}
