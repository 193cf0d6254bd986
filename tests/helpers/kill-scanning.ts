import { spawn } from "node:child_process";
import { join } from "node:path";
import { isDigest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openScanLog } from "#electron/scanner/scan-log.ts";
import { sheet, stackSize } from "#tests/flows/scanning-desk.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { seeded } from "#tests/helpers/seeded.ts";

export type KillReport = {
  /** Pages that the desk said were saved, over all lives. */
  said: number;
  /** Of them, those that are not there in the end, in their session, their item or the store. */
  lost: string[];
  /** Pages of the item that are there twice, or that nobody fed. */
  doubled: string[];
  /** Pages that lie elsewhere than between their neighbours of the stack. */
  displaced: string[];
  journalWhole: boolean;
};

const program = join(import.meta.dirname, "..", "flows", "scanning-desk.ts");

/**
 * Kills a scanning desk at random moments of its life, as a power cut does, each time starting it again with the
 * sheets after the last saved one put back into the feeder; then counts what is there.
 */
export async function killScanning(options: {
  folder: string;
  kills: number;
  seed: number;
}): Promise<KillReport> {
  const { folder, kills, seed } = options;
  const chance = seeded(seed);
  const journal = openJournal(folder, { deviceId: "desk", now: () => Date.now() });
  journal.write("files", [sampleFile("file-1", { code: "H05.1" })], "screen");
  journal.write("items", [sampleItem("item-1", { fileId: "file-1" })], "screen");
  journal.close();
  const said = new Set<string>();
  for (let kill = 0; kill < kills; kill += 1) {
    // One in eight dies while it starts; the others in the midst of feeding.
    const early = chance(8) === 0;
    for (const line of await live(folder, early ? chance(400) : 5 + chance(500), early)) said.add(line);
  }
  for (const line of await live(folder, undefined, false)) said.add(line);
  return count(folder, said);
}

/** One life of the desk, until so many milliseconds after its start (`early`) or after it was ready. */
async function live(folder: string, ms: number | undefined, early: boolean): Promise<string[]> {
  const parameters = [program, folder, "item-1", ...(ms === undefined ? ["once"] : [])];
  const child = spawn(process.execPath, parameters, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let text = "";
  const killIn = () => {
    if (ms !== undefined) setTimeout(() => child.kill("SIGKILL"), ms);
  };
  if (early) killIn();
  let ready = early;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    if (ready || !text.includes("ready\n")) return;
    ready = true;
    killIn();
  });
  await ended;
  return text
    .split("\n")
    .slice(0, -1)
    .filter((line) => line.startsWith("saved "));
}

async function count(folder: string, said: ReadonlySet<string>): Promise<KillReport> {
  const objects = await openObjectStore(join(folder, "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now: () => Date.now() });
  const log = openScanLog(folder);
  const pages = journal.children("pages", "item-1").sort((one, other) => one.ordinal - other.ordinal);
  const sessions = log.sessions("", 100_000).reverse();
  const logged = sessions.flatMap(({ id }) => log.pages(id, 500).map((page) => ({ ...page, id })));
  const lines = new Set(logged.map(({ id, ordinal, digest }) => `saved ${id} ${ordinal} ${digest}`));
  const lost = [...said].filter((line) => !lines.has(line));
  for (const { name, digest, place } of logged) {
    const held = pages.filter((page) => page.sourceName === name && page.masterDigest === digest);
    if (held.length !== 1 || place !== "item") lost.push(`${name} ${place} ${held.length}`);
    if (!isDigest(digest) || (await objects.size(digest)) === undefined) lost.push(`${name} ${digest}`);
  }
  const names = pages.map(({ sourceName }) => sourceName);
  const doubled = names.filter((name, at) => names.indexOf(name) !== at);
  if (pages.length !== logged.length) doubled.push(`${pages.length} pages for ${logged.length} taken`);
  const displaced: string[] = [];
  for (const [stack, { id }] of sessions.entries()) {
    for (const { ordinal, digest } of log.pages(id, 500)) {
      const { digest: wanted } = await objects.put(await sheet(stack, ordinal));
      if (ordinal > stackSize || digest !== wanted) displaced.push(`${id} ${ordinal}`);
    }
  }
  const fed = logged.map(({ name }) => name);
  if (names.some((name, at) => name !== fed[at]))
    displaced.push("the item's pages are not in the order of feeding");
  const journalWhole = (await journal.verify()).brokenAt === undefined;
  log.close();
  journal.close();
  return { said: said.size, lost, doubled, displaced, journalWhole };
}
