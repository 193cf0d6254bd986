import { setImmediate as pause } from "node:timers/promises";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";
import type { Term } from "#shared/archive/term.ts";
import { undoneReason } from "#shared/archive/undone.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { askAccepted, type AskAccepted } from "./accepted-content.ts";
import type { ImportLog, Touched } from "./import-log.ts";
import { termsInUse } from "./propose-terms.ts";

const sliceSize = 100;

/** `accepted` are those that stay because an accepted batch holds them; once it is opened they can be taken back too. */
export type Undone = { withdrawn: number; restored: number; kept: number; accepted: AcceptedRecord[] };

export type AcceptedRecord = { label: string; batch: string };

/**
 * Takes an import back: withdraws what it made and restores what it changed, items before their files. What was
 * edited, put into a batch or captured since stays, and so does what an accepted batch holds. Done again, it goes on where
 * it was cut short.
 */
export async function undoImport(
  token: string,
  reason: string,
  { journal, log, stamp }: { journal: Journal; log: ImportLog; stamp: Stamp },
): Promise<Undone> {
  const undone: Undone = { withdrawn: 0, restored: 0, kept: 0, accepted: [] };
  const touched = log.touchedBy(token);
  // Later writes first, and items before files: a file whose items are gone may go too.
  const ordered = [
    ...touched.filter(({ collection }) => collection === "items"),
    ...touched.filter(({ collection }) => collection === "files"),
  ];
  for (let at = 0; at < ordered.length; at += sliceSize) {
    const slice = ordered.slice(at, at + sliceSize);
    for (const collection of ["items", "files"] as const) {
      const rows = slice.filter((row) => row.collection === collection);
      const ask = askAccepted(journal);
      const settled = rows.flatMap((row) => takeBack(row, reason, { journal, stamp, ask }, undone));
      if (settled.length === 0) continue;
      const records = settled.map(({ record }) => record);
      if (collection === "files") journal.write("files", records.filter(isFile), "desk");
      else journal.write("items", records.filter(isItem), "desk");
      log.unsay(settled.map(({ row }) => ({ id: row.id, said: row.before ? row.said : undefined })));
    }
    await pause();
  }
  await takeTermsBack(
    touched.filter(({ collection }) => collection === "terms"),
    journal,
    stamp,
  );
  return undone;
}

/** Withdraws the names that the import proposed, but for those that were decided on or that an item still has. */
async function takeTermsBack(rows: readonly Touched[], journal: Journal, stamp: Stamp): Promise<void> {
  if (rows.length === 0) return;
  const used = await termsInUse(journal, new Set(rows.map(({ id }) => id)));
  const back = rows.flatMap(({ id, clock }) => {
    const term = journal.read("terms", id);
    const own = term && (term.clocks["withdrawn"] ?? term.clocks["*"]) === clock;
    if (!own || used.has(id) || term.withdrawn !== "" || term.standing !== "local") return [];
    return [editRecord<Term>(term, { withdrawn: undoneReason }, stamp)];
  });
  if (back.length > 0) journal.write("terms", back, "desk");
}

type Settled = { row: Touched; record: ArchiveFile | Item };

function takeBack(
  row: Touched,
  reason: string,
  { journal, stamp, ask }: { journal: Journal; stamp: Stamp; ask: AskAccepted },
  undone: Undone,
): Settled[] {
  const settle = (
    counted: "withdrawn" | "restored",
    after: ArchiveFile | Item,
    before: ArchiveFile | Item,
  ) => {
    const batch = ask(row.collection === "files" ? "files" : "items", before, after);
    if (batch) undone.accepted.push({ label: labelOf(before, journal), batch: batch.number });
    else undone[counted] += 1;
    return batch ? [] : [{ row, record: after }];
  };
  const record = journal.read(row.collection === "files" ? "files" : "items", row.id);
  // Named before it was written, and never written; or withdrawn by a person since.
  if (!record || record.withdrawn !== "") return [];
  if (row.before === null) {
    const untouched = Object.values(record.clocks).every((clock) => clock === row.clock);
    if (!untouched || isUsed(record, journal)) {
      undone.kept += 1;
      return [];
    }
    return settle("withdrawn", editRecord<ArchiveFile | Item>(record, { withdrawn: reason }, stamp), record);
  }
  const clockOf = (field: string) => record.clocks[field] ?? record.clocks["*"];
  const still = Object.entries(row.before).filter(([field]) => clockOf(field) === row.clock);
  if (still.length === 0) {
    undone.kept += 1;
    return [];
  }
  return settle("restored", editRecord<ArchiveFile | Item>(record, Object.fromEntries(still), stamp), record);
}

function labelOf(record: ArchiveFile | Item, journal: Journal): string {
  if (isFile(record)) return record.code;
  return `${journal.read("files", record.fileId)?.code ?? ""} · ${record.ordinal}`;
}

/** True where something stands on the record: items of a file, pages of an item. */
function isUsed(record: ArchiveFile | Item, journal: Journal): boolean {
  const below = isFile(record) ? journal.children("items", record.id) : journal.children("pages", record.id);
  return below.some(({ withdrawn }) => withdrawn === "");
}

function isFile(record: ArchiveFile | Item): record is ArchiveFile {
  return "fondsId" in record;
}

function isItem(record: ArchiveFile | Item): record is Item {
  return "fileId" in record;
}
