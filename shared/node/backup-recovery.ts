import { createReadStream } from "node:fs";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { keyTextSchema } from "#shared/keys/key-text.ts";
import { EnvelopeFault } from "#shared/node/envelope-fault.ts";
import { readLabel, seal, unseal } from "#shared/node/envelope.ts";
import type { Unlock } from "#shared/node/envelope-locks.ts";
import type { KeyPair } from "#shared/node/keys.ts";
import { makeSpokenCode, readSpokenCode } from "#shared/node/spoken-code.ts";
import { writeWhole } from "#shared/node/write-whole.ts";

/*
 * A sealed set of backups has its key in it a second time, for the day its passphrase is forgotten: sealed for the
 * province. That small file is carried or mailed there; the province seals what is in it for a code, which is told to
 * the person by another way, and the file that comes back lies beside the set. The backups themselves never travel.
 */

/** The key of a set, sealed for the province. */
export const recoveryName = "recovery.sealed";
/** The same as the province gave it back, sealed for a code. */
export const openedName = "recovery.opened";

export const backupKeysSchema = Type.Object({ publicKey: keyTextSchema, privateKey: keyTextSchema });

const label = "mucluc backup recovery 1";
/** Groups of four characters in a code: 80 bits, for the file may be seen on its way. */
const groups = 4;

/** Writes a set's key for the province whose sealing key is given; leaves a file that is for it already. */
export async function keepRecovery(path: string, keys: KeyPair, province: string): Promise<void> {
  if ((await recoverableBy(path)) === province) return;
  const lock = { kind: "key", publicKey: province } as const;
  await writeWhole(path, await gather(seal(textOf(keys), [lock], `${label} ${province}`)));
}

/** The sealing key of the province that a set's key is kept for; empty where there is none, or it cannot be read. */
export async function recoverableBy(path: string): Promise<string> {
  const text = await readLabel(createReadStream(path)).catch(() => "");
  return text.startsWith(`${label} `) ? text.slice(label.length + 1) : "";
}

/** Seals a set's key for a code that is told to a person; answers the code. Rejects as `unseal` does. */
export async function reopenRecovery(from: string, to: string, province: KeyPair): Promise<string> {
  const keys = await readKeys(from, { kind: "key", keys: province });
  const code = makeSpokenCode(groups);
  const lock = { kind: "passphrase", passphrase: readSpokenCode(code, groups) ?? code } as const;
  await writeWhole(to, await gather(seal(textOf(keys), [lock], label)));
  return code;
}

/** The key of a set by the code that the province told; nothing where there is no such file, or it is not the code. */
export async function keysByCode(path: string, typed: string): Promise<KeyPair | undefined> {
  const passphrase = readSpokenCode(typed, groups);
  if (passphrase === undefined) return undefined;
  return readKeys(path, { kind: "passphrase", passphrase }).catch(() => undefined);
}

async function readKeys(path: string, unlock: Unlock): Promise<KeyPair> {
  const bytes = await gather(unseal(createReadStream(path), unlock));
  const keys: unknown = JSON.parse(bytes.toString("utf8"));
  if (!Check(backupKeysSchema, keys)) throw new EnvelopeFault("damaged", "no key of a backup is in it");
  return keys;
}

function textOf({ publicKey, privateKey }: KeyPair): Buffer {
  return Buffer.from(JSON.stringify({ publicKey, privateKey }));
}

async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
