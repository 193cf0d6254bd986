import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { type Static, Type } from "typebox";

/** A PIN or passphrase as it is kept: scrypt with N = 2 to the power of `cost`, r = 8, p = 1 (base64url). */
export const keptSecretSchema = Type.Object({
  salt: Type.String({ minLength: 22 }),
  hash: Type.String({ minLength: 43 }),
  cost: Type.Integer({ minimum: 10, maximum: 18 }),
});

export type KeptSecret = Static<typeof keptSecretSchema>;

/** About a tenth of a second on an office machine. */
const usualCost = 15;

export async function keepSecret(secret: string, cost = usualCost): Promise<KeptSecret> {
  const salt = randomBytes(16);
  return {
    salt: salt.toString("base64url"),
    hash: (await hash(secret, salt, cost)).toString("base64url"),
    cost,
  };
}

export async function isThatSecret(secret: string, kept: KeptSecret): Promise<boolean> {
  const expected = Buffer.from(kept.hash, "base64url");
  const found = await hash(secret, Buffer.from(kept.salt, "base64url"), kept.cost);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

function hash(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  const n = 2 ** cost;
  return new Promise((resolve, reject) =>
    scrypt(secret, salt, 32, { N: n, r: 8, p: 1, maxmem: 256 * n * 8 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
