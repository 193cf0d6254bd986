import { setImmediate as pause } from "node:timers/promises";
import type { Batch } from "#shared/archive/batch.ts";
import type { Stamp } from "#shared/archive/record.ts";
import { changesOf } from "#shared/inventory/diff-fields.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { askAccepted } from "./accepted-content.ts";
import type { Plan } from "./dry-run.ts";
import { itemRecord } from "./records-of-plan.ts";

/** A row that is not written, for it would change what an accepted batch holds. */
export type RefusedRow = { sheet: string; row: number; label: string; batch: string };

export function refusedRow(
  { sheet, row }: { sheet: string; row: number },
  label: string,
  batch: Batch,
): RefusedRow {
  return { sheet, row, label, batch: batch.number };
}

/** How many rows an answer names; all are counted. */
const mostNamed = 200;

export function firstOf<Row>(accepted: readonly Row[]): { accepted: Row[]; acceptedInAll: number } {
  return { accepted: accepted.slice(0, mostNamed), acceptedInAll: accepted.length };
}

/** Nothing is written with it: it makes records to ask about. */
const unwritten: Stamp = { clock: "", by: "", deviceId: "" };

const sliceSize = 400;

/** The rows of a plan that accepted batches would keep out of the write, were all its differences agreed to. */
export async function acceptedRows(
  { met, items }: Pick<Plan, "met" | "items">,
  { journal, scope }: { journal: Pick<Journal, "read">; scope: string },
): Promise<RefusedRow[]> {
  const found: RefusedRow[] = [];
  const ask = askAccepted(journal);
  for (const [at, one] of met.entries()) {
    if (at % sliceSize === sliceSize - 1) await pause();
    const { collection, id, differences, label } = one;
    const record = differences.length === 0 ? undefined : journal.read(collection, id);
    if (!record) continue;
    const batch = ask(collection, record, { ...record, ...changesOf(record, differences) });
    if (batch) found.push(refusedRow(one, label, batch));
  }
  // A new item is content of its file's batch, whatever it says.
  const above = new Map<string, { code: string; batch: Batch | undefined }>();
  for (const item of items) {
    const file = above.get(item.fileId) ?? {
      code: journal.read("files", item.fileId)?.code ?? "",
      batch: ask("items", undefined, itemRecord(item, scope, unwritten)),
    };
    above.set(item.fileId, file);
    if (file.batch) found.push(refusedRow(item, `${file.code} · ${item.fields.ordinal}`, file.batch));
  }
  return found;
}
