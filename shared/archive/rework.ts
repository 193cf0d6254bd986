import type { BatchState } from "#shared/archive/batch.ts";
import type { Note, Station } from "#shared/archive/note.ts";
import { type Act, may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

/** Whether a note sends something of a batch back to an earlier station: a rework. */
export function isRework(note: Note): note is Note & { station: Station } {
  return note.kind === "correction" && note.subject === "batches" && note.station !== undefined;
}

/** Whether it stands against the acceptance of its batch: until a checker closes it, whatever the station answered. */
export function isOpenRework(note: Note): boolean {
  return note.withdrawn === "" && note.solvedAt === "" && note.answers === "" && isRework(note);
}

/** Whose turn it is: the station's, the checker's, or nobody's any more. */
export type ReworkStand = "open" | "answered" | "closed";

/** Where a rework stands, by what was written below it, the first first. */
export function standOfRework(head: Note, replies: readonly Note[]): ReworkStand {
  if (!isOpenRework(head)) return "closed";
  return replies.at(-1)?.outcome === undefined ? "open" : "answered";
}

/** What a person does who mends at a station. */
const stationActs: Record<Station, Act> = {
  indexing: "list",
  capture: "capture",
  quality: "judge-pages",
  reading: "edit-items",
};

/** Whether a person of this role works at a station. */
export function worksAt(role: Role, station: Station): boolean {
  return may(role, stationActs[station]);
}

/** The states in which what is in a batch is checked, and so sent back. */
const checked: readonly BatchState[] = ["capturing", "checking"];

export const reworkRefusals = [
  "not-your-role",
  "batch-not-open",
  "not-open",
  "not-answered",
  "own-work",
] as const;

export type ReworkRefusal = (typeof reworkRefusals)[number];

/** Whether a person of this role may send something of a batch back; `undefined` means yes. */
export function refuseSendingBack(state: BatchState, role: Role): ReworkRefusal | undefined {
  if (!may(role, "send-back")) return "not-your-role";
  return checked.includes(state) ? undefined : "batch-not-open";
}

/** Whether a person may answer a rework for its station. */
export function refuseAnswer(head: Note, replies: readonly Note[], role: Role): ReworkRefusal | undefined {
  if (!isRework(head) || !worksAt(role, head.station)) return "not-your-role";
  return standOfRework(head, replies) === "open" ? undefined : "not-open";
}

/** Whether a person may close a rework: it was answered, and not by themselves. */
export function refuseClosing(
  head: Note,
  replies: readonly Note[],
  { name, role }: { name: string; role: Role },
): ReworkRefusal | undefined {
  if (!may(role, "send-back")) return "not-your-role";
  const stand = standOfRework(head, replies);
  if (stand !== "answered") return stand === "open" ? "not-answered" : "not-open";
  return replies.at(-1)?.by === name ? "own-work" : undefined;
}
