import { countCompleteness } from "#shared/completeness/count-batch.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { shortageCalls } from "#shared/contract/shortages.ts";
import { safeName } from "#shared/archive/document-name.ts";
import { shortageLetter } from "#shared/forms/shortage-letter.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { gapsOfBatch, lacksOfGaps } from "./batch-gaps.ts";
import { readContent } from "./read-content.ts";
import { writeReportForm } from "#electron/report/write-report-form.ts";

/** The letter of what a batch's unit has to bring, as the paper stands against the inventory now. */
export function shortageHandlers(options: {
  journal: Journal;
  objects: ObjectStore;
  resources: string;
  units: readonly Unit[];
  now: () => number;
}): Pick<DeskHandlers, keyof typeof shortageCalls> {
  const { journal, objects, resources, units, now } = options;
  return {
    "batches.shortageLetter"({ batchId, before, format, words }) {
      const batch = journal.read("batches", batchId);
      if (!batch) throw new DeskFault("not-found", { detail: `batch ${batchId}` });
      const content = readContent(journal, batchId);
      const files = content.map(({ file }) => file);
      const documents = content.flatMap((one) => one.items);
      const items = documents.map(({ item }) => item);
      const { listed, received, lacks } = countCompleteness(
        files,
        items,
        documents.flatMap(({ pages }) => pages),
      );
      const gaps = lacksOfGaps(journal, gapsOfBatch(journal, content));
      const titles = new Map([
        ...files.map(({ id, title }) => [id, title] as const),
        ...items.map(({ id, subject }) => [id, subject] as const),
      ]);
      const unit = units.find(({ scope }) => scope === batch.scope)?.name ?? batch.scope;
      const about = { batch, unit, before, listed: listed.files, received: received.files };
      const titleOf = ({ itemId, fileId }: { itemId: string; fileId: string }) =>
        titles.get(itemId === "" ? fileId : itemId) ?? "";
      const lists = [shortageLetter(about, [...lacks, ...gaps], titleOf, words)];
      const name = `thong-bao-bo-sung-${safeName(batch.number)}`;
      return writeReportForm({ objects, resources, lists, format, name, madeAt: now() });
    },
  };
}
