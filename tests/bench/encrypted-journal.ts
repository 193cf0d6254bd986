import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Checkpoint } from "#shared/replication/messages.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { keyFolder } from "#electron/sqlite/folder-keys.ts";
import { released } from "#electron/sqlite/released.ts";
import { sealDatabases } from "#electron/sealing/seal-databases.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = 20_000;
const batch = 200;
const runs = 5;
const key = "ab".repeat(32);

/**
 * Records appended to an encrypted journal, each batch fsynced, and all of them read, beside the same journal plain;
 * and a plain one encrypted, beside the writing of its records.
 */
export const encryptedJournal: Bench = {
  name: "encrypted-journal",
  async run(say) {
    const times = {
      plain: { append: [] as number[], read: [] as number[] },
      encrypted: { append: [] as number[], read: [] as number[] },
    };
    const encrypting: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { items } = makeRecords(count, 100, 700 + run);
      const kinds = ["plain", "encrypted"] as const;
      for (const kind of run % 2 === 0 ? kinds : kinds.toReversed()) {
        const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
        if (kind === "encrypted") await keyFolder(folder, key);
        const journal = openJournal(folder, { deviceId: "bench", now: () => Date.now() });
        const append = () => {
          for (let at = 0; at < count; at += batch)
            journal.write("items", items.slice(at, at + batch), "screen");
          return undefined;
        };
        times[kind].append.push(await timed(append));
        times[kind].read.push(await timed(() => readAll(journal)));
        journal.close();
        if (kind === "plain") encrypting.push(await timed(() => encrypt(folder)));
        await released();
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
      say(`run ${run + 1} of ${runs}`);
    }
    const { plain, encrypted } = times;
    const middle = { append: median(plain.append), read: median(plain.read) };
    return [
      figure("encrypted-journal-append", "ms", median(encrypted.append), middle.append, { atMost: 1.5 }),
      figure("encrypted-journal-read", "ms", median(encrypted.read), middle.read, { atMost: 3 }),
      figure("encrypt-journal", "ms", median(encrypting), middle.append, { atMost: 3 }),
    ];
  },
};

function readAll(journal: Journal): undefined {
  let checkpoint: Checkpoint | null = null;
  for (let read = 0; read < count;) {
    const page: ReturnType<typeof journal.pull<"items">> = journal.pull("items", checkpoint, batch);
    if (page.documents.length === 0) throw new Error(`${read} of ${count} were read`);
    read += page.documents.length;
    checkpoint = page.checkpoint;
  }
  return undefined;
}

async function encrypt(folder: string): Promise<void> {
  await keyFolder(folder, key);
  const report = (error: unknown) => {
    throw error;
  };
  await sealDatabases(folder, key, { report, progress: () => undefined });
}
