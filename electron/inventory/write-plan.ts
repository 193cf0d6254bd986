import { setImmediate as pause } from "node:timers/promises";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { editRecord, makeRecord, type Stamp } from "#shared/archive/record.ts";
import { changesOf, valuesOfFile, valuesOfItem } from "#shared/inventory/diff-fields.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { askAccepted } from "./accepted-content.ts";
import { type RefusedRow, refusedRow } from "./accepted-rows.ts";
import { keyOf, type MetAt, type Plan } from "./dry-run.ts";
import { newExclusions } from "./new-exclusions.ts";
import type { ImportLog } from "./import-log.ts";
import type { Proposal } from "./propose-terms.ts";
import { fileRecord, itemRecord } from "./records-of-plan.ts";

export type Writing = {
  journal: Journal;
  log: ImportLog;
  fonds: Fonds;
  stamp: Stamp;
  /** The import in the log. */
  token: string;
  /** The workbook, as its exclusions name it. */
  name: string;
  /** ISO 8601. */
  at: string;
  agreed: (key: string, conflict: boolean) => boolean;
  /** Terms for the names in items that no list has yet. */
  propose: (items: readonly Item[]) => Proposal[];
  told: (done: number, total: number) => void;
};

export type WrittenCounts = { files: number; items: number; changed: number; exclusions: number };

/** Rows of one write: some 50 ms, so that other calls are answered in between, and few waits for the disk. */
const sliceSize = 400;

/**
 * Writes a plan, files before their items: what is cut short leaves no item without its file and can be done again.
 * Each record is named in the log before it is written, and what was said of it after, so that a cut loses neither
 * the way back nor a change that was not written. Rows that would change what an accepted batch holds stay out.
 */
export async function writePlan(
  plan: Plan,
  writing: Writing,
): Promise<WrittenCounts & { accepted: RefusedRow[] }> {
  const { journal, log, fonds, stamp, token } = writing;
  const accepted: RefusedRow[] = [];
  const counts: WrittenCounts = { files: 0, items: 0, changed: 0, exclusions: 0 };
  const marks = newExclusions(plan.marks, { ...writing, by: stamp.by }).map((one) =>
    makeRecord<Exclusion>({ ...one, scope: fonds.scope }, stamp),
  );
  const total = plan.files.length + plan.items.length + plan.met.length;
  let done = 0;
  const inSlices = async <Row>(rows: readonly Row[], write: (slice: Row[]) => void) => {
    for (let at = 0; at < rows.length; at += sliceSize) {
      const slice = rows.slice(at, at + sliceSize);
      write(slice);
      writing.told((done += slice.length), total);
      await pause();
    }
  };
  const made = (collection: "files" | "items", rows: readonly { id: string }[]) =>
    log.touch(
      token,
      rows.map(({ id }) => ({ id, collection, clock: stamp.clock, before: null, said: undefined })),
    );
  const add = (more: Partial<WrittenCounts>) => {
    log.count(token, { files: 0, items: 0, changed: 0, exclusions: 0, ...more });
    for (const [name, number] of Object.entries(more)) counts[name as keyof WrittenCounts] += number;
  };

  if (marks.length > 0) {
    journal.write("exclusions", marks, "desk");
    add({ exclusions: marks.length });
  }
  const place = { scope: fonds.scope, fondsId: fonds.id };
  await inSlices(plan.files, (slice) => {
    made("files", slice);
    journal.write(
      "files",
      slice.map((file) => fileRecord(file, place, stamp)),
      "desk",
    );
    log.say(slice.map(({ id, fields }) => ({ id, values: valuesOfFile(fields) })));
    add({ files: slice.length });
  });
  await inSlices(plan.met, (slice) => add({ changed: change(slice, writing, accepted) }));
  const free = ordinalsKept(plan, writing);
  await inSlices(plan.items.filter(free), (slice) => {
    const ask = askAccepted(journal);
    const taken = slice.flatMap((item) => {
      const record = itemRecord(item, fonds.scope, stamp);
      const batch = ask("items", undefined, record);
      if (!batch) return [{ item, record }];
      const code = journal.read("files", item.fileId)?.code ?? "";
      accepted.push(refusedRow(item, `${code} · ${record.ordinal}`, batch));
      return [];
    });
    if (taken.length === 0) return;
    made(
      "items",
      taken.map(({ item }) => item),
    );
    const records = taken.map(({ record }) => record);
    journal.write("items", records, "desk");
    writeTerms(records, writing);
    log.say(taken.map(({ item: { id, fields } }) => ({ id, values: valuesOfItem(fields) })));
    add({ items: taken.length });
  });
  return { ...counts, accepted };
}

