import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { isDigest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { mergeRecords, sameRecord } from "#shared/replication/merge.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { keyFolder } from "#electron/sqlite/folder-keys.ts";
import { type Credentials, openProvinceWire } from "#electron/province/province-wire.ts";
import type { Chance } from "#tests/helpers/seeded.ts";

export type KilledDesk = {
  /** States of records, and objects, that the desk answered for. */
  records: number;
  objects: number;
  /** What is not as it was said: in the journal, the object store, or at the province once all was sent. */
  wrong: string[];
};

type Said = { collection: CollectionName; state: ArchiveRecord };

const program = join(import.meta.dirname, "..", "flows", "writing-desk.ts");

/**
 * Kills a desk at random moments while it writes, stores objects and sends to a province, starts it again in the same
 * folder each time, lets it send the rest in the end, and answers what of all it said is not there.
 */
export async function killDesk(options: {
  folder: string;
  credentials: Credentials;
  provinceObjects: string;
  kills: number;
  chance: Chance;
  /** What its databases are encrypted under; plain where it is empty. */
  key?: string;
}): Promise<KilledDesk> {
  const { folder, credentials, kills, chance } = options;
  if (options.key) await keyFolder(folder, options.key);
  const lines: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // One in eight dies while it starts; the others in the midst of their work.
    const early = chance(8) === 0;
    const line = (text: string, ready: () => void) => {
      lines.push(text);
      ready();
    };
    await live(options, String(kill), line, early ? chance(500) : 50 + chance(700), early);
  }
  await live(options, "last", (text, ready) => text === "equal" && ready(), 0, false);
  return checkSaid(folder, credentials, options.provinceObjects, lines);
}

/** One life of the desk: until so many milliseconds after its start, or after the first it was heard to say. */
async function live(
  { folder, credentials, key = "" }: { folder: string; credentials: Credentials; key?: string },
  life: string,
  line: (text: string, ready: () => void) => void,
  ms: number,
  early: boolean,
): Promise<void> {
  const child = spawn(process.execPath, [program, folder, JSON.stringify(credentials), life, key], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_, signal) => resolve(signal)),
  );
  const kill = () => void rest(ms).then(() => child.kill("SIGKILL"));
  if (early) kill();
  let heard = early;
  // A line that was cut off was not said: only those that ended count.
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = (text + chunk).split("\n");
    text = parts.pop() ?? "";
    for (const part of parts) {
      line(part, () => {
        if (!heard) kill();
        heard = true;
      });
    }
  });
  if ((await ended) !== "SIGKILL") throw new Error(`the desk ended by itself in life ${life}`);
}

async function checkSaid(
  folder: string,
  credentials: Credentials,
  provinceObjects: string,
  lines: readonly string[],
): Promise<KilledDesk> {
  const wrong: string[] = [];
  const said = lines.flatMap((line): Said[] => {
    const [, collection, state] = /^record (\w+) (.*)$/.exec(line) ?? [];
    const name = collectionNames.find((known) => known === collection);
    return name && state !== undefined
      ? [{ collection: name, state: JSON.parse(state) as ArchiveRecord }]
      : [];
  });
  const digests = lines.flatMap((line) => (line.startsWith("object ") ? [line.slice(7)] : []));
  const journal = openJournal(folder, { deviceId: "desk-1", now: () => Date.now() });
  const wire = openProvinceWire(credentials, new AbortController().signal);
  const { brokenAt } = await journal.verify();
  if (brokenAt !== undefined) wrong.push(`the chain breaks at ${brokenAt}`);
  for (const name of collectionNames) {
    const [here, there] = [journal.digest(name), await wire.digest(name)];
    if (here.digest !== there.digest || here.count !== there.count) wrong.push(`${name} differ`);
  }
  // The journal is equal to the province, so what it holds is held there.
  for (const { collection, state } of said) {
    const held = journal.read(collection, state.id) as ArchiveRecord | undefined;
    if (!held || !sameRecord(mergeRecords(held, state), held)) wrong.push(`${collection} ${state.id}`);
  }
  const named = new Set(said.map(({ state }): unknown => Reflect.get(state, "renditionDigest")));
  const objects = await openObjectStore(join(folder, "objects"), { sweep: false });
  const there = await openObjectStore(provinceObjects, { sweep: false });
  for (const digest of digests) {
    if (!isDigest(digest)) throw new Error(digest);
    if (!(await isWhole(objects.path(digest), digest))) wrong.push(`object ${digest} here`);
    // An object whose record was not said may never have been named, and so not been sent.
    if (!named.has(digest)) continue;
    if (!(await isWhole(there.path(digest), digest))) wrong.push(`object ${digest} at the province`);
    if (!(await wire.receipt(digest))) wrong.push(`receipt of ${digest}`);
  }
  journal.close();
  return { records: said.length, objects: digests.length, wrong };
}

async function isWhole(path: string, digest: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes !== undefined && createHash("sha256").update(bytes).digest("hex") === digest;
}
