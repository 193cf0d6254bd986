import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ObjectKey } from "#shared/node/sealed-object.ts";

/** A bounded number of files in a folder that several threads share; what does not fit, or is lost, is made again. */
export type RecentFiles = {
  keep(name: string, parts: readonly Uint8Array[]): Promise<void>;
  find(name: string): Promise<Buffer | undefined>;
  /** Gives the room to others: this one will not be asked for again. */
  forget(name: string): Promise<void>;
};

/** A file nobody came for in so many milliseconds makes room. */
const longest = 30 * 60_000;

/** Opens the files in a folder; each thread bounds by `most` what it keeps itself. */
export function openRecentFiles(
  folder: string,
  most: number,
  now: () => number,
  key: () => ObjectKey | undefined,
): RecentFiles {
  const kept = new Map<string, number>();
  const makeRoom = async () => {
    for (const [path, at] of kept) {
      const isGone = (await stat(path).catch(() => undefined)) === undefined;
      if (!isGone && now() - at < longest) continue;
      kept.delete(path);
      if (!isGone) await drop(path);
    }
    return kept.size < most;
  };
  return {
    async keep(name, parts) {
      const path = join(folder, name);
      if (kept.size >= most && !kept.has(path) && !(await makeRoom())) return;
      try {
        const secret = key();
        await writeFile(path, secret ? seal(parts, secret) : parts);
        kept.set(path, now());
      } catch {
        // A full disk: it is made again.
        await drop(path);
      }
    },
    async find(name) {
      const bytes = await readFile(join(folder, name)).catch(() => undefined);
      const secret = key();
      return bytes && secret ? open(bytes, secret) : bytes;
    },
    forget: (name) => drop(join(folder, name)),
  };
}

/** A nonce, the bytes under AES-256-GCM, and their tag. */
function seal(parts: readonly Uint8Array[], key: ObjectKey): Buffer[] {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOfFiles(key), nonce);
  return [nonce, ...parts.map((part) => cipher.update(part)), cipher.final(), cipher.getAuthTag()];
}

/** Nothing where it was not sealed so, or not to the end: it is made again. */
function open(bytes: Buffer, key: ObjectKey): Buffer | undefined {
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", keyOfFiles(key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const plain = decipher.update(bytes.subarray(12, -16));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
}

function keyOfFiles(key: ObjectKey): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", "mucluc recent page 1", 32));
}

/** What cannot be taken away now is emptied out at the next start. */
function drop(path: string): Promise<void> {
  return rm(path, { force: true }).catch(() => undefined);
}