/** Writes the differences a person agreed to; answers how many records changed. What the sheet says is kept either way. */
function change(met: readonly MetAt[], writing: Writing, accepted: RefusedRow[]): number {
  const { journal, log, stamp, token, agreed } = writing;
  const ask = askAccepted(journal);
  const refused = new Set<string>();
  let changed = 0;
  for (const collection of ["files", "items"] as const) {
    const edited = met
      .filter((one) => one.collection === collection)
      .flatMap((one) => {
        const { id, differences } = one;
        const record = journal.read(collection, id);
        const wanted = differences.filter(({ field, conflict }) => agreed(keyOf(id, field), conflict));
        if (!record || wanted.length === 0) return [];
        const changes = changesOf(record, wanted);
        const after = editRecord<ArchiveFile | Item>(record, changes, stamp);
        const batch = ask(collection, record, after);
        if (!batch) return [{ record, changes, after }];
        refused.add(id);
        accepted.push(refusedRow(one, one.label, batch));
        return [];
      });
    if (edited.length === 0) continue;
    log.touch(
      token,
      edited.map(({ record, changes }) => ({
        ...{ id: record.id, collection, clock: stamp.clock, said: log.said(record.id) },
        before: Object.fromEntries(Object.entries(record).filter(([field]) => field in changes)),
      })),
    );
    const records = edited.map(({ after }) => after);
    if (collection === "files") journal.write("files", records.filter(isFile), "desk");
    else {
      const items = records.filter(isItem);
      journal.write("items", items, "desk");
      writeTerms(items, writing);
    }
    changed += edited.length;
  }
  // What a refused row says is not taken as said: the same sheet proposes it again once the batch is opened.
  log.say(met.filter(({ id }) => !refused.has(id)));
  return changed;
}

/** Proposes the new names in items that were written; one that is cut off is proposed when its name is met again. */
function writeTerms(items: readonly Item[], { journal, log, stamp, token, propose }: Writing): void {
  const proposals = propose(items);
  if (proposals.length === 0) return;
  log.touch(
    token,
    proposals.map(({ term: { id }, before }) => ({
      ...{ id, collection: "terms", clock: stamp.clock, before, said: undefined },
    })),
  );
  journal.write(
    "terms",
    proposals.map(({ term }) => term),
    "desk",
  );
}

function isFile(record: ArchiveFile | Item): record is ArchiveFile {
  return "fondsId" in record;
}

function isItem(record: ArchiveFile | Item): record is Item {
  return "fileId" in record;
}

/** New items stay out where a listed item keeps their ordinal, for its move was not agreed to. */
function ordinalsKept({ items, met }: Plan, { journal, agreed }: Writing) {
  const kept = met.some(({ id, differences }) =>
    differences.some(({ field, conflict }) => field === "ordinal" && !agreed(keyOf(id, field), conflict)),
  );
  if (!kept) return () => true;
  const held = new Map<string, Set<number>>();
  for (const { fileId } of items) {
    if (held.has(fileId)) continue;
    const standing = journal.children("items", fileId).filter(({ withdrawn }) => withdrawn === "");
    held.set(fileId, new Set(standing.map(({ ordinal }) => ordinal)));
  }
  return ({ fileId, fields }: Plan["items"][number]) => held.get(fileId)?.has(fields.ordinal) !== true;
}
