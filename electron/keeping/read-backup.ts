import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openSqlite } from "#electron/sqlite/open-sqlite.ts";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { verifyChain } from "#electron/journal/verify.ts";
import { textIn } from "#electron/journal/row.ts";
import { type BackupSet, textOf } from "./backup-set.ts";
import { generationPath, type Manifest, objectListName, readManifest } from "./manifest.ts";
import type { Watch } from "./take-backup.ts";

export type RestoreReport = {
  generation: string;
  madeAt: string;
  records: number;
  entries: number;
  objects: number;
  bytes: number;
  /** Whether the journal's chain holds and ends where the manifest says. */
  chainHolds: boolean;
  /** What is not as the manifest says: names of files, digests of objects; at most a hundred. */
  wrong: string[];
  wrongCount: number;
  /** Objects that were not on the machine when the backup was made. */
  lacking: number;
};

/** Nothing can be restored from it: it has no manifest that can be read. */
export class NoGeneration extends Error {}

/**
 * Writes a generation into an empty folder as a desk's data, and reads every byte of it back from there: databases and
 * objects by their SHA-256, the journal by its chain. Nothing outside of the folder is touched. Objects that are whole
 * in the `present` store are left where they are.
 */
export async function restoreInto(
  set: BackupSet,
  generation: string,
  target: string,
  watch: Watch,
  present?: Pick<ObjectStore, "has" | "read">,
): Promise<RestoreReport> {
  const manifest = await readManifest(set, generation);
  if (!manifest) throw new NoGeneration(generation);
  await mkdir(target, { recursive: true });
  const wrong = openWrong();
  let list: string | undefined;
  for (const { name, digest } of manifest.files) {
    const source = () => set.read(generationPath(generation, name));
    if (name === objectListName) {
      list = await textOf(source()).catch(() => undefined);
      if (list === undefined || sha256(list) !== digest) wrong.note(name);
    } else if (!/^[\w-]+\.(sqlite|json)$/u.test(name)) {
      wrong.note(name);
    } else {
      const path = join(target, name);
      await writeOut(source, path).catch((error: unknown) => expectBroken(error));
      if ((await hashOf(path)) !== digest) wrong.note(name);
    }
  }
  const objects = readList(list ?? "");
  let bytes = 0;
  let done = 0;
  for (const [digest] of objects) {
    watch.signal.throwIfAborted();
    watch.progress((done += 1), objects.length);
    const here = present?.has(digest) === true ? await sizeIfWhole(present.read(digest), digest) : undefined;
    if (here !== undefined) {
      bytes += here;
      continue;
    }
    const path = join(target, "objects", digest.slice(0, 2), digest.slice(2));
    await writeOut(() => set.read(set.objectPath(digest)), path).catch((error: unknown) =>
      expectBroken(error),
    );
    const size = await sizeIfWhole(createReadStream(path), digest);
    if (size === undefined) {
      wrong.note(digest);
      // Whatever lies there is not that object, and must not be taken for it.
      await rm(path, { force: true });
    } else bytes += size;
  }
  const chain = await readChain(join(target, "journal.sqlite"), manifest);
  return {
    ...{ generation, madeAt: manifest.madeAt, entries: chain.entries, records: chain.records },
    ...{ objects: objects.length, bytes, chainHolds: chain.holds, lacking: manifest.lacking },
    ...{ wrong: wrong.some, wrongCount: wrong.count() },
  };
}

/** True where everything the backup holds came back as it went in. */
export function isWhole(report: RestoreReport): boolean {
  return report.chainHolds && report.wrongCount === 0;
}

async function readChain(path: string, manifest: Manifest) {
  const nothing = { holds: false, entries: 0, records: 0 };
  let database: Sqlite | undefined;
  try {
    database = openSqlite(path, { readOnly: true });
    const { entries, brokenAt } = await verifyChain(database);
    const last = database.prepare("SELECT hash FROM entries ORDER BY seq DESC LIMIT 1").get();
    const end = last ? textIn(last, "hash") : "";
    const records = Number(database.prepare("SELECT count(*) AS count FROM heads").get()?.["count"]);
    const asTold = entries === manifest.entries && end === manifest.chainEnd && records === manifest.records;
    return { holds: brokenAt === undefined && asTold, entries, records };
  } catch {
    return nothing;
  } finally {
    database?.close();
  }
}

function readList(text: string): [Digest, number][] {
  return text.split("\n").flatMap((line): [Digest, number][] => {
    const [digest = "", size] = line.split(" ");
    return isDigest(digest) ? [[digest, Number(size)]] : [];
  });
}

async function writeOut(source: () => AsyncIterable<Uint8Array>, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "w", 0o600);
  try {
    for await (const chunk of source()) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A backup that cannot be read is a finding; a disk that cannot be written is not. */
function expectBroken(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EROFS") throw error;
}

async function sizeIfWhole(source: AsyncIterable<Buffer>, digest: Digest): Promise<number | undefined> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch {
    return undefined;
  }
  return hash.digest("hex") === digest ? size : undefined;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch {
    return "";
  }
  return hash.digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const mostNamed = 100;

function openWrong() {
  const some: string[] = [];
  let count = 0;
  return {
    some,
    count: () => count,
    note(name: string) {
      count += 1;
      if (some.length < mostNamed) some.push(name);
    },
  };
}
