import { receiveUploads } from "#shared/node/receive-uploads.ts";
import type { Device } from "#province/access/device.ts";
import { findReceipt, writeReceipt } from "#province/store/receipts.ts";
import { type App, deviceOf, type Province } from "./typed.ts";

/** Resumable uploads (tus 1.0.0) at `/objects`: each object is given a receipt, and the words in it are indexed. */
export function addObjectRoutes(app: App, province: Province, folder: string): void {
  const { database, objects, now, report, metrics } = province;
  receiveUploads<Device>(app, {
    folder,
    objects,
    report,
    senderOf: (raw) => deviceOf({ raw }),
    ownerOf: ({ deviceId, scope }) => `${deviceId} ${scope}`,
    async received(device, object) {
      metrics.received(object.size);
      await writeReceipt(database, device, object, now());
      await province.indexWords({ district: device.district, digests: [object.digest] });
    },
    receiptSize: async (device, digest) => (await findReceipt(database, device, digest))?.size,
  });
}
