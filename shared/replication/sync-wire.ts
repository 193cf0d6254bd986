import type { CollectionName } from "#shared/archive/collections.ts";
import type {
  DigestAnswer,
  HashesAnswer,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRow,
  WireRecord,
} from "#shared/replication/messages.ts";

/** The province as the engine sees it. Every call may reject with a `WireFault`, and with nothing else. */
export type SyncWire = {
  push(collection: CollectionName, rows: readonly PushRow[]): Promise<PushAnswer>;
  pull(collection: CollectionName, request: PullRequest): Promise<PullAnswer>;
  digest(collection: CollectionName): Promise<DigestAnswer>;
  /** The digest of each of the 256 buckets. */
  buckets(collection: CollectionName): Promise<readonly string[]>;
  hashes(collection: CollectionName, bucket: number): Promise<HashesAnswer["hashes"]>;
  read(collection: CollectionName, ids: readonly string[]): Promise<readonly WireRecord[]>;
};

/**
 * Why the province gave no answer: it cannot be reached; it does not take this device's credentials (trying again
 * is useless); who answers does not hold the province's pinned key; what was sent is too large; it fails on just this
 * request; it failed or wants to be left alone for a while; it answered something that is not of the protocol; it is
 * older than this device and does not know the collection.
 */
export type WireFaultKind =
  | "unreachable"
  | "credentials"
  | "stranger"
  | "too-large"
  | "fails-on-it"
  | "failed"
  | "garbled"
  | "unknown-collection";

export class WireFault extends Error {
  readonly kind: WireFaultKind;

  constructor(kind: WireFaultKind, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = "WireFault";
    this.kind = kind;
  }
}
