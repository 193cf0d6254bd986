import type { CollectionName } from "#shared/archive/collections.ts";
import { covers } from "#shared/archive/unit.ts";
import type { SetDigest } from "#shared/replication/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";

export type ScopedDigests = {
  of(collection: CollectionName, scope: string): SetDigest;
  stop(): void;
};

/**
 * The digests of a journal within scopes: each is read once, and from then on follows what is written, one record at a
 * time.
 */
export function openScopedDigests(journal: Pick<Journal, "within" | "onWrite">): ScopedDigests {
  const kept = new Map<CollectionName, Map<string, SetDigest>>();
  const stop = journal.onWrite((collection, changes) => {
    for (const [scope, digest] of kept.get(collection) ?? []) {
      for (const { id, before, after } of changes) {
        if (before && covers(scope, before.scope)) digest.remove(id, before.hash);
        if (covers(scope, after.scope)) digest.add(id, after.hash);
      }
    }
  });
  return {
    of(collection, scope) {
      const scopes = kept.get(collection) ?? new Map<string, SetDigest>();
      kept.set(collection, scopes);
      const digest = scopes.get(scope) ?? journal.within(scope).digest(collection);
      scopes.set(scope, digest);
      return digest;
    },
    stop,
  };
}
