import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { bytesOnWire, cutBatches } from "#shared/replication/cut-batches.ts";
import { isSealed } from "#shared/replication/rule-frozen.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { Held, PushAnswer, Refusal } from "#shared/replication/messages.ts";
import type { RefusedRow, SyncStore } from "#shared/replication/sync-store.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { inPortion, type Portion } from "#shared/replication/portion.ts";
import { ofKnown, type Knowing } from "#shared/replication/of-known.ts";
import { type Failing, isDue, isolate, passed } from "#shared/replication/isolate.ts";

/** What one round works with. */
export type Round = {
  store: SyncStore;
  wire: SyncWire;
  /** Called between batches, to let others work. */
  pause: () => Promise<void>;
  /** Wall time in milliseconds. */
  now: number;
  /** The same, as it goes on. */
  clock: () => number;
  portion: Portion;
  /** Most bytes in one push, before compression; lowered for the rest of a round when the province says 413. */
  batchBytes: number;
  pushed: number;
  pulled: number;
  failing: Failing;
} & Knowing;

/** How many pushes are under way at a time: while the province works on one, the next is read and written out. */
const lanes = 2;

/** How many records are read in one go: what was sent before goes out meanwhile, and others are answered. */
const readTogether = 100;

type UnderWay<Name extends CollectionName> = {
  records: readonly Records[Name][];
  /** Never rejects, so that none is left unheard. */
  answer: Promise<PushAnswer | Failed>;
};

class Failed {
  readonly fault: unknown;

  constructor(fault: unknown) {
    this.fault = fault;
  }
}

/** Sends every record of a collection that the province is not known to hold, but those it refused as they are. */
export async function pushUnsent(round: Round, collection: CollectionName): Promise<void> {
  await pushEach(round, collection, (record) => record);
}

/**
 * Sends what is unsent of collections in their order, but an acceptance of a batch last: what it was given for is at
 * the province before it, which lets nothing else in afterwards. Before that content goes what led up to it, an opening
 * of the batch or the batch itself.
 */
export async function pushAll(round: Round, collections: readonly CollectionName[]): Promise<void> {
  const accepted = new Map<string, string>();
  for (const collection of collections) {
    if (collection !== "batches")
      await ofKnown(round, collection, undefined, async () => pushUnsent(round, collection));
    else
      await pushEach(round, "batches", (record) => {
        if (!isSealed(record)) return record;
        accepted.set(record.id, hashOfRecord(record));
        return round.store.beforeAccepted?.(record.id);
      });
  }
  // One that was given, or given anew, meanwhile waits for the next round, which brings what it was given for.
  if (accepted.size > 0)
    await pushEach(round, "batches", (record) =>
      isSealed(record) && accepted.get(record.id) !== hashOfRecord(record) ? undefined : record,
    );
}

async function pushEach<Name extends CollectionName>(
  round: Round,
  collection: Name,
  stateOf: (record: Records[Name]) => Records[Name] | undefined,
): Promise<void> {
  const { store } = round;
  async function* unsent() {
    // A record edited while its batch is under way comes again, at a later place.
    for (let after = 0; ;) {
      const refused = new Map(store.refused(collection).map((row) => [row.id, row]));
      for (let wanted = round.portion.rows; wanted > 0;) {
        const { documents, seq } = store.unsent(collection, after, Math.min(wanted, readTogether));
        if (documents.length === 0) return;
        yield documents
          .filter((record) => isDue(refused.get(record.id), record, round.now))
          .flatMap((record) => stateOf(record) ?? []);
        after = seq;
        wanted -= documents.length;
        await round.pause();
      }
    }
  }
  await pushBatches(round, collection, cutBatches(round, unsent()));
}

/** Sends records in batches of bounded count and size. What was answered is in the store when this returns. */
export async function pushRecords<Name extends CollectionName>(
  round: Round,
  collection: Name,
  records: readonly Records[Name][],
): Promise<void> {
  await pushBatches(round, collection, cutBatches(round, [records]));
}

