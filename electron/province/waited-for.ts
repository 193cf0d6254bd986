import { collectionNames } from "#shared/archive/collections.ts";
import type { RefusedRecord } from "#shared/contract/session.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { RefusedRow } from "#shared/replication/sync-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "./journal-store.ts";
import { nameRecord } from "./name-record.ts";

/** The record that a held one waits for, and why the province does not have that; nothing for other rows. */
export function waitedFor(
  store: Pick<JournalStore, "refused">,
  journal: Pick<Journal, "read">,
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
  return { waitsFor: { collection, id, label, code: isRefused ? row.code : "" } };
}
