import type { Unit } from "#shared/archive/unit.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { retryJob } from "#shared/pipeline/job.ts";
import { planItem } from "#shared/pipeline/plan.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { openJobRows } from "./job-rows.ts";
import { readPageImage } from "./page-image.ts";
import type { StepPool } from "./perform.ts";
import { codeOf } from "./plan-slice.ts";
import { openQueue } from "./queue.ts";
import { clearHold } from "./record-outcome.ts";
import { throttle } from "./throttle.ts";
import { workersHere } from "./worker/pool-size.ts";

export type PipelineParts = {
  /** The desk's folder; the queue keeps `jobs.sqlite` in it. */
  folder: string;
  journal: Journal;
  objects: Pick<ObjectStore, "has" | "size">;
  pool: StepPool;
  units: readonly Unit[];
  emit: Emit;
  /** The wall clock in milliseconds. */
  now: () => number;
  /** How many tasks are given to the pool at once; as many as this machine bears where absent. */
  tasksAtOnce?: number;
};

export type Pipeline = {
  handlers: Pick<
    DeskHandlers,
    "capture.pageImage" | "jobs.summary" | "jobs.held" | "jobs.retry" | "jobs.pause"
  >;
  /** Takes up what is waiting, and what a crash left half done; follows the journal from then on. */
  start(): void;
  /** True while an item's rendition is still to be made of what its records say now. */
  isMaking(itemId: string): boolean;
  /** True while pages are being worked on. */
  isWorking(): boolean;
  /** Ends at once: what runs is waiting again at the next start. */
  stop(): Promise<void>;
};

/** Opens the queue of the work on pages and items; nothing is done before `start`. */
export function openPipeline(parts: PipelineParts): Pipeline {
  const { folder, journal, now } = parts;
  const rows = openJobRows(folder);
  const changed = throttle(() => parts.emit("jobs.changed", {}), 400);
  const queue = openQueue({
    ...parts,
    rows,
    tasksAtOnce: parts.tasksAtOnce ?? workersHere(),
    changed: () => changed.ask(),
  });
  const isPaused = () => rows.fact("paused") === "yes";
  let stopped = false;
  let unfollow = () => {};

  return {
    handlers: {
      "capture.pageImage": ({ pageId }) =>
        readPageImage({ ...parts, outputOf: (id) => rows.get(id)?.output ?? "" }, pageId),
      "jobs.summary": () => ({ ...rows.summary(), paused: isPaused() }),
      "jobs.held": () => rows.held(),
      "jobs.retry"({ id }) {
        const job = rows.get(id);
        if (job?.state !== "held") throw new DeskFault("not-found", { detail: `no held job ${id}` });
        clearHold(journal, job);
        rows.together(() => rows.save(retryJob(job, new Date(now()).toISOString())));
        queue.resume();
        changed.ask();
        return {};
      },
      "jobs.pause"({ paused }) {
        rows.together(() => rows.setFact("paused", paused ? "yes" : "no"));
        if (!paused) queue.resume();
        changed.ask();
        return {};
      },
    },
    start() {
      queue.recover();
      unfollow = journal.onWrite((collection) => {
        if (collection === "pages" || collection === "items" || collection === "files") queue.wake();
      });
      queue.wake();
    },
    isMaking(itemId) {
      const item = journal.read("items", itemId);
      if (!item) return false;
      return planItem(item, journal.children("pages", itemId), codeOf(journal, item), rows) !== undefined;
    },
    isWorking: () => !isPaused() && rows.summary().total.running > 0,
    async stop() {
      if (stopped) return;
      stopped = true;
      unfollow();
      changed.stop();
      await queue.stop();
      rows.close();
    },
  };
}
