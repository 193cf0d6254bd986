import type { ArchiveFile } from "#shared/archive/file.ts";
import { isPacked } from "#shared/archive/batch.ts";
import { type Completeness, countCompleteness } from "#shared/completeness/count-batch.ts";
import type { FileContent } from "#shared/completeness/seal-batch.ts";
import type { CaptureQuality } from "#shared/rules/capture-quality.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";
import { findStops } from "#electron/quality/judge-batch.ts";
import { gapsOfBatch, lacksOfGaps } from "./batch-gaps.ts";

type Reads = Pick<DeskJournal, "filesOfBatch" | "children">;

/** The files of a batch with all that lies in them, withdrawn records among it. */
export function readContent(journal: Reads, batchId: string): FileContent[] {
  return journal.filesOfBatch(batchId).map((file) => readFileContent(journal, file));
}

/** A file with all that lies in it, withdrawn records among it. */
export function readFileContent(journal: Pick<Reads, "children">, file: ArchiveFile): FileContent {
  const items = journal.children("items", file.id);
  return { file, items: items.map((item) => ({ item, pages: journal.children("pages", item.id) })) };
}

/** A batch counted as it stands in the journal, by the rules of scans in force; a fault where there is none. */
export function countBatch(
  desk: { journal: DeskJournal; quality: () => CaptureQuality },
  batchId: string,
  content: readonly FileContent[] = readContent(desk.journal, batchId),
): Completeness {
  const { journal } = desk;
  const batch = journal.read("batches", batchId);
  if (!batch) throw new DeskFault("not-found", { detail: `batch ${batchId}` });
  const documents = content.flatMap(({ items }) => items);
  const counted = countCompleteness(
    content.map(({ file }) => file),
    documents.map(({ item }) => item),
    documents.flatMap(({ pages }) => pages),
    findStops(desk, batchId),
    isPacked(batch.state),
  );
  return { ...counted, lacks: [...counted.lacks, ...lacksOfGaps(journal, gapsOfBatch(journal, content))] };
}
