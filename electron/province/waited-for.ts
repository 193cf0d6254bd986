import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import { nameOfRecord } from "#shared/archive/name-of-record.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { type LackingContent, mostLackingNamed } from "#shared/contract/lacking-content.ts";
import type { RefusedRecord } from "#shared/contract/session.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { RefusedRow } from "#shared/replication/sync-store.ts";
import { readContent } from "#electron/completeness/read-content.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "./journal-store.ts";
import { nameRecord } from "./name-record.ts";

type Reads = Pick<Journal, "read" | "sent" | "filesOfBatch" | "children">;

/** The record that a held one waits for, and why the province does not have that; nothing for other rows. */
export function waitedFor(
  store: Pick<JournalStore, "refused">,
  journal: Reads,
  of: CollectionName,
  { code, detail }: Pick<RefusedRow, "code" | "detail">,
): Pick<RefusedRecord, "waitsFor"> {
  if (code !== "held") return {};
  const at = detail.indexOf("/");
  const id = detail.slice(at + 1);
  const collection = collectionNames.find((name) => name === detail.slice(0, at));
  if (!collection) return {};
  const record = journal.read(collection, id);
  const row = store.refused(collection).find((refused) => refused.id === id);
  const isRefused = record && row?.hash === hashOfRecord(record);
  const label = nameRecord(journal, collection, id);
  const waitsFor = { collection, id, label, code: isRefused ? row.code : "" };
  if (collection !== "batches" || of !== "batches") return { waitsFor };
  return { waitsFor: { ...waitsFor, code: "", lacks: lackingThere(store, journal, id) } };
}

/**
 * What of a batch is not known to have come from this machine: an acceptance waits for it. What another machine has yet
 * to send is not known here.
 */
function lackingThere(store: Pick<JournalStore, "refused">, journal: Reads, batchId: string): LackingContent {
  const refused = new Map(
    (["files", "items", "pages"] as const).map((name) => [
      name,
      new Map(store.refused(name).map((row) => [row.id, row])),
    ]),
  );
  const lacks: LackingContent = { records: 0, named: [] };
  const look = (collection: "files" | "items" | "pages", record: ArchiveRecord, label: string) => {
    if (journal.sent(collection, record.id)?.atProvince !== false) return;
    lacks.records += 1;
    if (lacks.named.length >= mostLackingNamed) return;
    const row = refused.get(collection)?.get(record.id);
    const why = row?.hash === hashOfRecord(record) ? row.code : "unsent";
    lacks.named.push({ collection, label: label || record.id, why });
  };
  for (const { file, items } of readContent(journal, batchId)) {
    look("files", file, nameOfRecord(file));
    for (const { item, pages } of items) {
      look("items", item, nameOfRecord(item));
      for (const page of pages) look("pages", page, `${nameOfRecord(item)} (${page.ordinal})`);
    }
  }
  return lacks;
}
