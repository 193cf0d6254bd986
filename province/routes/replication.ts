import type { CollectionName } from "#shared/archive/collections.ts";
import { addReplicationRoutes as addRoutes } from "#shared/node/replication-routes.ts";
import type { PushAnswer, PushRow } from "#shared/replication/messages.ts";
import type { Device } from "#province/access/device.ts";
import { bucketsOf, digestOf, hashesOf, pullRecords, readRecords } from "#province/store/pull.ts";
import { pushRows } from "#province/store/push.ts";
import { type App, deviceOf, type Province } from "./typed.ts";

/** The replication protocol over the province's store, every message within the scope of the device that asks. */
export function addReplicationRoutes(app: App, province: Province): void {
  const { database } = province;
  addRoutes(app, (request) => {
    const device = deviceOf(request);
    return {
      pull: (collection, asked) => pullRecords(database, device, collection, asked),
      push: (collection, rows) => push(province, device, collection, rows),
      digest: (collection) => digestOf(database, device, collection),
      buckets: async (collection) => (await bucketsOf(database, device, collection)).buckets,
      hashes: (collection, bucket) => hashesOf(database, device, collection, bucket),
      read: (collection, ids) => readRecords(database, device, collection, ids),
    };
  });
}

async function push(
  province: Province,
  device: Device,
  collection: CollectionName,
  rows: readonly PushRow[],
): Promise<PushAnswer> {
  const pushed = await pushRows(province.database, { device, collection, rows, now: province.now() });
  if (pushed.scopes.size > 0) {
    province.bell.ring(pushed.scopes);
    if (collection === "pages") {
      const ids = rows.map(({ newDocumentState }) => newDocumentState.id);
      await province.indexWords({ district: device.district, ids });
    }
  }
  return pushed.answer;
}
