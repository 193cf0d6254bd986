import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { writeWhole } from "#shared/node/write-whole.ts";

/** The operating system's own keeping of secrets, where the host has it (Electron's safeStorage). */
export type Vault = { encrypt(text: string): Promise<Buffer>; decrypt(sealed: Buffer): Promise<string> };

/** Secrets of this machine by name: the province's token, the device's keys. */
export type Secrets = {
  /** `system`: encrypted by the operating system; `file`: in a file that only its user can read. */
  kind: "system" | "file";
  read(name: string): string | undefined;
  /** Resolves when the secret is safe on disk. */
  write(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
};

const namesSchema = Type.Record(Type.String(), Type.String());
const keptSchema = Type.Object({ system: namesSchema, file: namesSchema });

type Kept = Static<typeof keptSchema>;

/**
 * Opens `secrets.json` in the desk's folder. What stands there unencrypted moves into the vault where there is one;
 * what the vault holds is left alone by a host without it.
 */
export async function openSecrets(folder: string, vault: Vault | undefined): Promise<Secrets> {
  const path = join(folder, "secrets.json");
  const kept = await readKept(path);
  const opened = new Map<string, string>();
  const save = () => writeWhole(path, JSON.stringify(kept, null, 2));
  for (const [name, value] of Object.entries(kept.file)) opened.set(name, value);
  if (vault) {
    for (const [name, sealed] of Object.entries(kept.system)) {
      const value = await tryDecrypt(vault, sealed);
      if (value !== undefined) opened.set(name, value);
    }
    if (Object.keys(kept.file).length > 0) {
      for (const [name, value] of Object.entries(kept.file)) {
        kept.system[name] ??= await seal(vault, value);
      }
      kept.file = {};
      await save();
    }
  }
  return {
    kind: vault ? "system" : "file",
    read: (name) => opened.get(name),
    async write(name, value) {
      if (vault) kept.system[name] = await seal(vault, value);
      else kept.file[name] = value;
      await save();
      opened.set(name, value);
    },
    async remove(name) {
      if (!opened.delete(name)) return;
      kept.file = without(kept.file, name);
      if (vault) kept.system = without(kept.system, name);
      await save();
    },
  };
}

async function seal(vault: Vault, value: string): Promise<string> {
  return (await vault.encrypt(value)).toString("base64");
}

/** A vault of another user or machine does not open: its secret is as if it were not there. */
async function tryDecrypt(vault: Vault, sealed: string): Promise<string | undefined> {
  try {
    return await vault.decrypt(Buffer.from(sealed, "base64"));
  } catch {
    return undefined;
  }
}

function without(names: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(names).filter(([known]) => known !== name));
}

async function readKept(path: string): Promise<Kept> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (Check(keptSchema, value)) return value;
  } catch {
    // None yet, or not to be read: the province lets this machine in anew.
  }
  return { system: {}, file: {} };
}