/** Sends batches, a few at a time, and takes the answers in the order of sending. Throws when none is under way. */
async function pushBatches<Name extends CollectionName>(
  round: Round,
  collection: Name,
  batches: AsyncIterable<readonly Records[Name][]>,
): Promise<void> {
  const underWay: UnderWay<Name>[] = [];
  const landFirst = async () => {
    const first = underWay.shift();
    if (first) await land(round, collection, first);
  };
  try {
    for await (const batch of batches) {
      // Two states of one record could overtake each other.
      const ids = new Set(batch.map(({ id }) => id));
      while (
        underWay.length >= lanes ||
        underWay.some(({ records }) => records.some(({ id }) => ids.has(id)))
      )
        await landFirst();
      if (round.failing.gaveUp) break;
      underWay.push(send(round, collection, batch));
      await round.pause();
    }
    while (underWay.length > 0) await landFirst();
  } finally {
    for (const { records, answer } of underWay) {
      const late = await answer;
      if (!(late instanceof Failed)) takeAnswer(round, collection, records, late);
    }
  }
}

async function pushBatch<Name extends CollectionName>(
  round: Round,
  collection: Name,
  records: readonly Records[Name][],
): Promise<void> {
  await land(round, collection, send(round, collection, records));
}

function send<Name extends CollectionName>(
  round: Round,
  collection: Name,
  records: readonly Records[Name][],
): UnderWay<Name> {
  // The province notices conflicts by what this device knew; of that the clocks are enough.
  const rows = records.map((newDocumentState) => {
    const clocks = round.store.base(collection, newDocumentState);
    if (!clocks) return { newDocumentState };
    return { assumedMasterState: { id: newDocumentState.id, clocks }, newDocumentState };
  });
  const answer = inPortion(round.portion, rows.length, round.clock, () =>
    round.wire.push(collection, rows),
  ).catch((fault: unknown) => new Failed(fault));
  return { records, answer };
}

async function land<Name extends CollectionName>(
  round: Round,
  collection: Name,
  { records, answer }: UnderWay<Name>,
): Promise<void> {
  const answered = await answer;
  if (!(answered instanceof Failed)) {
    passed(round.failing);
    takeAnswer(round, collection, records, answered);
    return;
  }
  const { fault } = answered;
  if (!(fault instanceof WireFault)) throw fault;
  if (fault.kind === "fails-on-it") {
    await isolate(round, collection, records, fault, (some) => pushBatch(round, collection, some));
    return;
  }
  if (fault.kind !== "too-large") throw fault;
  const half = Math.ceil(records.length / 2);
  const [only] = records;
  if (half < records.length) {
    const bytes = records.reduce((sum, record) => sum + bytesOnWire(record), 0);
    round.batchBytes = Math.min(round.batchBytes, Math.ceil(bytes / 2));
    await pushBatch(round, collection, records.slice(0, half));
    await pushBatch(round, collection, records.slice(half));
  } else if (only) {
    const { id } = only;
    const code = "too-large" as const;
    round.store.refuse(collection, [{ id, hash: hashOfRecord(only), code, detail: fault.message }]);
  }
}

function takeAnswer<Name extends CollectionName>(
  round: Round,
  collection: Name,
  records: readonly Records[Name][],
  answer: PushAnswer,
): void {
  const { store } = round;
  const conflicts = new Set(answer.conflicts.map(({ id }) => id));
  const refusals = new Map(answer.refused.map((refusal) => [refusal.id, refusal]));
  const waiting = new Map(answer.held?.map((held) => [held.id, held]));
  const refused: RefusedRow[] = [];
  const taken: Records[Name][] = [];
  for (const record of records) {
    const refusal = refusals.get(record.id);
    const held = waiting.get(record.id);
    if (refusal)
      refused.push({ ...refusal, hash: hashOfRecord(record), retryAt: retryOf(refusal, round.now) });
    else if (held) refused.push(heldRow(record, held, round.now));
    else if (!conflicts.has(record.id)) taken.push(record);
  }
  if (taken.length > 0) store.acknowledge(collection, taken);
  if (answer.conflicts.length > 0) store.merge(collection, answer.conflicts, records);
  if (refused.length > 0) store.refuse(collection, refused);
  round.pushed += records.length - refused.length;
}

/** What is no record to the province may be one to its next version; an accepted batch may be opened again. */
function retryOf({ code }: Refusal, now: number): number | undefined {
  if (code === "batch-accepted") return now + 3_600_000;
  return code === "not-a-record" ? now + 86_400_000 : undefined;
}

/** What the province keeps for its parent; sent again now and then, lest it lost what it kept. */
function heldRow(record: ArchiveRecord, { collection, parentId }: Held, now: number): RefusedRow {
  const { id } = record;
  const detail = `${collection}/${parentId}`;
  return { id, hash: hashOfRecord(record), code: "held", detail, retryAt: now + 3_600_000 };
}
