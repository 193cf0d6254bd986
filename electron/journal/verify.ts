import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { setImmediate as pause } from "node:timers/promises";
import { chainStart, hashOfLink, sha256 } from "./chain.ts";
import type { Journal } from "./journal.ts";
import { numberIn, textIn } from "./row.ts";

const sliceSize = 500;

/** An entry up to which a chain is known to hold. */
export type ChainPoint = { seq: number; hash: string };

export type ChainWalk = {
  entries: number;
  brokenAt: number | undefined;
  /** The last entry that follows. */
  holdsTo: ChainPoint;
};

/** Walks the whole chain in slices, letting other work pass between them; see `Journal.verify`. */
export async function verifyChain(database: Sqlite): ReturnType<Journal["verify"]> {
  const { entries, brokenAt } = await walkChain(database);
  return { entries, brokenAt };
}

/**
 * Walks the chain on from a point where it was known to hold, or from its beginning. Entries written meanwhile are
 * walked too. A tail that was cut off shows by the heads that point beyond it, or by the point that is gone.
 */
export async function walkChain(
  database: Sqlite,
  options: {
    from?: ChainPoint | undefined;
    signal?: AbortSignal;
    progress?: (done: number, total: number) => void;
  } = {},
): Promise<ChainWalk> {
  const { from, signal, progress } = options;
  const slice = database.prepare("SELECT * FROM entries WHERE seq > ? ORDER BY seq LIMIT ?");
  const total = numberOr(database.prepare("SELECT max(seq) AS seq FROM entries").get()?.["seq"]);
  if (from && from.seq > 0) {
    const known = database.prepare("SELECT hash FROM entries WHERE seq = ?").get(from.seq);
    if (known?.["hash"] !== from.hash) {
      const brokenAt = Math.min(from.seq, total + 1);
      return { entries: total, brokenAt, holdsTo: { seq: 0, hash: chainStart } };
    }
  }
  let holdsTo: ChainPoint = from ?? { seq: 0, hash: chainStart };
  let entries = holdsTo.seq;
  let last = holdsTo.seq;
  let brokenAt: number | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const rows = slice.all(last, sliceSize);
    for (const row of rows) {
      entries += 1;
      last = numberIn(row, "seq");
      if (brokenAt !== undefined) continue;
      const hash = hashOfLink(holdsTo.hash, {
        seq: last,
        collection: textIn(row, "collection"),
        id: textIn(row, "id"),
        origin: textIn(row, "origin"),
        device: textIn(row, "device"),
        at: textIn(row, "at"),
        state: sha256(textIn(row, "state")),
      });
      if (last !== entries || hash !== row["hash"]) brokenAt = entries;
      else holdsTo = { seq: last, hash };
    }
    progress?.(last, Math.max(total, last));
    if (rows.length < sliceSize) break;
    await pause();
  }
  const furthest = numberOr(database.prepare("SELECT max(seq) AS seq FROM heads").get()?.["seq"]);
  if (brokenAt === undefined && furthest > entries) brokenAt = entries + 1;
  return { entries, brokenAt, holdsTo };
}

function numberOr(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
