import { availableParallelism, totalmem } from "node:os";

/** Memory for each worker with its reader, and for all else on the machine, in bytes. */
const perWorker = 400 * 1024 ** 2;
const forOthers = 2 * 1024 ** 3;

/**
 * How many workers a machine can bear. On Linux threads of least priority may use every core, as a person's work comes
 * first there; elsewhere priority belongs to whole processes, and one core is left free.
 */
export function workersFor(machine: { cores: number; memory: number; platform: NodeJS.Platform }): number {
  const cores = machine.platform === "linux" ? machine.cores : machine.cores - 1;
  const room = Math.floor((machine.memory - forOthers) / perWorker);
  return Math.max(1, Math.min(cores, room));
}

export function workersHere(): number {
  return workersFor({ cores: availableParallelism(), memory: totalmem(), platform: process.platform });
}
