import { setImmediate as breathe } from "node:timers/promises";
import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
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
import { readFileContent } from "./read-content.ts";

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

/**
 * What this machine lacks of a batch whose acceptance waits: how much, and the first of it by name. Files are read one
 * after the other with a pause between them: a large batch takes a second, and the desk answers meanwhile.
 */
export async function readLacking(
  journal: Reads,
  batch: Batch,
  nameOf: (fileId: string) => string,
): Promise<LackingContent> {
  const accepted = new Map(batch.seal?.files.map(({ id, digest }) => [id, digest]));
  const there = new Set<string>();
  const differing: SealedFile[] = [];
  let records = 0;
  for (const file of filesThere(journal, batch)) {
    const content = readFileContent(journal, file);
    there.add(file.id);
    records += countRecords(content);
    const looks = differing.length < mostLackingNamed && accepted.has(file.id);
    const sealed = looks ? sealFile(content, sealedAt(batch)) : undefined;
    if (sealed && accepted.get(sealed.id) !== sealed.digest) differing.push(sealed);
    await breathe();
  }
  return nameLacking(batch, { hasFile: (id) => there.has(id), records }, differing, nameOf);
}

type Reads = Pick<Journal, "read" | "filesOfBatch" | "children">;

/** The content of a batch, and all that is here of what was accepted in it. */
function readThere(journal: Reads, batch: Batch): { content: FileContent[]; count: ContentCount } {
  const there = filesThere(journal, batch).map((file) => readFileContent(journal, file));
  const ids = new Set(there.map(({ file }) => file.id));
  const records = there.reduce((sum, file) => sum + countRecords(file), 0);
  const content = there.filter(({ file }) => file.batchId === batch.id);
  return { content, count: { hasFile: (id) => ids.has(id), records } };
}

/** The files that lie in a batch, and those accepted in it that lie in another by now: they are here, and not as accepted. */
function filesThere(journal: Reads, { id: batchId, seal }: Batch): ArchiveFile[] {
  const files = journal.filesOfBatch(batchId);
  const own = new Set(files.map(({ id }) => id));
  const elsewhere = (seal?.files ?? []).flatMap(({ id }) =>
    own.has(id) ? [] : (journal.read("files", id) ?? []),
  );
  return [...files, ...elsewhere];
}

function countRecords({ items }: FileContent): number {
  return items.reduce((sum, { pages }) => sum + 1 + pages.length, 1);
}
