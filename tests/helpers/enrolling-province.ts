import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import { readUnits } from "#shared/archive/unit.ts";
import { makeSealingKeys, makeSigningKeys } from "#shared/node/keys.ts";
import type { ParcelSender } from "#electron/parcel/parcel-handlers.ts";
import { publicKeysOf as keysOfDevice } from "#electron/secrets/device-keys.ts";
import { enrolDevice } from "#province/access/device.ts";
import { openProvinceKeys, publicKeysOf } from "#province/access/keys.ts";
import { buildProvince } from "#province/app.ts";
import { openPglite } from "#province/store/open-pglite.ts";

const tables = "devices, feeds, records, audit, receipts, search, words_waiting, parcels";
const unitTable = join(import.meta.dirname, "../../resources/units/communes-2025-05.csv");

/**
 * The real province with keys of its own on a port of the loopback; its machines are enrolled with keys of theirs.
 * `ended` hears how to close it.
 */
export async function openEnrollingProvince(ended: (close: () => Promise<void>) => void = onTestFinished) {
  const database = await openPglite();
  const folder = await mkdtemp(join(tmpdir(), "mucluc-"));
  const keys = await openProvinceKeys(folder);
  const objectsFolder = join(folder, "objects");
  const faults: unknown[] = [];
  const app = await buildProvince({
    ...{ database, keys, objectsFolder, name: "Tỉnh Bình Định", practice: false, now: () => Date.now() },
    units: readUnits(await readFile(unitTable, "utf8")),
    report: (fault) => faults.push(fault),
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  ended(async () => {
    await app.close();
    await database.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const pin = publicKeysOf(keys);
  return {
    ...{ app, database, address, faults, keys, pin, objectsFolder },
    /** As on its first day, but for its keys. */
    async empty() {
      await database.query(`truncate ${tables}`);
      faults.length = 0;
    },
    /** Lets a machine in: what it connects with, and what it sends parcels by. */
    async enrol(deviceId: string, scope: string, role: Role, name = deviceId) {
      const own = { signing: makeSigningKeys(), sealing: makeSealingKeys() };
      const token = `token-of-${deviceId}-0123456789`;
      await enrolDevice(database, { token, scope, role, deviceId, name }, Date.now(), keysOfDevice(own));
      const sender: ParcelSender = {
        ...{ keys: own, pin, from: name, to: "Tỉnh Bình Định", scope, role, deviceId },
      };
      return { credentials: { address, token, pin }, sender };
    },
  };
}

export type EnrollingProvince = Awaited<ReturnType<typeof openEnrollingProvince>>;
