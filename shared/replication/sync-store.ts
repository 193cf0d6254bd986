import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import type {
  Checkpoint,
  DigestAnswer,
  HashesAnswer,
  Refusal,
  WireRecord,
} from "#shared/replication/messages.ts";

/** A record the province did not take, or not yet, in the state that has this hash, and why. */
export type RefusedRow = {
  id: string;
  hash: string;
  /**
   * `province-fails`: it fails on this record each time, and does not say what is wrong. `held`: it keeps the record
   * until the one comes that `detail` names (`collection/id`).
   */
  code: Refusal["code"] | "too-large" | "province-fails" | "held";
  detail: string;
  /** When it is sent again as it is, in milliseconds; nothing where that would not help. */
  retryAt?: number | undefined;
  /** How often it failed in this state. */
  tries?: number | undefined;
};

/**
 * A device's own records as the engine sees them. Calls are synchronous, and what they changed is safe when they
 * return: the engine may be stopped between any two of them.
 */
export type SyncStore = {
  /**
   * Records that the province is not known to hold in exactly their state here, in order of writing after `seq`;
   * the answer's `seq` is that of the last one given.
   */
  unsent<Name extends CollectionName>(
    collection: Name,
    afterSeq: number,
    limit: number,
  ): { documents: Records[Name][]; seq: number };
  read<Name extends CollectionName>(collection: Name, id: string): Records[Name] | undefined;
  /** The last state of a batch in which it was not accepted; a store without a history has none. */
  beforeAccepted?(id: string): Records["batches"] | undefined;
  /** Notes that the province holds these states; one that changed here meanwhile stays unsent. */
  acknowledge<Name extends CollectionName>(collection: Name, records: readonly Records[Name][]): void;
  /**
   * Merges states that the province holds, and keeps conflicts with edits of this device as records. One that is no
   * record to this version is put aside, and the others are taken, with fields that only later versions know. Where
   * these are the province's answer to a push, `sent` are the states that were pushed: it noticed their conflicts
   * itself, but knows nothing of what was written here since.
   */
  merge(
    collection: CollectionName,
    documents: readonly WireRecord[],
    sent?: readonly Pick<ArchiveRecord, "id" | "clocks">[],
  ): void;
  /**
   * Records that were put aside since the store was opened: id, and hash as the province holds them. They are not
   * compared, and read again after the next start, which may be that of a later version.
   */
  putAside(collection: CollectionName): ReadonlyMap<string, string>;
  /**
   * The clocks of the state that the province was last known to hold of an unsent record, when that was read; nothing
   * where of none.
   */
  base(collection: CollectionName, record: ArchiveRecord): BaseClocks | undefined;
  /** Forgets that the province holds these records, or all of a collection. */
  markUnsent(collection: CollectionName, ids?: readonly string[]): void;
  digest(collection: CollectionName): DigestAnswer;
  buckets(collection: CollectionName): readonly string[];
  hashes(collection: CollectionName, bucket: number): HashesAnswer["hashes"];
  /** How far the province's changes were read and merged. */
  pulled(collection: CollectionName): Checkpoint | null;
  setPulled(collection: CollectionName, checkpoint: Checkpoint | null): void;
  refused(collection: CollectionName): readonly RefusedRow[];
  /** Remembers refused rows; a later refusal of the same record takes the place of the former. */
  refuse(collection: CollectionName, rows: readonly RefusedRow[]): void;
};
