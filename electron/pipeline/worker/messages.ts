import type { Sealing } from "#shared/node/object-store.ts";
import type { FailureCode, TaskName, Tasks } from "./tasks.ts";

/** What a worker thread is started with. */
export type WorkerSetting = { objectsFolder: string; resources: string };

/** A task on its way to a worker. */
export type TaskMessage = {
  [Name in TaskName]: { name: Name; input: Tasks[Name]["input"]; sealing?: Sealing };
}[TaskName];

/** What comes back: the output of the task, or why there is none; `errno` is the system's name of a disk's fault. */
export type AnswerMessage =
  | { ok: true; output: unknown }
  | { ok: false; code: FailureCode; detail: string; lasting: boolean; errno?: string };
