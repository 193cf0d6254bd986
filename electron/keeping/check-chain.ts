import { join } from "node:path";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { Type } from "typebox";
import type { ChainReport } from "#shared/contract/keeping.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { openAt } from "#electron/journal/databases-open.ts";
import { isDamaged } from "#electron/journal/damage.ts";
import { type ChainPoint, walkChain } from "#electron/journal/verify.ts";
import type { Notes } from "./keeping-database.ts";
import type { Watch } from "./take-backup.ts";

/** What is known of the chain: kept apart from the journal, so that a cut tail shows even where nothing points to it. */
const knownSchema = Type.Object({
  /** The furthest entry up to which it once held: it may never be gone, nor another. */
  seq: Type.Integer(),
  hash: Type.String(),
  entries: Type.Integer(),
  brokenAt: Type.Union([Type.Integer(), Type.Null()]),
  at: Type.String(),
  wholeAt: Type.String(),
});

const noteName = "chain";

export function knownChain(notes: Notes): ChainReport | null {
  const known = notes.read(noteName, knownSchema);
  if (!known) return null;
  const { entries, brokenAt, at, wholeAt } = known;
  return { entries, brokenAt, at, wholeAt };
}

/** Another journal is in place: what was known of the former one says nothing of it. */
export function forgetChain(notes: Notes): void {
  notes.write(noteName, null);
}

/**
 * Reads the chain on from where it is known to hold, or as a whole, and notes what was found. A damaged page of the
 * file, met while reading, is a break after the last entry that was read.
 */
export async function checkChain(
  desk: { folder: string; notes: Notes; now: () => number },
  watch: Watch,
  how: "on" | "whole",
): Promise<ChainReport> {
  const { folder, notes } = desk;
  const database = openAt(join(folder, "journal.sqlite"));
  if (!database) throw new DeskFault("journal-damaged", { lasting: false });
  const known = notes.read(noteName, knownSchema);
  const from = how === "on" && known?.brokenAt === null ? { seq: known.seq, hash: known.hash } : undefined;
  let reached = from?.seq ?? 0;
  const progress = (done: number, total: number) => {
    reached = done;
    watch.progress(done, total);
  };
  const at = new Date(desk.now()).toISOString();
  const report: ChainReport = { entries: 0, brokenAt: null, at, wholeAt: from ? (known?.wholeAt ?? "") : at };
  let { seq, hash } = known ?? { seq: 0, hash: "" };
  try {
    const walk = await walkChain(database, { from, signal: watch.signal, progress });
    report.entries = walk.entries;
    report.brokenAt = walk.brokenAt ?? firstLacking(database, { seq, hash }, walk.entries);
    if (report.brokenAt === null) ({ seq, hash } = walk.holdsTo);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    Object.assign(report, { entries: reached, brokenAt: reached + 1 });
  }
  notes.write(noteName, { ...report, seq, hash });
  return report;
}

/** Where a chain that is whole in itself parts from what it was known to hold. */
function firstLacking(database: Sqlite, known: ChainPoint, entries: number): number | null {
  if (known.seq === 0) return null;
  const there = database.prepare("SELECT hash FROM entries WHERE seq = ?").get(known.seq);
  if (there?.["hash"] === known.hash) return null;
  return Math.min(known.seq, entries + 1);
}
