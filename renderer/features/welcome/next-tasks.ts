import type { BatchState } from "#shared/archive/batch.ts";
import type { Role } from "#shared/archive/role.ts";

export type TaskName =
  | "startInventory"
  | "makeBatch"
  | "handOver"
  | "fixReturned"
  | "receive"
  | "capture"
  | "check"
  | "watch"
  | "rest"
  | "sample";

/** Something for a person to do now: which, how many it is about, and where it is done. */
export type Task = { name: TaskName; count: number; to: string };

/** What a person of this role does next, the most urgent first; never empty. */
export function nextTasks(role: Role, batches: Readonly<Record<BatchState, number>>, files: number): Task[] {
  const tasks: Task[] = [];
  const add = (name: TaskName, count: number, to: string) => {
    if (count > 0) tasks.push({ name, count, to });
  };
  switch (role) {
    case "commune-preparer":
      add("fixReturned", batches.returned, "/batches");
      add("handOver", batches.draft, "/batches");
      if (files === 0) add("startInventory", 1, "/inventory");
      else if (tasks.length === 0) add("makeBatch", files, "/batches");
      break;
    case "capture-operator":
      add("receive", batches["handed-over"], "/batches");
      add("capture", batches.received + batches.capturing, "/capture");
      break;
    case "district-checker":
      add("check", batches.checking, "/check");
      add("receive", batches["handed-over"], "/batches");
      add("capture", batches.received + batches.capturing, "/capture");
      break;
    case "province-officer":
      add("watch", 1, "/province");
      break;
  }
  if (tasks.length === 0) add("rest", 1, "/batches");
  if (files === 0 && role !== "province-officer") add("sample", 1, "/sample");
  return tasks;
}
