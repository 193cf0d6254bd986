import type { KeepingStatus, KeepingTask } from "#shared/contract/keeping.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Watch } from "./take-backup.ts";

/** The long work on the health of the data: one piece at a time, told as it goes, stopped when asked. */
export type OneTask = {
  run<Value>(kind: KeepingTask, work: (watch: Watch) => Promise<Value>): Promise<Value>;
  now(): KeepingStatus["task"];
  /** Stops what runs and resolves when it has stopped. */
  cancel(): Promise<void>;
};

/** How often progress is told at most, in milliseconds. */
const tellEvery = 300;

export function openOneTask(changed: () => void): OneTask {
  let current:
    { task: NonNullable<KeepingStatus["task"]>; stop: AbortController; ended: Promise<unknown> } | undefined;
  return {
    async run(kind, work) {
      if (current) throw new DeskFault("keeping-busy", { lasting: false });
      const stop = new AbortController();
      const task = { kind, done: 0, total: 0 };
      let told = 0;
      const progress = (done: number, total: number) => {
        Object.assign(task, { done, total });
        if (performance.now() - told < tellEvery) return;
        told = performance.now();
        changed();
      };
      const working = work({ signal: stop.signal, progress }).catch((error: unknown) => {
        if (stop.signal.aborted) throw new DeskFault("keeping-stopped", { lasting: false, cause: error });
        throw error;
      });
      const ended = working.then(
        () => undefined,
        () => undefined,
      );
      current = { task, stop, ended };
      changed();
      try {
        return await working;
      } finally {
        current = undefined;
        changed();
      }
    },
    now: () => current?.task ?? null,
    async cancel() {
      current?.stop.abort();
      await current?.ended;
    },
  };
}
