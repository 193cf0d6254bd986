import { Worker } from "node:worker_threads";
import { Refused } from "#province/routes/typed.ts";
import type {
  DrawnPage,
  PageAnswer,
  PageLevels,
  PageSetting,
  PageTask,
  ReadPage,
  TileMark,
} from "./messages.ts";

/** A page is given up after this: a hostile file must not keep the others waiting. */
const patience = 20_000;
const mostWaiting = 200;
const mostHeap = 768;

type Waiting = { task: PageTask; resolve: (answer: PageAnswer) => void; reject: (fault: unknown) => void };

/** Draws and reads pages of PDFs, one after the other in a thread of its own, begun with the first. */
export type PageDesk = {
  draw(task: Omit<Extract<PageTask, { kind: "draw" }>, "kind">): Promise<DrawnPage>;
  read(task: Omit<Extract<PageTask, { kind: "read" }>, "kind">): Promise<ReadPage>;
  levels(task: Omit<Extract<PageTask, { kind: "levels" }>, "kind">): Promise<PageLevels>;
  mark(task: Omit<Extract<PageTask, { kind: "mark" }>, "kind">): Promise<TileMark>;
  close(): Promise<void>;
};

/** A page that cannot be drawn rejects alone, as `Refused`; what takes too long, or kills the thread, likewise. */
export function openPageDesk(
  setting: PageSetting,
  options: { workerFile?: URL; patience?: number; mostWaiting?: number } = {},
): PageDesk {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let current: { waiting: Waiting; watchdog: NodeJS.Timeout } | undefined;
  let isClosed = false;

  const settle = (answer: PageAnswer) => {
    if (!current) return;
    clearTimeout(current.watchdog);
    const { waiting } = current;
    current = undefined;
    waiting.resolve(answer);
    next();
  };
  const lose = (lost: Worker, detail: string) => {
    if (worker !== lost) return;
    worker = undefined;
    void lost.terminate();
    settle({ kind: "failed", code: "unreadable", detail });
  };
  const seated = (): Worker => {
    if (worker) return worker;
    const started = new Worker(options.workerFile ?? workerFile(), {
      workerData: setting,
      resourceLimits: { maxOldGenerationSizeMb: mostHeap },
    });
    started.on("message", (answer: PageAnswer) => {
      if (worker === started) settle(answer);
    });
    started.on("error", (error) => lose(started, error instanceof Error ? error.message : String(error)));
    started.on("exit", (code) => lose(started, `ended with ${code}`));
    // What nobody waits for keeps no process alive.
    started.unref();
    worker = started;
    return started;
  };
  const next = () => {
    const waiting = current ? undefined : queue.shift();
    if (!waiting) return;
    const at = seated();
    const watchdog = setTimeout(() => lose(at, "it took too long"), options.patience ?? patience);
    current = { waiting, watchdog };
    at.postMessage(waiting.task);
  };
  const ask = async (task: PageTask): Promise<Exclude<PageAnswer, { kind: "failed" }>> => {
    if (isClosed || queue.length >= (options.mostWaiting ?? mostWaiting))
      throw new Refused(503, "busy", "too many pages are waited for");
    const answer = await new Promise<PageAnswer>((resolve, reject) => {
      queue.push({ task, resolve, reject });
      next();
    });
    if (answer.kind !== "failed") return answer;
    throw new Refused(answer.code === "unreadable" ? 422 : 404, answer.code, answer.detail);
  };
  return {
    async draw(task) {
      const answer = await ask({ kind: "draw", ...task });
      if (answer.kind !== "drawn") throw new Error("another answer than was asked for");
      return answer.drawn;
    },
    async read(task) {
      const answer = await ask({ kind: "read", ...task });
      if (answer.kind !== "read") throw new Error("another answer than was asked for");
      return answer.read;
    },
    async levels(task) {
      const answer = await ask({ kind: "levels", ...task });
      if (answer.kind !== "levels") throw new Error("another answer than was asked for");
      return answer.levels;
    },
    async mark(task) {
      const answer = await ask({ kind: "mark", ...task });
      if (answer.kind !== "mark") throw new Error("another answer than was asked for");
      return answer.mark;
    },
    async close() {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(new Refused(503, "busy", "the province is closing"));
      const ending = worker;
      worker = undefined;
      if (current) clearTimeout(current.watchdog);
      current?.waiting.reject(new Refused(503, "busy", "the province is closing"));
      current = undefined;
      await ending?.terminate();
    },
  };
}

/** Beside the bundle (`out/main`), or the source. */
function workerFile(): URL {
  return import.meta.url.endsWith(".ts")
    ? new URL("page-worker.ts", import.meta.url)
    : new URL("province-page-worker.js", import.meta.url);
}
