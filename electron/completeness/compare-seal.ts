import type { Batch } from "#shared/archive/batch.ts";
import { nameLacking } from "#shared/completeness/name-lacking.ts";
import { type FileContent, sealBatch, type SealedFile, sealFile } from "#shared/completeness/seal-batch.ts";
import { type LackingContent, mostLackingNamed } from "#shared/contract/lacking-content.ts";
import {
  bringsAcceptance,
  type ContentCount,
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
  journal: Reads,
  before: Batch | undefined,
  merged: Batch,
): SealVerdict | undefined {
  if (!bringsAcceptance(before, merged)) return undefined;
  const { content, count } = readThere(journal, merged);
  if (lacksContent(merged, count)) return "lacks";
  return judgeSeal(merged, sealBatch(merged.id, content, sealedAt(merged)).seal);
}

/** What this machine lacks of a batch whose acceptance waits: how much, and the first of it by name. */
export function readLacking(
  journal: Reads,
  batch: Batch,
  nameOf: (fileId: string) => string,
): LackingContent {
  const { there, count } = readThere(journal, batch);
  const accepted = new Map(batch.seal?.files.map(({ id, digest }) => [id, digest]));
  const differing: SealedFile[] = [];
  for (const content of there) {
    if (differing.length >= mostLackingNamed) break;
    const sealed = accepted.has(content.file.id) ? sealFile(content, sealedAt(batch)) : undefined;
    if (sealed && accepted.get(sealed.id) !== sealed.digest) differing.push(sealed);
  }
  return nameLacking(batch, count, differing, nameOf);
}

type Reads = Pick<Journal, "read" | "filesOfBatch" | "children">;

/** The content of a batch, and all that is here of what was accepted in it. */
function readThere(
  journal: Reads,
  { id: batchId, seal }: Batch,
): { content: FileContent[]; there: FileContent[]; count: ContentCount } {
  const content = readContent(journal, batchId);
  const own = new Set(content.map(({ file }) => file.id));
  // A file that lies in another batch by now is here, and is not what was accepted.
  const elsewhere = (seal?.files ?? []).flatMap(({ id }) => {
    const file = own.has(id) ? undefined : journal.read("files", id);
    return file ? [readFileContent(journal, file)] : [];
  });
  const there = [...content, ...elsewhere];
  const ids = new Set(there.map(({ file }) => file.id));
  const records = there.reduce((sum, file) => sum + countRecords(file), 0);
  return { content, there, count: { hasFile: (id) => ids.has(id), records } };
}

function countRecords({ items }: FileContent): number {
  return items.reduce((sum, { pages }) => sum + 1 + pages.length, 1);
}
