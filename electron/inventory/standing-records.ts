import { setImmediate as pause } from "node:timers/promises";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** How many are read at once: some 10 ms, so that other calls are answered in between. */
const sliceSize = 250;

/** The records of a collection that count; read in slices, for there may be many. */
export async function* standingRecords<Name extends CollectionName>(
  journal: Journal,
  collection: Name,
): AsyncGenerator<Records[Name]> {
  let pulled = journal.pull(collection, null, sliceSize);
  while (pulled.documents.length > 0) {
    for (const record of pulled.documents) if (record.withdrawn === "") yield record;
    await pause();
    pulled = journal.pull(collection, pulled.checkpoint, sliceSize);
  }
}
