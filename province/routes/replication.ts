import { addReplicationRoutes as addRoutes } from "#shared/node/replication-routes.ts";
import type { PushAnswer } from "#shared/replication/messages.ts";
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
      push: (collection, rows, holds) => push(province, { device, collection, rows, holds }),
      digest: (collection) => digestOf(database, device, collection),
      buckets: async (collection) => (await bucketsOf(database, device, collection)).buckets,
      hashes: (collection, bucket) => hashesOf(database, device, collection, bucket),
      read: (collection, ids) => readRecords(database, device, collection, ids),
    };
  });
}

async function push(
  province: Province,
  sent: Omit<Parameters<typeof pushRows>[1], "now">,
): Promise<PushAnswer> {
  const { answer, scopes, pages } = await pushRows(province.database, { ...sent, now: province.now() });
  const [refused, held] = [answer.refused.length, answer.held?.length ?? 0];
  province.metrics.pushed(sent.collection, { taken: sent.rows.length - refused - held, refused, held });
  if (scopes.size > 0) province.bell.ring(scopes);
  if (pages.length > 0) await province.indexWords({ district: sent.device.district, ids: pages });
  return answer;
}
