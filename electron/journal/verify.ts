import type { DatabaseSync } from "node:sqlite";
import { setImmediate as pause } from "node:timers/promises";
import { chainStart, hashOfLink, sha256 } from "./chain.ts";
import type { Journal } from "./journal.ts";
import { numberIn, textIn } from "./row.ts";

const sliceSize = 500;

/**
 * Walks the whole chain in slices, letting other work pass between them; see `Journal.verify`. Entries written
 * meanwhile are walked too. A tail that was cut off shows by the heads that point beyond it.
 */
export async function verifyChain(database: DatabaseSync): ReturnType<Journal["verify"]> {
  const slice = database.prepare("SELECT * FROM entries WHERE seq > ? ORDER BY seq LIMIT ?");
  let entries = 0;
  let last = 0;
  let previous = chainStart;
  let brokenAt: number | undefined;
  for (;;) {
    const rows = slice.all(last, sliceSize);
    for (const row of rows) {
      entries += 1;
      last = numberIn(row, "seq");
      if (brokenAt !== undefined) continue;
      const hash = hashOfLink(previous, {
        seq: last,
        collection: textIn(row, "collection"),
        id: textIn(row, "id"),
        origin: textIn(row, "origin"),
        device: textIn(row, "device"),
        at: textIn(row, "at"),
        state: sha256(textIn(row, "state")),
      });
      previous = textIn(row, "hash");
      if (last !== entries || hash !== previous) brokenAt = entries;
    }
    if (rows.length < sliceSize) break;
    await pause();
  }
  const furthest = database.prepare("SELECT max(seq) AS seq FROM heads").get()?.["seq"];
  if (brokenAt === undefined && typeof furthest === "number" && furthest > entries) brokenAt = entries + 1;
  return { entries, brokenAt };
}
