import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Check } from "typebox/value";
import { DeskFault } from "#shared/contract/fault.ts";
import { backupKeysSchema, keysByCode, openedName } from "#shared/node/backup-recovery.ts";
import { EnvelopeFault } from "#shared/node/envelope-fault.ts";
import { seal, unseal } from "#shared/node/envelope.ts";
import type { KeyPair } from "#shared/node/keys.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { keyName, textOf } from "./backup-set.ts";

/** Shortest passphrase of anything that is sealed, in characters. */
const leastPassphrase = 10;

export function expectLong(passphrase: string): void {
  if (passphrase.length < leastPassphrase) throw new DeskFault("passphrase-short");
}

/** Writes keys into a folder, sealed for a passphrase. */
export async function keepKeys(
  folder: string,
  { publicKey, privateKey }: KeyPair,
  passphrase: string,
  label: string,
): Promise<void> {
  const text = Buffer.from(JSON.stringify({ publicKey, privateKey }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of seal(text, [{ kind: "passphrase", passphrase }], label)) chunks.push(chunk);
  await writeWhole(join(folder, keyName), Buffer.concat(chunks));
}

/** The keys in a folder, by their passphrase or by the code that the province told for them. */
export async function readKeys(folder: string, passphrase: string): Promise<KeyPair> {
  if (passphrase === "") throw new DeskFault("passphrase-needed", { lasting: false });
  try {
    const stream = unseal(createReadStream(join(folder, keyName)), { kind: "passphrase", passphrase });
    const keys: unknown = JSON.parse(await textOf(stream));
    if (Check(backupKeysSchema, keys)) return keys;
  } catch (error) {
    const byCode = await keysByCode(join(folder, openedName), passphrase);
    if (byCode) return byCode;
    if (error instanceof EnvelopeFault && error.kind === "not-for-us") {
      throw new DeskFault("passphrase-wrong", { lasting: false });
    }
    throw new DeskFault("backup-damaged", { detail: keyName, cause: error });
  }
  throw new DeskFault("backup-damaged", { detail: keyName });
}
