import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { KeptState, TrailOrigin } from "#shared/archive/trail.ts";
import type { ArchiveRecord, Stamp } from "#shared/archive/record.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import type { Checkpoint, DigestAnswer, HashesAnswer } from "#shared/replication/messages.ts";
import type { Within } from "./within.ts";

/** Who handed a state to the journal; what the hub says is taken as the province's word is, for the time being. */
export type Origin = TrailOrigin;

/** What `write` did with one record. */
export type Written<Name extends CollectionName> = {
  /** The state the journal now holds: what was handed in, merged with what it held. */
  record: Records[Name];
  /** False where the journal held exactly this already, and so wrote nothing. */
  changed: boolean;
  /** False where the state now held differs from the one handed in. */
  asHandedIn: boolean;
};

/** What is known of states that are handed in, so that conflicts in merging them are noticed. */
export type Known = {
  /** The clocks of the states that their writer knew the journal to hold, by the id of the record. */
  bases?: ReadonlyMap<string, BaseClocks>;
  /** The clocks of the states that were pushed, where these are the province's answer: it looked for their conflicts. */
  sent?: ReadonlyMap<string, BaseClocks>;
  /** What is written of a state that was merged into the one held, where whoever handed it in is ruled. */
  rule?: (held: ArchiveRecord | undefined, merged: ArchiveRecord) => ArchiveRecord;
};

/** A record as a write found or left it: the hash of its state, and the scope that it lies in. */
export type Place = { hash: string; scope: string };

/** What a write did to one record; nothing is `before` where it made it. */
export type Change = { id: string; before: Place | undefined; after: Place };

export type WriteListener = (collection: CollectionName, changes: readonly Change[]) => void;

/**
 * The desk's durable copy: an append-only, hash-chained log of record states, and the state of each record now.
 * Calls but `verify` are synchronous; a write has been fsynced when it returns.
 */
export type Journal = {
  /**
   * Merges states into the journal in one transaction, with a record of each conflict that is noticed: for states
   * from the province by the state it was last known to hold, for others by what is `known`; a state that the journal
   * held once and that comes again makes none. Throws `DeskFault("disk-full")` and keeps all as it was.
   */
  write<Name extends CollectionName>(
    collection: Name,
    records: readonly Records[Name][],
    origin: Origin,
    known?: Known,
  ): Written<Name>[];
  read<Name extends CollectionName>(collection: Name, id: string): Records[Name] | undefined;
  /** Records by the field that names the one above (`collections[…].parent`): items of a file, pages of an item. */
  children<Name extends CollectionName>(collection: Name, parentId: string): Records[Name][];
  filesOfBatch(batchId: string): Records["files"][];
  /**
   * In which batches (each as it stands here) the files lie that are of a fonds some file of this batch is of, and how many; those that lie in
   * none under the empty text. The batch itself is among them; nothing withdrawn is counted.
   */
  besideBatch(batchId: string): { batchId: string; files: number; batch: Records["batches"] | undefined }[];
  /**
   * The claims that were not let go on work that is at their station still, and those that were lost to another: on a batch
   * and its files, or on all (empty id). No other note is read.
   */
  openClaims(batchId: string): Records["notes"][];
  /** Files with this code (mã hồ sơ), compared folded. */
  filesWithCode(code: string): Records["files"][];
  /** States in order of writing, each record once at its last place; `checkpoint.seq` is the last one given. */
  pull<Name extends CollectionName>(
    collection: Name,
    checkpoint: Checkpoint | null,
    limit: number,
  ): { documents: Records[Name][]; checkpoint: Checkpoint };
  /** Of the items that `pull` would give, the ids of those that have pages or a rendition; none is read. */
  itemsWithObjects(checkpoint: Checkpoint | null, limit: number): { ids: string[]; checkpoint: Checkpoint };
  /** As `pull`, but only states that did not come from the province: what is to be sent to it. */
  unsent<Name extends CollectionName>(
    collection: Name,
    afterSeq: number,
    limit: number,
  ): { documents: Records[Name][]; seq: number };
  /** How many records the province is not known to hold in exactly their state here. */
  unsentCount(collection: CollectionName): number;
  /** When the unsent state that waits longest was written (ISO 8601); empty where none waits. */
  unsentSince(collection: CollectionName): string;
  /** Unsent files, items and pages by their batch, the fullest first, at most 200; an empty id: in no batch. */
  unsentByBatch(): { batchId: string; records: number }[];
  /** Whether the province is known to hold a record as it is here, and when this state was written (ISO 8601). */
  sent(collection: CollectionName, id: string): { atProvince: boolean; at: string } | undefined;
  /** The clocks of the state that the province was last known to hold of a record that is unsent. */
  base(collection: CollectionName, id: string): BaseClocks | undefined;
  /** Ids and hashes of the records whose scope lies outside of this one. */
  outside(collection: CollectionName, scope: string): { id: string; hash: string }[];
  /** What of the journal lies within a scope: what another machine of that scope may see. */
  within(scope: string): Within;
  /** Forgets that the province holds these records, or all of a collection: it was found to lack them. */
  markUnsent(collection: CollectionName, ids?: readonly string[]): void;
  count(collection: CollectionName): number;
  /** Greatest sequence in the journal, and when it was written (ISO 8601). */
  last(): { seq: number; at: string };
  digest(collection: CollectionName): DigestAnswer;
  buckets(collection: CollectionName): string[];
  hashes(collection: CollectionName, bucket: number): HashesAnswer["hashes"];
  /** A stamp for a write by the desk itself: later than everything the journal holds. */
  stamp(by: string): Stamp;
  /** Called after each write that changed something, with each change in order; answers how to stop. */
  onWrite(listener: WriteListener): () => void;
  /** The latest states of one record in the order of their writing; `more` where older ones were left out. */
  states(collection: CollectionName, id: string): { states: KeptState[]; more: boolean };
  /** Walks the chain; names the first entry whose hash does not follow, if any. */
  verify(): Promise<{ entries: number; brokenAt: number | undefined }>;
  close(): void;
};
