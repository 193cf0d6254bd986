import type { DatabaseSync } from "node:sqlite";
import { chainStart, hashOfLink, sha256 } from "./chain.ts";
import type { Journal } from "./journal.ts";
import { numberIn, textIn } from "./row.ts";

/** Walks the whole chain; see `Journal.verify`. A tail that was cut off shows by the heads that point beyond it. */
export function verifyChain(database: DatabaseSync): ReturnType<Journal["verify"]> {
  let entries = 0;
  let previous = chainStart;
  let brokenAt: number | undefined;
  for (const row of database.prepare("SELECT * FROM entries ORDER BY seq").iterate()) {
    entries += 1;
    if (brokenAt !== undefined) continue;
    const hash = hashOfLink(previous, {
      seq: numberIn(row, "seq"),
      collection: textIn(row, "collection"),
      id: textIn(row, "id"),
      origin: textIn(row, "origin"),
      device: textIn(row, "device"),
      at: textIn(row, "at"),
      state: sha256(textIn(row, "state")),
    });
    previous = textIn(row, "hash");
    if (numberIn(row, "seq") !== entries || hash !== previous) brokenAt = entries;
  }
  const furthest = database.prepare("SELECT max(seq) AS seq FROM heads").get()?.["seq"];
  if (brokenAt === undefined && typeof furthest === "number" && furthest > entries) brokenAt = entries + 1;
  return { entries, brokenAt };
}
