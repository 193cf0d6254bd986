import { Worker } from "node:worker_threads";
import type { Sealing } from "#shared/node/object-store.ts";
import { clearRecentPages, recentFolder } from "#electron/pipeline/steps/recent-pages.ts";
import type { AnswerMessage, TaskMessage, WorkerSetting } from "./messages.ts";
import { type FailureCode, TaskFailure, type TaskName, type Tasks, type WorkerPool } from "./tasks.ts";

export type PoolOptions = {
  /** How many tasks run at once, each in a thread of its own. */
  size: number;
  objectsFolder: string;
  /** Folder of the bundled resources. */
  resources: string;
  /** How objects lie on the disk, told with each task; plain where it is absent. */
  sealing?: () => Sealing;
  /** Milliseconds after which a task is given up; changed by tests alone. */
  patience?: Partial<Record<TaskName, number>>;
  /** What the threads run; changed by tests alone. */
  workerFile?: URL;
};

const patience: Record<TaskName, number> = {
  inspect: 30_000,
  marks: 120_000,
  importPage: 60_000,
  quality: 60_000,
  ocr: 120_000,
  extract: 120_000,
  pdfa: 120_000,
};

/** Most megabytes of a worker's own objects: past them it ends, alone. Pixels are not among them. */
const mostHeap = 1024;

/** Every page of a TIFF is decoded when it is looked at: this much more is granted for each megabyte. */
const patiencePerMegabyte = 2_000;

/** What a person waits for as it is brought in. */
const urgent: ReadonlySet<TaskName> = new Set(["inspect", "marks"]);

/** A PDF/A of many pages rightly takes longer; this much more is granted for each. */
const patiencePerPage = 1_000;

/** What it means that a task took too long, where that says something about the page. */
const tooSlow: Partial<Record<TaskName, FailureCode>> = {
  inspect: "media-too-slow",
  marks: "media-too-slow",
  importPage: "media-too-slow",
  quality: "media-too-slow",
  ocr: "ocr-timeout",
};

type Waiting = {
  message: TaskMessage;
  resolve: (output: unknown) => void;
  reject: (failure: TaskFailure) => void;
};

type Seat = { worker: Worker; task?: Waiting; watchdog?: NodeJS.Timeout };

/**
 * Opens the worker threads, each started with its first task. A task that takes too long or kills its worker rejects
 * alone; its worker is replaced and the other tasks go on.
 */
export function openWorkerPool(options: PoolOptions): WorkerPool {
  const { objectsFolder, resources } = options;
  const seats: (Seat | undefined)[] = Array.from({ length: Math.max(1, options.size) });
  const queue: Waiting[] = [];
  let isClosed = false;
  clearRecentPages(recentFolder(objectsFolder));

  const seatWorker = (at: number): Seat => {
    const setting: WorkerSetting = { objectsFolder, resources };
    const worker = new Worker(options.workerFile ?? workerFile(), {
      workerData: setting,
      resourceLimits: { maxOldGenerationSizeMb: mostHeap },
    });
    const seat: Seat = { worker };
    const lose = (detail: string) => {
      if (seats[at] === seat) void vacate(at, new TaskFailure("step-failed", detail));
    };
    seat.worker.on("message", (answer: AnswerMessage) => {
      const { task } = seat;
      clearTimeout(seat.watchdog);
      delete seat.task;
      if (answer.ok) task?.resolve(answer.output);
      else task?.reject(failureFrom(answer));
      seat.worker.unref();
      assign();
    });
    seat.worker.on("error", (error) => lose(error instanceof Error ? error.message : String(error)));
    seat.worker.on("exit", (code) => lose(`worker ended with ${code}`));
    seats[at] = seat;
    return seat;
  };

  /** Empties a seat: its task rejects, its worker ends with all it started. */
  const vacate = (at: number, failure: TaskFailure): Promise<unknown> => {
    const seat = seats[at];
    if (!seat) return Promise.resolve();
    seats[at] = undefined;
    clearTimeout(seat.watchdog);
    seat.task?.reject(failure);
    const ended = seat.worker.terminate();
    assign();
    return ended;
  };

  const assign = () => {
    for (let at = 0; at < seats.length && !isClosed; at += 1) {
      if (seats[at]?.task) continue;
      const task = queue.shift();
      if (!task) return;
      const seat = seats[at] ?? seatWorker(at);
      seat.task = task;
      seat.worker.ref();
      seat.watchdog = setTimeout(() => {
        void vacate(at, new TaskFailure(tooSlow[task.message.name] ?? "step-failed", "took too long"));
      }, patienceFor(task.message));
      seat.worker.postMessage({ ...task.message, ...(options.sealing && { sealing: options.sealing() }) });
    }
  };

  const patienceFor = (message: TaskMessage) => {
    const pages = message.name === "pdfa" ? message.input.pages.length : 0;
    const megabytes = message.name === "inspect" ? (message.input.size ?? 0) / 2 ** 20 : 0;
    const least = options.patience?.[message.name] ?? patience[message.name];
    return least + pages * patiencePerPage + megabytes * patiencePerMegabyte;
  };

  const ask =
    <Name extends TaskName>(name: Name) =>
    (input: Tasks[Name]["input"]) =>
      new Promise<Tasks[Name]["output"]>((resolve, reject) => {
        if (isClosed) {
          reject(closing());
          return;
        }
        const message = { name, input } as TaskMessage;
        const task: Waiting = {
          message,
          resolve: (output) => resolve(output as Tasks[Name]["output"]),
          reject,
        };
        // A person waits for what is being brought in; the work on pages goes on behind it.
        const behind = urgent.has(name) ? queue.findIndex((other) => !urgent.has(other.message.name)) : -1;
        if (behind < 0) queue.push(task);
        else queue.splice(behind, 0, task);
        assign();
      });

  return {
    inspect: ask("inspect"),
    marks: ask("marks"),
    importPage: ask("importPage"),
    quality: ask("quality"),
    ocr: ask("ocr"),
    extract: ask("extract"),
    pdfa: ask("pdfa"),
    async close() {
      isClosed = true;
      for (const task of queue.splice(0)) task.reject(closing());
      await Promise.all(seats.map((_, at) => vacate(at, closing())));
      clearRecentPages(recentFolder(objectsFolder));
    },
  };
}

/** The failure as it was thrown in the worker; its cause carries what the disk said. */
function failureFrom(answer: Extract<AnswerMessage, { ok: false }>): TaskFailure {
  const { code, detail, lasting, errno } = answer;
  const cause = errno === undefined ? undefined : Object.assign(new Error(detail), { code: errno });
  return new TaskFailure(code, detail, { lasting, cause });
}

function closing(): TaskFailure {
  return new TaskFailure("step-failed", "the desk is closing", { lasting: false });
}

/** The worker's file: beside this one as source, beside the bundle as bundled. */
function workerFile(): URL {
  const name = import.meta.url.endsWith(".ts") ? "page-worker.ts" : "page-worker.js";
  return new URL(`./${name}`, import.meta.url);
}
