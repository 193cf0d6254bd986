import { randomBytes } from "node:crypto";
import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { mkdir } from "node:fs/promises";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { canonicalJson } from "#shared/base/canonical.ts";
import { keyTextSchema, type PublicKeys } from "#shared/keys/key-text.ts";
import { makeSealingKeys, makeSigningKeys } from "#shared/node/keys.ts";

const pairSchema = Type.Object({ publicKey: keyTextSchema, privateKey: keyTextSchema });

/** The province's own keys: it signs receipts and enrolments, and opens what is sealed for it (parcels, backups). */
const keysSchema = Type.Object({ signing: pairSchema, sealing: pairSchema });

export type ProvinceKeys = Static<typeof keysSchema>;

export const keysFileName = "province-keys.json";

/**
 * The keys in a folder, made at the first start, readable by the province's user alone. Throws where a file is there
 * and cannot be read: with new keys every machine would take the province for another.
 */
export async function openProvinceKeys(folder: string): Promise<ProvinceKeys> {
  const path = join(folder, keysFileName);
  const known = await readKeys(path);
  if (known) return known;
  await mkdir(folder, { recursive: true });
  const partial = `${path}.${randomBytes(6).toString("hex")}`;
  const made: ProvinceKeys = { signing: makeSigningKeys(), sealing: makeSealingKeys() };
  try {
    const handle = await open(partial, "wx", 0o600);
    try {
      await handle.writeFile(JSON.stringify(made, null, 2));
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Of two processes that start for the first time at once, the first one's keys stand.
    await link(partial, path).catch((error: unknown) => {
      if (!isExisting(error)) throw error;
    });
  } finally {
    await rm(partial, { force: true });
  }
  return (await readKeys(path)) ?? made;
}

/** Whether these very keys can be read in a folder; makes none. */
export async function areKept(folder: string, keys: ProvinceKeys): Promise<boolean> {
  const kept = await readKeys(join(folder, keysFileName));
  return kept !== undefined && canonicalJson(kept) === canonicalJson(keys);
}

export function publicKeysOf({ signing, sealing }: ProvinceKeys): PublicKeys {
  return { signing: signing.publicKey, sealing: sealing.publicKey };
}

async function readKeys(path: string): Promise<ProvinceKeys | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const value: unknown = parse(text);
  if (Check(keysSchema, value)) return value;
  throw new Error(
    `${path} holds no keys of a province: put it back from a copy, new ones would be another's`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
