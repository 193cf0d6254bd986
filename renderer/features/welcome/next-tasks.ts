import type { Batch, BatchState } from "#shared/archive/batch.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";
import { toBatch } from "#renderer/app/addresses.ts";
import { type LackCounts, type LackName, lackNames } from "./lacks.ts";

export type TaskName =
  | "startInventory"
  | LackName
  | "makeBatch"
  | "handOver"
  | "fixReturned"
  | "receive"
  | "capture"
  | "held"
  | "check"
  | "watch"
  | "rest"
  | "sample";

/**
 * A line of the list of things to do: which, how many it is about, the number of its batch ("" where it is about
 * none), where it is done, and whether nothing is left of it.
 */
export type Task = { name: TaskName; count: number; batch: string; to: string; done: boolean };

/** What the list is made of: counts of this machine, and its batches in the order of their numbers. */
export type Standing = {
  files: number;
  held: number;
  lacks: LackCounts;
  batches: readonly Pick<Batch, "id" | "number" | "state">[];
};

type BatchTask = { name: TaskName; states: readonly BatchState[]; to: (batchId: string) => string };

const receive: BatchTask = { name: "receive", states: ["handed-over"], to: toBatch };
const capture: BatchTask = {
  name: "capture",
  states: ["received", "preparing", "capturing"],
  to: (batchId) => `/capture/${batchId}`,
};

const check: BatchTask = {
  name: "check",
  states: ["checking"],
  to: (batchId) => `/check/${batchId}`,
};

/** What each role does with batches, the most urgent first. */
const batchTasks: Record<Role, readonly BatchTask[]> = {
  "commune-preparer": [
    { name: "fixReturned", states: ["returned"], to: toBatch },
    { name: "handOver", states: ["draft"], to: toBatch },
  ],
  sorter: [{ name: "handOver", states: ["draft"], to: toBatch }, receive, capture],
  "capture-operator": [receive, capture],
  checker: [check],
  approver: [check],
  administrator: [],
  "district-checker": [check, receive, capture],
  "province-officer": [],
};

/** Batches of one kind that are named each by itself; more are one line with their count. */
const namedBatches = 3;

/** What a person of this role does next, the most urgent first, then what is done already; never empty. */
export function nextTasks(role: Role, standing: Standing): Task[] {
  const { files, held, batches } = standing;
  const line = (name: TaskName, to: string, count = 1, batch = ""): Task => ({
    name,
    count,
    batch,
    to,
    done: false,
  });
  const ofBatches = batchTasks[role].flatMap(({ name, states, to }) => {
    const there = batches.filter(({ state }) => states.includes(state));
    if (there.length > namedBatches) return [line(name, "/batches", there.length)];
    return there.map(({ id, number }) => line(name, to(id), 1, number));
  });
  const lists = may(role, "list");
  const ofInventory: Task[] = [];
  if (role === "commune-preparer")
    ofInventory.push({ ...line("startInventory", "/inventory", Math.max(files, 1)), done: files > 0 });
  for (const name of lists ? lackNames : []) {
    const lack = standing.lacks[name];
    if (lack && lack.of > 0) ofInventory.push({ ...line(name, lack.to, lack.count), done: lack.count === 0 });
  }
  if (role === "commune-preparer" && files > 0 && batches.length === 0)
    ofInventory.push(line("makeBatch", "/batches", files));
  const ofPages = lists || !may(role, "edit-items") || held === 0 ? [] : [line("held", "/capture", held)];
  const all = role === "province-officer" ? [line("watch", "/province")] : [];
  // A center works on batches first, a commune on its list; a returned batch comes before either.
  const urgent = ofBatches.filter(({ name }) => name === "fixReturned");
  const rest = ofBatches.filter(({ name }) => name !== "fixReturned");
  all.push(
    ...urgent,
    ...(role === "commune-preparer" ? [...ofInventory, ...rest] : [...rest, ...ofPages, ...ofInventory]),
  );
  const open = all.filter(({ done }) => !done);
  if (open.length === 0) open.push(line("rest", "/batches"));
  if (files === 0 && role !== "province-officer") open.push(line("sample", "/sample"));
  return [...open, ...all.filter(({ done }) => done)];
}
