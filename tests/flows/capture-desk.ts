import { randomInt } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Profile } from "#shared/archive/profile.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openCapture } from "#electron/capture/open-capture.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openPipeline } from "#electron/pipeline/open-pipeline.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import { resources } from "#tests/fixtures/resources.ts";

export const operator: Profile = { name: "Lê Thị Quét", role: "capture-operator", scope: "52.550" };

/** The part of a desk that captures, as the desk builds it: real journal, objects, worker threads and queue. */
export async function openCaptureDesk(folder: string, changed: () => void = () => undefined) {
  const now = () => Date.now();
  const objects = await openObjectStore(join(folder, "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now });
  const pool = openWorkerPool({ size: 1, objectsFolder: join(folder, "objects"), resources });
  const emit = (name: string) => {
    if (name === "jobs.changed") changed();
  };
  const pipeline = openPipeline({ units: [], folder, journal, objects, pool, emit, now, tasksAtOnce: 1 });
  const profile = () => operator;
  const capture = openCapture({ folder, journal, objects, pool, now, chance: randomInt, profile });
  return {
    journal,
    objects,
    pipeline,
    capture,
    async close() {
      await pipeline.stop();
      await pool.close();
      capture.close();
      journal.close();
    },
  };
}

/**
 * Run as a program: imports the scans named in its second argument, and those of each line handed in later, works, and
 * writes how many jobs are done.
 */
if (import.meta.filename === process.argv[1]) {
  const [, , folder = "", scans = "[]"] = process.argv;
  const say = () => {
    const { total } = desk.pipeline.handlers["jobs.summary"]({}) as { total: Record<string, number> };
    process.stdout.write(`${JSON.stringify(total)}\n`);
  };
  const desk = await openCaptureDesk(folder, say);
  const bringIn = (list: string) => {
    const objects = JSON.parse(list) as CallInput<"capture.import">["objects"];
    return desk.capture.handlers["capture.import"]({ objects });
  };
  await bringIn(scans);
  desk.pipeline.start();
  createInterface({ input: process.stdin }).on("line", (line) => void bringIn(line));
  // Kept alive by nothing but this: the test ends it.
  setInterval(say, 100);
}
