import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** A thread that has read its workbook to the end: warm, and waiting for another one for a minute. */
let resting: { worker: Worker; memory: number; wake: () => void } | undefined;

const restsFor = 60_000;

/** A thread to read in, of at most `memory` MiB: the one that rests, or a new one. It is the caller's alone. */
export function takeThread(memory: number): Worker {
  const found = resting?.memory === memory ? resting : undefined;
  if (!found) {
    return new Worker(workerFile(), {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 96 },
    });
  }
  found.wake();
  return found.worker;
}

/** Lets a thread rest that has done its work without a fault; it keeps no process alive. One rests at a time. */
export function restThread(worker: Worker, memory: number): void {
  if (resting) void takeThread(resting.memory).terminate();
  const wake = () => {
    clearTimeout(timer);
    worker.off("error", wake).off("exit", wake).ref();
    resting = undefined;
  };
  const end = () => {
    wake();
    void worker.terminate();
  };
  const timer = setTimeout(end, restsFor).unref();
  worker.on("error", wake).on("exit", wake).unref();
  resting = { worker, memory, wake };
}

/** The worker beside this file: its source, or its bundle. */
function workerFile(): URL {
  const here = import.meta.url;
  return new URL(`./workbook-worker${extname(fileURLToPath(here))}`, here);
}
