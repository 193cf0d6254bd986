import type { RefusedRecord } from "#shared/contract/session.ts";
import type { JournalStore } from "./journal-store.ts";
import { nameRecord } from "./name-record.ts";
import { waitedFor } from "./waited-for.ts";

const most = 200;

/** The records that the province does not take or keeps until others come, for the screen. */
export function listRefused(store: JournalStore, journal: Parameters<typeof waitedFor>[1]): RefusedRecord[] {
  return store.refusedList(most).map(({ collection, id, code, detail, at, retryAt }) => ({
    collection,
    id,
    label: nameRecord(journal, collection, id),
    code,
    detail,
    at,
    retryAt: retryAt === undefined ? "" : new Date(retryAt).toISOString(),
    ...waitedFor(store, journal, collection, { code, detail }),
  }));
}
