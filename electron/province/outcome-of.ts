import type { CollectionName } from "#shared/archive/collections.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "./journal-store.ts";

/** What the province has of one record; a refusal counts while the record is as it was refused. */
export function outcomeOf(
  store: Pick<JournalStore, "refused">,
  journal: Pick<Journal, "read" | "sent">,
  collection: CollectionName,
  id: string,
): CallOutput<"sync.outcome"> {
  const sent = journal.sent(collection, id);
  const record = journal.read(collection, id);
  if (!sent || !record) throw new DeskFault("not-found", { detail: `${collection} ${id}` });
  if (sent.atProvince) return { state: "held", since: sent.at, code: "", detail: "" };
  const row = store.refused(collection).find((refused) => refused.id === id);
  if (row?.hash === hashOfRecord(record)) {
    return { state: "refused", since: sent.at, code: row.code, detail: row.detail };
  }
  return { state: "waiting", since: sent.at, code: "", detail: "" };
}
