import { appendFileSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { describeError } from "./describe-error.ts";

/**
 * The desk's memory of what went wrong: one line of JSON for each fault, with its time, code and the call in which it
 * came. Messages, titles, names and ids are not in it. It is of the machine: a restore leaves it alone.
 */
export type ErrorLog = {
  /** Notes a fault of a call, or of the desk's own work where `call` is empty; never throws. */
  note(call: string, error: unknown): void;
  /** All that is kept, the oldest first. */
  read(): string;
};

const logName = "errors.jsonl";
const formerName = "errors-former.jsonl";
/** When the log is put aside for a new one, in bytes: with the former one twice as much is kept at most. */
const usualLimit = 128 * 1024;
/** The same fault is noted once within this time, in milliseconds: screens ask again. */
const sameWithin = 60_000;
const remembered = 200;

export function openErrorLog(folder: string, now: () => number, limit = usualLimit): ErrorLog {
  const path = join(folder, logName);
  const former = join(folder, formerName);
  const noted = new Map<string, number>();

  const isNew = (line: string) => {
    const at = noted.get(line);
    if (at !== undefined && Math.abs(now() - at) < sameWithin) return false;
    if (noted.size >= remembered) noted.clear();
    noted.set(line, now());
    return true;
  };
  return {
    note(call, error) {
      const described = describeError(error);
      if (!isNew(JSON.stringify([call, described]))) return;
      const line = JSON.stringify({ time: new Date(now()).toISOString(), call, ...described });
      try {
        if (sizeOf(path) + line.length > limit) renameSync(path, former);
        appendFileSync(path, `${line}\n`);
      } catch {
        // A full disk is told of elsewhere; what was to be noted must not fail the work once more.
      }
    },
    read: () => textOf(former) + textOf(path),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function textOf(path: string): string {
  return sizeOf(path) === 0 ? "" : readFileSync(path, "utf8");
}
