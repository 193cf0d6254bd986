import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { ProvinceKeys } from "#province/access/keys.ts";

/**
 * Seals secrets of the portal's people under a key that is made of the province's own: who has a copy of the database
 * alone reads none. Each is bound to its person, so that no row passes for another's.
 */
export function sealerOf(keys: Pick<ProvinceKeys, "sealing">): Sealer {
  const derive = (use: string) =>
    Buffer.from(hkdfSync("sha256", keys.sealing.privateKey, "", `mucluc portal ${use}`, 32));
  const [sealing, marking] = [derive("secrets"), derive("recovery codes")];
  return {
    seal(secret, person) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, iv).setAAD(Buffer.from(person));
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(text, person) {
      const bytes = Buffer.from(text, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, 12), { authTagLength: 16 })
        .setAAD(Buffer.from(person))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
    mark: (code, person) => createHmac("sha256", marking).update(`${person}\n${code}`).digest("base64url"),
  };
}

export type Sealer = {
  seal(secret: Uint8Array, person: string): string;
  /** Throws on what was not sealed for this person by this province. */
  open(text: string, person: string): Buffer;
  /** How a recovery code is kept: it can be recognized, not read. */
  mark(code: string, person: string): string;
};
