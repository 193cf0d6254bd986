import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from "node:crypto";
import { type Static, Type } from "typebox";
import { keyTextSchema } from "#shared/keys/key-text.ts";
import { EnvelopeFault } from "#shared/node/envelope-fault.ts";
import { agreeSecret, type KeyPair, makeSealingKeys } from "#shared/node/keys.ts";

/** Who may open a sealed file: the holder of a sealing key, or whoever knows a passphrase. */
export type Lock =
  { kind: "key"; publicKey: string } | { kind: "passphrase"; passphrase: string; cost?: number };

export type Unlock = { kind: "key"; keys: KeyPair } | { kind: "passphrase"; passphrase: string };

const wrappedText = Type.String({ pattern: "^[A-Za-z0-9_-]{64}$" });

/** The content key under one lock: 32 bytes and their tag. */
export const wrappedSchema = Type.Union([
  Type.Object({ kind: Type.Literal("key"), publicKey: keyTextSchema, wrapped: wrappedText }),
  Type.Object({
    kind: Type.Literal("passphrase"),
    salt: Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" }),
    /** Of scrypt: N = 2 to this power, r = 8, p = 1. */
    cost: Type.Integer({ minimum: 10, maximum: 18 }),
    wrapped: wrappedText,
  }),
]);

type Locked = { ephemeral: string; locks: Static<typeof wrappedSchema>[] };

/** 2^17 takes about 0.4 s and 128 MB on an office machine: a guess costs as much. */
const usualCost = 17;

export async function lockKey(contentKey: Buffer, locks: readonly Lock[]): Promise<Locked> {
  const ephemeral = makeSealingKeys();
  const wrapped: Locked["locks"] = [];
  for (const lock of locks) {
    if (lock.kind === "key") {
      const key = keyOfAgreement(ephemeral, lock.publicKey, ephemeral.publicKey, lock.publicKey);
      wrapped.push({ kind: "key", publicKey: lock.publicKey, wrapped: wrap(contentKey, key) });
    } else {
      const salt = randomBytes(16);
      const cost = lock.cost ?? usualCost;
      const key = await keyOfPassphrase(lock.passphrase, salt, cost);
      const wrappedKey = wrap(contentKey, key);
      wrapped.push({ kind: "passphrase", salt: salt.toString("base64url"), cost, wrapped: wrappedKey });
    }
  }
  return { ephemeral: ephemeral.publicKey, locks: wrapped };
}

export async function unlockKey(locked: Locked, unlock: Unlock): Promise<Buffer> {
  for (const lock of locked.locks) {
    const key = await keyOf(locked, lock, unlock);
    const contentKey = key && unwrap(lock.wrapped, key);
    if (contentKey) return contentKey;
  }
  throw new EnvelopeFault("not-for-us", "none of the locks is ours");
}

async function keyOf(
  { ephemeral }: Locked,
  lock: Locked["locks"][number],
  unlock: Unlock,
): Promise<Buffer | undefined> {
  if (lock.kind === "key" && unlock.kind === "key") {
    if (lock.publicKey !== unlock.keys.publicKey) return undefined;
    try {
      return keyOfAgreement(unlock.keys, ephemeral, ephemeral, lock.publicKey);
    } catch {
      return undefined;
    }
  }
  if (lock.kind === "passphrase" && unlock.kind === "passphrase")
    return keyOfPassphrase(unlock.passphrase, Buffer.from(lock.salt, "base64url"), lock.cost);
  return undefined;
}

function keyOfAgreement(own: KeyPair, other: string, ephemeral: string, receiver: string): Buffer {
  const salt = Buffer.from(`${ephemeral} ${receiver}`);
  return Buffer.from(hkdfSync("sha256", agreeSecret(own, other), salt, "mucluc envelope 1", 32));
}

/** The same passphrase typed on another keyboard may be composed otherwise: NFKC makes them one. */
function keyOfPassphrase(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const n = 2 ** cost;
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize("NFKC"), salt, 32, { N: n, r: 8, p: 1, maxmem: 256 * n * 8 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** The wrapping key is used this once, so its nonce may be zero. */
function wrap(contentKey: Buffer, key: Buffer): string {
  const cipher = createCipheriv("aes-256-gcm", key, Buffer.alloc(12));
  return Buffer.concat([cipher.update(contentKey), cipher.final(), cipher.getAuthTag()]).toString(
    "base64url",
  );
}

function unwrap(wrapped: string, key: Buffer): Buffer | undefined {
  const bytes = Buffer.from(wrapped, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.alloc(12));
  decipher.setAuthTag(bytes.subarray(32));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()]);
  } catch {
    return undefined;
  }
}
