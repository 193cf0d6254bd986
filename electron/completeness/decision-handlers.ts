import { isAccepted } from "#shared/archive/batch.ts";
import type { Item } from "#shared/archive/item.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { isSigned } from "#shared/archive/signature.ts";
import { readClock } from "#shared/base/clock.ts";
import { writeMoment } from "#shared/base/moment.ts";
import { type ContentCollection, frozenFields } from "#shared/completeness/frozen-fields.ts";
import { compareSeals, type FileContent, sealBatch } from "#shared/completeness/seal-batch.ts";
import type { decisionCalls } from "#shared/contract/decisions.ts";
import type { CallOutput, DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { CaptureQuality } from "#shared/rules/capture-quality.ts";
import { sealedAt } from "#shared/replication/rule-seal.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";
import { countBatch, readContent } from "./read-content.ts";

/** How many files that differ are named, and of each how many records. */
const most = 100;
const mostWritten = 20;

type Written = CallOutput<"batches.verify">["differences"][number]["written"][number];

/** Sealing a batch as it stands, and looking whether an accepted one still is what was accepted. */
export function decisionHandlers(desk: {
  journal: DeskJournal;
  quality: () => CaptureQuality;
}): Pick<DeskHandlers, keyof typeof decisionCalls> {
  const { journal } = desk;
  return {
    "batches.seal"({ batchId }) {
      const content = readContent(journal, batchId);
      const completeness = countBatch(desk, batchId, content);
      return { completeness, ...sealBatch(batchId, content) };
    },
    "batches.verify"({ batchId }) {
      const batch = journal.read("batches", batchId);
      if (!batch) throw new DeskFault("not-found", { detail: `batch ${batchId}` });
      const accepted = isAccepted(batch.state) && batch.seal?.digest !== "" ? batch.seal : undefined;
      const content = readContent(journal, batchId);
      const { seal, records } = sealBatch(batchId, content, accepted && sealedAt(batch));
      if (!accepted) return { sealed: false, digest: "", records, differences: [], total: 0 };
      const differing = compareSeals(accepted, seal);
      const since = Date.parse(batch.decidedAt);
      const differences = differing.slice(0, most).map(({ fileId, what }) => {
        const file = journal.read("files", fileId);
        const here = content.find((one) => one.file.id === fileId);
        const written = here ? writtenSince(here, since) : [];
        return { fileId, what, label: file?.code ?? fileId, title: file?.title ?? "", written };
      });
      return { sealed: true, digest: accepted.digest, records, differences, total: differing.length };
    },
  };
}

/** The records of a file of which something frozen was written after a moment, by their own clocks. */
function writtenSince({ file, items }: FileContent, since: number): Written[] {
  const found: Written[] = [];
  const look = (collection: ContentCollection, record: ArchiveRecord, label: string) => {
    // A signature writes the rendition's fields, and is no change of what was accepted.
    const isSignedItem = collection === "items" && isSigned(record as Item);
    const fields = frozenFields(collection).filter(({ once }) => !(once && isSignedItem));
    const ms = Math.max(
      ...fields.map(({ field }) => {
        const clock = record.clocks[field] ?? record.clocks["*"] ?? "";
        return readClock(clock)?.ms ?? 0;
      }),
    );
    if (ms <= since || found.length >= mostWritten) return;
    found.push({ collection, id: record.id, label, by: record.updatedBy, at: writeMoment(ms) });
  };
  look("files", file, file.code);
  for (const { item, pages } of items) {
    const label = `${file.code}.${item.ordinal}`;
    look("items", item, label);
    for (const page of pages) look("pages", page, `${label} · ${page.ordinal}`);
  }
  return found;
}
