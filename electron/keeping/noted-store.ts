import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";

/** The store, whose arrivals and destructions are heard by those who follow what is on this machine. */
export function notedStore(
  stored: ObjectStore,
  heard: { arrived: (digest: Digest) => void; gone: (digest: Digest) => void },
): ObjectStore {
  return {
    ...stored,
    async put(source, limits) {
      const put = await stored.put(source, limits);
      heard.arrived(put.digest);
      return put;
    },
    async destroy(digest) {
      heard.gone(digest);
      await stored.destroy(digest);
    },
  };
}
