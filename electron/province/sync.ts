import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import type { freeingCalls } from "#shared/contract/freeing.ts";
import type { outboxCalls } from "#shared/contract/outbox.ts";
import type { parcelCalls } from "#shared/contract/parcel.ts";
import type { provinceCalls } from "#shared/contract/province.ts";
import type { uploadCalls } from "#shared/contract/uploads.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Quarantine } from "#electron/journal/quarantine.ts";
import type { ParcelParts } from "#electron/parcel/parcel-handlers.ts";
import type { SyncTimings } from "./link.ts";
import type { Credentials, WireLimits } from "./province-wire.ts";
import type { NotedRound } from "./round-log.ts";
import type { RuleKeeper } from "./rule-pack.ts";

type Handlers = Pick<
  DeskHandlers,
  | keyof typeof freeingCalls
  | keyof typeof parcelCalls
  | keyof typeof provinceCalls
  | keyof typeof uploadCalls
  | keyof typeof outboxCalls
  | "sync.status"
  | "sync.outcome"
  | "sync.refused"
  | "sync.now"
>;

/** Synchronization with the province, going on by itself whether or not a window is open. */
export type Sync = {
  handlers: Handlers;
  start(): void;
  /** The credentials may have changed, or the province may be there again: works with them at once. */
  wake(): void;
  /** An object out of the province's store, as the province answers it; nothing where it has none to give. */
  provinceObject(digest: string): Promise<Response | undefined>;
  /** Queues the objects of items that came to this machine after their records: from another machine of the centre. */
  queueItems(itemIds: readonly string[]): Promise<void>;
  /** How the last rounds ended, the oldest first. */
  rounds(): NotedRound[];
  /** Of these objects: how many the province has. */
  countSent(digests: readonly string[]): number;
  /** Ends what is under way; what was not acknowledged is sent again after the next start. */
  stop(): Promise<void>;
};

export type SyncParts = {
  /** The desk's own folder. */
  folder: string;
  journal: Journal & Quarantine;
  objects: ObjectStore;
  /** Nothing while there is no province to talk to. */
  credentials: () => Credentials | undefined;
  /** The scope whose records this machine replicates; nothing where it only reads at the province. */
  scope: () => string | undefined;
  /** Keeps the rules that the province hands out. */
  rules?: Pick<RuleKeeper, "ask" | "given">;
  /** Sending by USB stick; absent where this machine cannot. */
  parcels?: Pick<ParcelParts, "sender" | "writeLabel"> & Partial<Pick<ParcelParts, "mostBytes">>;
  emit: Emit;
  now: () => number;
  timings?: Partial<SyncTimings>;
  limits?: WireLimits;
};
