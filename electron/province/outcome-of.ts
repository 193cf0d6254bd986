import type { CollectionName } from "#shared/archive/collections.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "./journal-store.ts";
import { waitedFor } from "./waited-for.ts";

/** What the province has of one record; a refusal counts while the record is as it was refused. */
export function outcomeOf(
  store: Pick<JournalStore, "refused" | "mergedFields">,
  journal: Pick<Journal, "read" | "sent" | "filesOfBatch" | "children">,
  collection: CollectionName,
  id: string,
): CallOutput<"sync.outcome"> {
  const sent = journal.sent(collection, id);
  const record = journal.read(collection, id);
  if (!sent || !record) throw new DeskFault("not-found", { detail: `${collection} ${id}` });
  const plain = { since: sent.at, code: "", detail: "", theirs: [], ours: [] };
  if (sent.atProvince) {
    const merged = store.mergedFields(collection, record);
    return merged ? { ...plain, state: "merged", ...merged } : { ...plain, state: "accepted" };
  }
  const row = store.refused(collection).find((refused) => refused.id === id);
  if (row?.hash !== hashOfRecord(record)) return { ...plain, state: "waiting" };
  const { code, detail } = row;
  if (code !== "held") return { ...plain, state: "refused", code, detail };
  return { ...plain, state: "held", code, detail, ...waitedFor(store, journal, collection, row) };
}
