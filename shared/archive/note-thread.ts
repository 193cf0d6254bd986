import { isClaim } from "#shared/archive/claim.ts";
import type { Note } from "#shared/archive/note.ts";

/** A note that others may answer, and what was written below it, the first first. */
export type Thread<One extends Threaded = Note> = { head: One; replies: readonly One[] };

type Threaded = Pick<Note, "kind" | "by" | "at" | "mentions" | "solvedAt">;

/** `open`: somebody is asked or called; `settled`: they were; `noted`: nobody was, it is there to be remembered. */
export const threadStands = ["open", "settled", "noted"] as const;

export type ThreadStand = (typeof threadStands)[number];

/** Where a thread stands: questions and wishes are open until settled, and so is whatever calls a person. */
export function standOfThread({ head, replies }: Thread<Threaded>): ThreadStand {
  if (head.solvedAt !== "") return "settled";
  const calls = [head, ...replies].some(({ mentions }) => mentions.length > 0);
  return calls || head.kind === "question" || head.kind === "correction" ? "open" : "noted";
}

/** Whether a thread calls a person by name. */
export function calls({ head, replies }: Thread<Threaded>, person: string): boolean {
  return [head, ...replies].some((note) => isCalled(note, person));
}

/** Whether an open thread waits for a person: another called them by name, and they wrote nothing below since. */
export function waitsFor(thread: Thread<Threaded>, person: string): boolean {
  if (standOfThread(thread) !== "open") return false;
  const notes = [thread.head, ...thread.replies];
  const called = notes.findLastIndex((note) => isCalled(note, person) && !isSamePerson(note.by, person));
  const wrote = notes.findLastIndex(({ by }) => isSamePerson(by, person));
  return called > wrote;
}

/** Whether two names are one person's: letters are compared without their case, never without their marks. */
export function isSamePerson(one: string, other: string): boolean {
  return plainName(one) === plainName(other) && plainName(one) !== "";
}

/** Names as they are called in a note: each once, without who calls. */
export function namesToCall(names: readonly string[], caller: string): string[] {
  const called: string[] = [];
  for (const typed of names) {
    const name = typed.normalize("NFC").trim().replace(/\s+/g, " ").slice(0, 200);
    const known = [caller, ...called].some((one) => isSamePerson(one, name));
    if (name !== "" && !known) called.push(name);
  }
  return called;
}

/** Whether a note is written to be read by people, not to hold a place for work. */
export function isSpoken(note: Note): boolean {
  return note.withdrawn === "" && !isClaim(note);
}

function isCalled({ mentions }: Pick<Note, "mentions">, person: string): boolean {
  return mentions.some((name) => isSamePerson(name, person));
}

function plainName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");
}
