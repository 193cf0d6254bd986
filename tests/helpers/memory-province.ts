import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { PushAnswer, Refusal } from "#shared/replication/messages.ts";
import type { SyncWire } from "#shared/replication/sync-wire.ts";
import { memoryStore, type MemoryStore, plainRecord } from "#tests/helpers/memory-store.ts";

/** A province in memory: merges, gives changes in order of its commits, compares. */
export type MemoryProvince = { wire: SyncWire; store: MemoryStore; epoch: string };

export function memoryProvince(
  options: {
    epoch?: string;
    refuse?: (collection: CollectionName, record: Record<string, unknown>) => Refusal["code"] | undefined;
  } = {},
): MemoryProvince {
  const store = memoryStore();
  const epoch = options.epoch ?? "life-1";
  // Nothing is ever acknowledged to the province, so "unsent" is its whole log in order of commits.
  const wire: SyncWire = {
    push(collection, rows) {
      const answer: PushAnswer = { conflicts: [], refused: [] };
      for (const { newDocumentState } of rows) {
        const record = plainRecord(newDocumentState);
        const code = options.refuse?.(collection, record);
        if (code) {
          answer.refused.push({ id: record.id, code, detail: "" });
          continue;
        }
        const handed = record as unknown as Records["fonds"];
        store.write(collection, handed);
        const held = store.read(collection, record.id);
        if (held && hashOfRecord(held) !== hashOfRecord(handed)) {
          answer.conflicts.push({ ...held, _deleted: false });
        }
      }
      return Promise.resolve(answer);
    },
    pull(collection, { checkpoint, limit }) {
      const after = checkpoint?.epoch === epoch ? checkpoint.seq : 0;
      const { documents, seq } = store.unsent(collection, after, limit);
      return Promise.resolve({
        documents: documents.map((record) => ({ ...record, _deleted: false })),
        checkpoint: { epoch, seq },
      });
    },
    digest: (collection) => Promise.resolve(store.digest(collection)),
    buckets: (collection) => Promise.resolve(store.buckets(collection)),
    hashes: (collection, bucket) => Promise.resolve(store.hashes(collection, bucket)),
    read: (collection, ids) =>
      Promise.resolve(ids.flatMap((id) => store.read(collection, id) ?? []).map((record) => ({ ...record }))),
  };
  return { wire, store, epoch };
}
