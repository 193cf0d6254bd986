import { createHash, createHmac, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import type { Digest } from "#shared/base/digest.ts";
import { seal, unseal } from "#shared/node/envelope.ts";
import type { KeyPair } from "#shared/node/keys.ts";
import { patiently } from "#shared/node/patiently.ts";
import { writeWhole } from "#shared/node/write-whole.ts";

/** What a folder of backups says of itself. Its presence is how the right disk is known. */
const markSchema = Type.Object({
  format: Type.Literal(1),
  id: Type.String({ minLength: 1 }),
  deviceId: Type.String(),
  /** The key that everything is sealed for; empty where the backups are not sealed. */
  publicKey: Type.String(),
});

export type BackupMark = Static<typeof markSchema>;

/** Bytes of which is known what they are: their SHA-256 and how many. */
export type Written = { digest: string; size: number };

/** A folder of backups: objects shared by all generations, and for each generation its databases and its manifest. */
export type BackupSet = {
  folder: string;
  mark: BackupMark;
  /** Where an object is in the set. */
  objectPath(digest: Digest): string;
  has(path: string): Promise<boolean>;
  /** Writes a file as a whole, sealed where the set is; answers for its bytes before sealing. */
  write(path: string, source: Uint8Array | AsyncIterable<Uint8Array>, expected?: Digest): Promise<Written>;
  read(path: string): AsyncIterable<Uint8Array>;
  /** Names of the generations that were finished, oldest first. */
  generations(): Promise<string[]>;
  dropGeneration(name: string): Promise<void>;
};

const markName = "mucluc-backup.json";
export const manifestName = "manifest.json";
export const keyName = "key.sealed";

/** The bytes were not those of the digest they were to have: nothing was written. */
export class NotThoseBytes extends Error {}

export async function readMark(folder: string): Promise<BackupMark | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, markName), "utf8"));
    return Check(markSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export async function writeMark(folder: string, mark: BackupMark): Promise<void> {
  await writeWhole(join(folder, markName), JSON.stringify(mark, null, 2));
}

/** Opens a set whose mark was read. A sealed one can be written without `keys`, but neither read nor added to twice. */
export function openBackupSet(folder: string, mark: BackupMark, keys?: KeyPair): BackupSet {
  const at = (path: string) => join(folder, ...path.split("/"));
  const sealed = mark.publicKey !== "";
  const nameOf = (digest: Digest) =>
    sealed
      ? createHmac("sha256", keys?.privateKey ?? "")
          .update(digest)
          .digest("hex")
      : digest;
  return {
    folder,
    mark,
    objectPath(digest) {
      const name = nameOf(digest);
      return `objects/${name.slice(0, 2)}/${name.slice(2)}`;
    },
    has: async (path) => ((await stat(at(path)).catch(() => undefined))?.size ?? 0) > 0,
    async write(path, source, expected) {
      const target = at(path);
      const partial = `${target}.${randomBytes(6).toString("hex")}.part`;
      const hash = createHash("sha256");
      let size = 0;
      async function* counted() {
        for await (const chunk of source instanceof Uint8Array ? [source] : source) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      }
      await mkdir(dirname(target), { recursive: true });
      try {
        const handle = await open(partial, "wx", 0o600);
        try {
          const bytes = sealed
            ? seal(counted(), [{ kind: "key", publicKey: mark.publicKey }], path)
            : counted();
          for await (const chunk of bytes) await handle.writeFile(chunk);
          await handle.sync();
        } finally {
          await handle.close();
        }
        const digest = hash.digest("hex");
        if (expected !== undefined && digest !== expected) throw new NotThoseBytes(expected);
        await patiently(() => rename(partial, target));
        return { digest, size };
      } finally {
        await rm(partial, { force: true });
      }
    },
    read(path) {
      const stream = createReadStream(at(path));
      if (!sealed) return stream;
      if (!keys) throw new Error("a sealed set is read with its keys");
      return unseal(stream, { kind: "key", keys });
    },
    async generations() {
      const names = await readdir(join(folder, "generations")).catch(() => []);
      const whole: string[] = [];
      for (const name of names.sort()) {
        const manifest = join(folder, "generations", name, manifestName);
        if (await stat(manifest).catch(() => undefined)) whole.push(name);
      }
      return whole;
    },
    async dropGeneration(name) {
      const folderOf = join(folder, "generations", name);
      // Without its manifest it is no generation any more, however far the rest of this comes.
      await rm(join(folderOf, manifestName), { force: true });
      await patiently(() => rm(folderOf, { recursive: true, force: true }));
    },
  };
}

/** All bytes of a stream as one text. */
export async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
