import { setTimeout as delay } from "node:timers/promises";
import { Check } from "typebox/value";
import type { Uploads } from "#shared/contract/uploads.ts";
import {
  limitOf,
  minutesUntilOpen,
  type UploadPace,
  uploadPaceSchema,
  usualPace,
} from "#shared/rules/upload-pace.ts";
import type { Facts } from "./facts.ts";
import { uploadRanks } from "./upload-queue.ts";

/** What may not go now was met on its way: it waits where it is, and nothing failed. */
export class UploadHeld extends Error {}

/** The pace at which objects go, kept in the sync database; shared by all that are under way. */
export type UploadPacing = {
  read(): Uploads;
  set(pace: UploadPace): void;
  /** The greatest rank that may go now; below all of them where none may. */
  mostRank(): number;
  /** Waits for room for so many bytes of an object. Rejects with `UploadHeld` once it may not go, or the signal ends. */
  pass(rank: number, bytes: number, signal: AbortSignal): Promise<void>;
  /** How many bytes go in one request: about four seconds of the line, so that records never wait long behind them. */
  chunkBytes(): number;
  /** Learns the line's rate from what went in so many milliseconds. */
  learn(bytes: number, milliseconds: number): void;
};

const fact = "uploads:pace";
const nothingGoes = -1;
const [smallestChunk, largestChunk] = [64 * 1024, 5 * 1024 * 1024];
const chunkSeconds = 4;
/** The first requests of a line of unknown rate. */
const firstChunk = 1024 * 1024;
/** While it waits, whether it still may go is looked at so often, in milliseconds. */
const lookAgain = 500;

export function openUploadPacing(parts: {
  facts: Facts;
  now: () => number;
  /** Resolves when no round of records is under way: records go first. */
  recordsFirst: () => Promise<void>;
}): UploadPacing {
  const { facts, now } = parts;
  let pace = readPace(facts.read(fact));
  let nextAt = 0;
  let chunk = firstChunk;

  const limit = () => limitOf(pace, minuteNow(now()));
  const mostRank = () => {
    const held = limit();
    if (held === "none") return uploadRanks.master;
    return held === "metered" ? uploadRanks.words : nothingGoes;
  };
  const check = (rank: number, signal: AbortSignal) => {
    if (signal.aborted || rank > mostRank()) throw new UploadHeld(limit());
  };
  return {
    read() {
      const wait = minutesUntilOpen(pace, minuteNow(now()));
      const held = limit();
      const opensAt = held === "out-of-hours" ? new Date(now() + wait * 60_000).toISOString() : "";
      return { pace, limit: held, opensAt };
    },
    set(wanted) {
      pace = wanted;
      nextAt = 0;
      facts.write(fact, JSON.stringify(wanted));
    },
    mostRank,
    async pass(rank, bytes, signal) {
      check(rank, signal);
      await parts.recordsFirst();
      check(rank, signal);
      const rate = pace.kilobytesPerSecond * 1024;
      if (rate === 0) return;
      const startAt = Math.max(now(), nextAt);
      nextAt = startAt + (bytes / rate) * 1000;
      while (now() < startAt) {
        await delay(Math.min(lookAgain, startAt - now()));
        check(rank, signal);
      }
    },
    chunkBytes() {
      const rate = pace.kilobytesPerSecond * 1024;
      const capped = rate === 0 ? chunk : Math.min(chunk, rate * chunkSeconds);
      return Math.max(smallestChunk, Math.min(largestChunk, Math.round(capped)));
    },
    learn(bytes, milliseconds) {
      const wanted = (bytes / Math.max(1, milliseconds)) * 1000 * chunkSeconds;
      // Never more than twice or less than half at once: one lucky or unlucky request says little.
      chunk = Math.max(smallestChunk, Math.min(largestChunk, chunk * 2, Math.max(chunk / 2, wanted)));
    },
  };
}

function readPace(text: string): UploadPace {
  const value: unknown = text === "" ? undefined : JSON.parse(text);
  return Check(uploadPaceSchema, value) ? value : usualPace;
}

function minuteNow(ms: number): number {
  const date = new Date(ms);
  return date.getHours() * 60 + date.getMinutes();
}
