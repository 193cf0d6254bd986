import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { RefusedRow, SyncStore } from "#shared/replication/sync-store.ts";
import type { SyncWire, WireFault } from "#shared/replication/sync-wire.ts";

/** What one round has seen of pushes on which the province fails while it otherwise answers. */
export type Failing = {
  /** Records that failed alone, one after the other, with nothing taken between them. */
  inRow: number;
  /** Set where nothing passes: no more is pushed in this round. */
  gaveUp: WireFault | undefined;
  /** The province was seen to answer a read. */
  readable: boolean;
  /** A push was taken in this round. */
  passed: boolean;
};

type Suspecting = { store: SyncStore; wire: SyncWire; now: number; failing: Failing };

const mostInRow = 5;
const firstRetry = 60_000;
const lastRetry = 86_400_000;
/** Where nothing else was taken either, the fault may be the province's whole store: it is asked again sooner. */
const lastRetryUnsure = 900_000;

/** A push was answered: whatever failed before it failed by itself. */
export function passed(failing: Failing): void {
  failing.inRow = 0;
  failing.passed = true;
}

/**
 * Finds the records on which the province fails by halving, and puts those on the refused list, to be sent again
 * ever more rarely; all others pass. Throws where the province does not even answer a read, and gives pushing up for
 * this round where several records in a row fail alone: then it is down, and halving on would be a flood.
 */
export async function isolate<Kind extends ArchiveRecord>(
  round: Suspecting,
  collection: CollectionName,
  records: readonly Kind[],
  fault: WireFault,
  push: (records: readonly Kind[]) => Promise<void>,
): Promise<void> {
  const { store, wire, failing } = round;
  if (!failing.readable) {
    await wire.pull(collection, { checkpoint: store.pulled(collection), limit: 1 });
    failing.readable = true;
  }
  const [only, another] = records;
  if (only && another === undefined) {
    failing.inRow += 1;
    if (failing.inRow >= mostInRow) failing.gaveUp = fault;
    store.refuse(collection, [failedRow(round, collection, only, fault)]);
    return;
  }
  const half = Math.ceil(records.length / 2);
  await push(records.slice(0, half));
  if (!failing.gaveUp) await push(records.slice(half));
}

/** True where a record is to be sent: it was not refused, or not in this state, or its time to be tried has come. */
export function isDue(refused: RefusedRow | undefined, record: ArchiveRecord, now: number): boolean {
  if (!refused || refused.hash !== hashOfRecord(record)) return true;
  return refused.retryAt !== undefined && refused.retryAt <= now;
}

function failedRow(
  { store, now, failing }: Suspecting,
  collection: CollectionName,
  record: ArchiveRecord,
  fault: WireFault,
): RefusedRow {
  const hash = hashOfRecord(record);
  const known = store.refused(collection).find((row) => row.id === record.id && row.hash === hash);
  const tries = (known?.tries ?? 0) + 1;
  const most = failing.passed ? lastRetry : lastRetryUnsure;
  const retryAt = now + Math.min(most, firstRetry * 2 ** Math.min(tries - 1, 12));
  return { id: record.id, hash, code: "province-fails", detail: fault.message, retryAt, tries };
}
