import type { Batch } from "#shared/archive/batch.ts";
import { type FileContent, sealBatch } from "#shared/completeness/seal-batch.ts";
import {
  bringsAcceptance,
  judgeSeal,
  lacksContent,
  sealedAt,
  type SealVerdict,
} from "#shared/replication/rule-seal.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { readContent, readFileContent } from "./read-content.ts";

/**
 * How what this machine holds of a batch's content stands to what was accepted, where a push brings its acceptance;
 * nothing is read for other states.
 */
export function compareSeal(
  journal: Pick<Journal, "read" | "filesOfBatch" | "children">,
  before: Batch | undefined,
  merged: Batch,
): SealVerdict | undefined {
  if (!bringsAcceptance(before, merged)) return undefined;
  const content = readContent(journal, merged.id);
  const own = new Set(content.map(({ file }) => file.id));
  // A file that lies in another batch by now is here, and is not what was accepted.
  const elsewhere = (merged.seal?.files ?? []).flatMap(({ id }) => {
    const file = own.has(id) ? undefined : journal.read("files", id);
    return file ? [readFileContent(journal, file)] : [];
  });
  const there = [...content, ...elsewhere];
  const ids = new Set(there.map(({ file }) => file.id));
  const records = there.reduce((sum, file) => sum + countRecords(file), 0);
  if (lacksContent(merged, { hasFile: (id) => ids.has(id), records })) return "lacks";
  return judgeSeal(merged, sealBatch(merged.id, content, sealedAt(merged)).seal);
}

function countRecords({ items }: FileContent): number {
  return items.reduce((sum, { pages }) => sum + 1 + pages.length, 1);
}
